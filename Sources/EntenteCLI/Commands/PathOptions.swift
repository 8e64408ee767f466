// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphModel
internal import GraphReports

/// What `path` and `draw path` have in common: the question.
struct PathOptions: ParsableArguments {
  @Argument(help: "Where the path starts: a key, a name or an acronym.")
  var from: String

  @Argument(help: "Where the path ends.")
  var to: String

  @Option(help: "A node or node type that the path must pass. May be repeated.")
  var via: [String] = []

  @Option(help: "A node, node type or edge type that the path must not use. May be repeated.")
  var avoid: [String] = []

  @Option(
    help: "The node types that may be passed and the edge types that may be walked, by commas.")
  var types: String?

  @Option(help: "The greatest number of steps.")
  var maxHops: Int?

  @Option(name: .customShort("k"), help: "How many paths, the shortest first.")
  var count: Int?

  @Flag(help: "All of the shortest paths.")
  var all = false

  @Flag(help: "Walk edges only from source to target.")
  var directed = false

  @Flag(help: "Since when the two are connected, and in which periods.")
  var since = false

  @Flag(help: "How early one reaches the other, by links one after the other, from --as-of on.")
  var earliest = false

  /// More paths than this are counted, not listed, by `--all`.
  private static let listedPaths = 1000

  func validate() throws {
    if let maxHops, maxHops < 0 { throw ValidationError("--max-hops must not be negative.") }
    if let count, !(1...PathQuery.countLimit).contains(count) {
      throw ValidationError("-k must be between 1 and \(PathQuery.countLimit).")
    }
    if count != nil, all { throw ValidationError("Give either -k or --all.") }
    if since, earliest { throw ValidationError("Give either --since or --earliest.") }
    if since || earliest, count != nil || all || maxHops != nil || !via.isEmpty {
      throw ValidationError(
        "\(since ? "--since" : "--earliest") does not go with -k, --all, --max-hops or --via.")
    }
  }

  /// The paths, or why there are none.
  func answer(in session: GraphSession) throws(CommandFailure) -> CitedPaths {
    let query = try query(in: session)
    do throws(TraversalError) {
      let view = TraversalView(session.graph)
      let search = PathSearch(view)
      let answer = try search.paths(query)
      guard answer.paths.isEmpty else {
        return CitedPaths(answer, to: query, in: session.graph)
      }
      let explanation = try search.explainEmptyAnswer(to: query)
      return CitedPaths(
        answer, to: query, in: session.graph,
        // The first sentence says that there is none, as the answer itself does.
        explanation: Array(
          explanation?.sentences(from: query.start, to: query.end, in: session.graph).dropFirst()
            ?? []))
    } catch {
      throw CommandFailure(error)
    }
  }

  private func query(in session: GraphSession) throws(CommandFailure) -> PathQuery {
    var filter = TraversalFilter(asOf: session.asOf?.day)
    try session.exclude(avoid, from: &filter)
    try session.allow(types, in: &filter)
    var waypoints: [PathQuery.Waypoint] = []
    for word in via {
      switch try session.term(word) {
      case .node(let node): waypoints.append(.node(node))
      case .nodeType(let type): waypoints.append(.type(type))
      case .edgeType:
        throw CommandFailure(
          .misused, "--via takes nodes and node types, and '\(word)' is an edge type")
      }
    }
    let selection: PathQuery.Selection =
      count.map { .shortest($0) } ?? .allShortest(limit: all ? Self.listedPaths : 1)
    return PathQuery(
      from: try session.node(from), to: try session.node(to), filter: filter, via: waypoints,
      maximumHops: maxHops, selection: selection, isDirected: directed)
  }
}

extension CommandFailure {
  /// A question that the algorithms refuse.
  init(_ error: TraversalError) {
    switch error {
    case .budgetExhausted: self.init(.nothing, error.description)
    default: self.init(.misused, error.description)
    }
  }
}
