// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphReports

/// The command `entente components`.
struct ComponentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "components", _superCommandName: "entente",
    abstract: "Show into which parts the graph falls.",
    usage: "entente components [<options>]",
    discussion: """
      Examples:
        entente components
        entente components --communities --limit 5
        entente components --avoid "European Union" --as-of 2010 --format csv
      """)

  @Flag(help: "Parts within which each node leads to each other along the direction of edges.")
  var strong = false

  @Flag(help: "Groups that are linked more closely among themselves than with the rest.")
  var communities = false

  @Option(help: "With --communities: the seed of the search; 0 unless said.")
  var seed: UInt64?

  @Option(help: "With --communities: a greater number makes smaller groups; 1 unless said.")
  var resolution: Double?

  @Option(help: "The node types that stay and the edge types that join, by commas.")
  var types: String?

  @Option(help: "A node, node type or edge type to leave out. May be repeated.")
  var avoid: [String] = []

  @Option(help: "How many groups to list at most, larger ones first; 20 unless said.")
  var limit: Int = 20

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if strong, communities { throw ValidationError("Give either --strong or --communities.") }
    if seed != nil, !communities { throw ValidationError("--seed goes with --communities.") }
    if let resolution {
      if !communities { throw ValidationError("--resolution goes with --communities.") }
      guard resolution > 0, resolution.isFinite else {
        throw ValidationError("--resolution must be a positive number.")
      }
    }
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func run() throws {
    let output = try Output(options, standard: .text, allowed: Output.answers)
    let session = try GraphSession(options)
    var filter = TraversalFilter(asOf: session.asOf?.day)
    try session.exclude(avoid, from: &filter)
    try session.allow(types, in: &filter)
    let answer = try answer(filter, in: session)
    try output.write(answer)
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }

  private func answer(
    _ filter: TraversalFilter, in session: GraphSession
  ) throws(CommandFailure) -> GroupingAnswer {
    let view = TraversalView(session.graph)
    if communities {
      let resolution = resolution ?? 1
      let seed = seed ?? 0
      do throws(AlgorithmError) {
        let found = try Communities(in: view, filter: filter, resolution: resolution, seed: seed)
        return GroupingAnswer(
          found.groups,
          kind: .communities(modularity: found.modularity, resolution: resolution, seed: seed),
          limit: limit, asOf: filter.asOf, in: session.graph)
      } catch {
        throw CommandFailure(error)
      }
    }
    do throws(TraversalError) {
      return strong
        ? GroupingAnswer(
          try StrongComponents(view, filter: filter), of: view, limit: limit, asOf: filter.asOf)
        : GroupingAnswer(
          try ConnectedComponents(view, filter: filter), of: view, limit: limit, asOf: filter.asOf)
    } catch {
      throw CommandFailure(error)
    }
  }
}
