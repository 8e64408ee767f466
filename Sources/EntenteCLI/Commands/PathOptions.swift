// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

/// What `path` and `draw path` have in common: the question.
struct PathOptions: ParsableArguments {
  @Argument(help: "Where the path starts: a key, a name or an acronym.")
  var from: String

  @Argument(help: "Where the path ends.")
  var to: String

  @Option(help: "A node or node type that the path must pass. May be repeated.")
  var via: [String] = []

  @Flag(help: "Pass the nodes and types of --via in the order given.")
  var inOrder = false

  @Option(help: "A node, node type or edge type that the path must not use. May be repeated.")
  var avoid: [String] = []

  @Option(
    help: "The node types that may be passed and the edge types that may be walked, by commas.")
  var types: String?

  @Option(help: "A source that each link must rest on, or another given so. May be repeated.")
  var source: [String] = []

  @Option(help: "A source that no link may rest on alone. May be repeated.")
  var withoutSource: [String] = []

  @Option(help: "The greatest number of steps.")
  var maxHops: Int?

  @Option(
    help: """
      What a path costs: hops, instruments (a passage through an agreement, programme or dialogue \
      is one), specificity (hubs cost more), a numeric property of edges, or a sum such as \
      'instruments + 0.5 * specificity'.
      """,
    transform: { text in
      do { return try CostModel(text: text) } catch {
        throw ValidationError("\(error).")
      }
    })
  var cost: CostModel = .hops

  @Option(help: "What a path may repeat: walk, trail (no edge), simple or acyclic (no node).")
  var mode: PathModeName = .acyclic

  @Option(name: .customShort("k"), help: "How many paths, the shortest or cheapest first.")
  var count: Int?

  @Option(help: "All paths of so many smallest lengths, or costs.")
  var groups: Int?

  @Flag(help: "All of the shortest paths.")
  var all = false

  @Flag(help: "Walk edges only from source to target.")
  var directed = false

  @Flag(help: "Say which constraints keep a better path away.")
  var explain = false

  @Flag(help: "Since when the two are connected, and in which periods.")
  var since = false

  @Flag(help: "How early one reaches the other, by links one after the other, from --as-of on.")
  var earliest = false

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var arrangement: ArrangementOptions

  /// More paths than this are counted, not listed, by `--all` and `--groups`.
  private static let listedPaths = 1000

  func validate() throws {
    if let maxHops, maxHops < 0 { throw ValidationError("--max-hops must not be negative.") }
    if let count, !(1...PathQuery.countLimit).contains(count) {
      throw ValidationError("-k must be between 1 and \(PathQuery.countLimit).")
    }
    if let groups, !(1...PathQuery.countLimit).contains(groups) {
      throw ValidationError("--groups must be between 1 and \(PathQuery.countLimit).")
    }
    if [count != nil, all, groups != nil].count(where: { $0 }) > 1 {
      throw ValidationError("Give one of -k, --all and --groups.")
    }
    if since, earliest { throw ValidationError("Give either --since or --earliest.") }
    if since || earliest, isSelective {
      throw ValidationError(
        "\(since ? "--since" : "--earliest") does not go with -k, --all, --groups, --max-hops, "
          + "--via, --cost, --mode or --explain.")
    }
  }

  /// Whether something is asked that only a list of paths has.
  private var isSelective: Bool {
    count != nil || all || groups != nil || maxHops != nil || !via.isEmpty || cost != .hops
      || mode != .acyclic || explain
  }

  /// The paths, or why there are none.
  func answer(in session: GraphSession) throws(CommandFailure) -> CitedPaths {
    let query = try query(in: session)
    do throws(TraversalError) {
      let view = TraversalView(session.graph)
      let search = PathSearch(view)
      let answer = try search.paths(query)
      if answer.paths.isEmpty, let explanation = try search.explainEmptyAnswer(to: query) {
        return CitedPaths(explanation, to: query, in: session.graph)
      }
      return CitedPaths(
        answer, to: query, in: session.graph,
        effects: explain ? try search.constraintEffects(of: query) : nil)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Writes how many steps the shortest, or the first of the cheapest, path has; -1 for none.
  func writeHops(to output: Output, in session: GraphSession) throws(CommandFailure) {
    if since || earliest {
      throw CommandFailure(
        .misused, "hops are counted on no day: leave --since and --earliest away")
    }
    let query = try query(in: session)
    let hops: Int?
    do throws(TraversalError) {
      let search = PathSearch(TraversalView(session.graph))
      if cost == .hops, mode == .acyclic, via.isEmpty {
        hops = try search.hops(
          from: query.start, to: query.end, filter: query.filter, maximumHops: maxHops,
          isDirected: directed)
      } else {
        hops = try search.paths(query).paths.first?.hops
      }
    } catch {
      throw CommandFailure(error)
    }
    try output.write("\(hops ?? -1)\n")
    if hops == nil { throw CommandFailure(.nothing) }
  }

  /// - Throws: a failure for a property that no edge can have, as far as the graph type says.
  private func checkCost(in session: GraphSession) throws(CommandFailure) {
    guard let type = session.graph.graphType, type.isClosed else { return }
    let declared =
      GraphType.builtInEdgeProperties + type.edgeTypes.flatMap { type.allProperties(of: $0) }
    let properties = Set(declared.map(\.name))
    for term in cost.terms {
      guard case .property(let name, _) = term.measure else { continue }
      guard !properties.contains(name) else { continue }
      let known = ["hops", "instruments", "specificity"] + properties.sorted()
      throw CommandFailure(
        .misused, "no edge has a property '\(name)' that a path could cost",
        hint: Suggestion.didYouMean(name, among: known).map(\.capitalisedSentence)
          ?? "A path costs hops, instruments, specificity or a property of edges.")
    }
  }

  private func query(in session: GraphSession) throws(CommandFailure) -> PathQuery {
    try checkCost(in: session)
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
    if !source.isEmpty { filter.allowedSources = try session.sources(source) }
    filter.excludedSources = try session.sources(withoutSource)
    return PathQuery(
      from: try session.node(from), to: try session.node(to), filter: filter, via: waypoints,
      areWaypointsOrdered: inOrder, maximumHops: maxHops, selection: selection,
      isDirected: directed, cost: cost, mode: mode.mode)
  }

  private var selection: PathQuery.Selection {
    if let count { return .shortest(count) }
    if let groups { return .shortestGroups(groups, limit: Self.listedPaths) }
    return .allShortest(limit: all ? Self.listedPaths : 1)
  }
}

/// The path modes by the names that the option takes.
enum PathModeName: String, ExpressibleByArgument, CaseIterable {
  case walk, trail, simple, acyclic

  var mode: PathMode { PathMode(rawValue: rawValue) ?? .acyclic }
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
