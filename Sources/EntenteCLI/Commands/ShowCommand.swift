// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphReports

/// The command `entente show NODE`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: "entente",
    abstract: "Show all that the graph says about one node, with sources.",
    usage: "entente show [<options>] <node>",
    discussion: """
      Example:
        entente show "EU Strategy on Central Asia"
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "A key, a name, an acronym or any other name of a node.")
  var node: String

  func run() throws {
    let output = try Output(options, standard: .text, allowed: Output.answers)
    let session = try GraphSession(options)
    try output.write(
      NodeAnswer(session.node(node), in: session.graph, asOf: session.asOf?.day))
  }
}
