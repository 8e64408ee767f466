// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphReports

/// The command `entente search TEXT`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", _superCommandName: "entente",
    abstract: "Find nodes by their names, in any language the data have.",
    usage: "entente search [<options>] <text>",
    discussion: """
      Example:
        entente search border
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Words, or beginnings of words.")
  var text: String

  @Option(help: "How many nodes to list at most.")
  var limit: Int = 50

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
  }

  func run() throws {
    let output = try Output(options, standard: .text, allowed: Output.answers)
    let session = try GraphSession(options)
    let answer = SearchAnswer(text, in: session.graph, limit: limit)
    try output.write(answer)
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }
}
