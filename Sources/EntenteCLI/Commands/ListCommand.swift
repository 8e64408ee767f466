// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

/// The command `entente list TYPE`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: "entente",
    abstract: "List the nodes of a type, narrowed by area, state and date.",
    usage: "entente list [<options>] <type>",
    discussion: """
      An area includes its sub-areas; a state counts through the groups it belongs to as well.

      Examples:
        entente list programmes --area "border management" --state Tajikistan
        entente list agreements --state Kazakhstan --in-force --as-of 2022-01-01
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "A node type, such as programmes.")
  var type: String

  @Option(help: "A policy area.")
  var area: String?

  @Option(help: "A state.")
  var state: String?

  @Option(
    name: .customLong("facet"),
    help: "Another restriction that the dataset describes, as NAME=NODE. May be repeated.")
  var facets: [String] = []

  @Flag(help: "Only what is known to be in force on the day of --as-of.")
  var inForce = false

  func run() throws {
    let output = try Output(options, standard: .text, allowed: Output.answers)
    let session = try GraphSession(options)
    let selection = FacetSelection(
      type: try session.nodeType(type), facets: try arguments(in: session),
      time: try session.time(isInForce: inForce))
    let answer: ListAnswer
    do throws(TraversalError) {
      let found = try selection.answer(in: TraversalView(session.graph))
      answer = ListAnswer(found, to: selection, in: session.graph)
    } catch {
      throw CommandFailure(error)
    }
    try output.write(answer)
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }

  private func arguments(
    in session: GraphSession
  ) throws(CommandFailure) -> [FacetSelection.Argument] {
    var given: [(name: String, node: String)] = []
    if let area { given.append(("area", area)) }
    if let state { given.append(("state", state)) }
    for facet in facets {
      let parts = facet.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandFailure(.misused, "--facet takes NAME=NODE, got '\(facet)'")
      }
      given.append((parts[0], parts[1]))
    }
    var arguments: [FacetSelection.Argument] = []
    let known = session.description.facets.keys.sorted()
    for (name, node) in given {
      guard known.contains(name) else {
        throw CommandFailure(
          .misused, "the dataset describes no facet '\(name)'",
          hint: known.isEmpty
            ? "Facets stand in graph.yaml." : "It describes: \(known.joined(separator: ", "))")
      }
      arguments.append(.init(name, try session.node(node)))
    }
    return arguments
  }
}
