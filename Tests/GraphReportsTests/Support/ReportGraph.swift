// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphReports
import Testing

/// A small graph with what answers must word: dates on edges and on nodes, a property and an edge
/// about which sources disagree, an edge without a source, names that are markup.
struct ReportGraph {
  let graph: PropertyGraph

  /// - Parameter names: names by key, in place of the ordinary ones.
  init(names: [String: String] = [:]) throws {
    var builder = GraphBuilder(description: Self.description)
    let gazette = try builder.addSource(
      Source(
        key: "gazette", title: "Official Gazette", publisher: "Arland",
        url: "https://gazette.example/2014", published: PartialDate("2014-03")))
    let ministry = try builder.addSource(
      Source(key: "ministry", title: "Cooperation", url: "javascript:alert(1)"))
    let yearbook = try builder.addSource(Source(key: "yearbook", title: "Yearbook"))

    func name(_ key: String, _ usual: String) -> (name: String, value: Value) {
      ("name", .string(names[key] ?? usual))
    }
    let arland = try builder.addNode(
      type: "State", key: "arland", properties: [name("arland", "Arland")])
    let borvia = try builder.addNode(
      type: "State", key: "borvia", properties: [name("borvia", "Borvia")])
    let exchange = try builder.addNode(
      type: "Programme", key: "exchange",
      properties: [
        name("exchange", "Exchange of Coast Guards around the Strait"),
        ("since", date("2014-03")), ("until", date("2019")), ("budget", .integer(1_250_000)),
      ], names: [NodeName("ECG", kind: .acronym), NodeName("Обмен", language: "ru")])
    let process = try builder.addNode(
      type: "Dialogue", key: "process",
      properties: [name("process", "Lighthouse Process"), ("until", date("2012"))])
    let area = try builder.addNode(
      type: "PolicyArea", key: "safety", properties: [name("safety", "Maritime safety")])

    builder.addClaim(
      Claim(
        property: "budget", value: .integer(1_200_000),
        citations: [Citation(source: ministry, locator: "table 2")]), on: exchange)
    builder.addClaim(
      Claim(
        property: "budget", value: .integer(1_250_000), citations: [Citation(source: yearbook)],
        isPreferred: true, note: "with reserves"), on: exchange)

    let first = try builder.addEdge(
      type: "COVERS", from: exchange, to: arland, properties: [("since", date("2015"))])
    builder.addClaim(Claim(citations: [Citation(source: gazette, locator: "page 9")]), on: first)
    let second = try builder.addEdge(
      type: "COVERS", from: exchange, to: borvia,
      properties: [("since", date("2014-09")), ("role", .string("partner"))])
    for (property, value, source) in [
      ("since", date("2014-09"), ministry), ("since", date("2015-02"), yearbook),
      ("role", .string("partner"), ministry), ("role", .string("observer"), gazette),
    ] {
      builder.addClaim(
        Claim(property: property, value: value, citations: [Citation(source: source)]), on: second)
    }
    for state in [arland, borvia] {
      let edge = try builder.addEdge(type: "PARTICIPATES_IN", from: state, to: process)
      builder.addClaim(Claim(citations: [Citation(source: yearbook)]), on: edge)
    }
    _ = try builder.addEdge(type: "ADDRESSES", from: exchange, to: area)
    graph = try builder.freeze()
  }

  func node(_ key: String) throws -> NodeID { try #require(graph.node(key: key)) }

  func edge(_ type: String, _ from: String, _ to: String) throws -> EdgeID {
    try #require(
      graph.edges.first { edge in
        graph.typeName(of: edge) == type && graph.key(of: graph.source(of: edge)) == from
          && graph.key(of: graph.target(of: edge)) == to
      })
  }

  // MARK: - Answers

  func paths(
    _ from: String, _ to: String, selection: PathQuery.Selection = .shortest(4),
    avoiding: [String] = []
  ) throws -> CitedPaths {
    let filter = TraversalFilter(avoidedNodes: try avoiding.map { try node($0) })
    let query = PathQuery(
      from: try node(from), to: try node(to), filter: filter, selection: selection)
    let search = PathSearch(TraversalView(graph))
    if let explanation = try search.explainEmptyAnswer(to: query) {
      return CitedPaths(explanation, to: query, in: graph)
    }
    return CitedPaths(try search.paths(query), to: query, in: graph)
  }

  func neighbourhood(_ key: String, depth: Int = 1) throws -> NeighbourhoodAnswer {
    let question = Neighbourhood(of: try node(key), depth: depth)
    return NeighbourhoodAnswer(
      try question.subgraph(in: TraversalView(graph)), of: question, in: graph)
  }

  func list(_ type: String, state: String? = nil) throws -> ListAnswer {
    let selection = FacetSelection(
      type: type, facets: try state.map { [.init("state", try node($0))] } ?? [])
    return ListAnswer(
      try selection.answer(in: TraversalView(graph)), to: selection, in: graph)
  }

  func connection(_ keys: String...) throws -> ConnectionAnswer {
    let query = ConnectionQuery(joining: try keys.map { try node($0) })
    return ConnectionAnswer(try RefinedConnection(query, in: TraversalView(graph)), in: graph)
  }

  func history(_ from: String, _ to: String) throws -> ConnectionHistoryAnswer {
    let (start, end) = (try node(from), try node(to))
    let history = try ConnectionHistory(from: start, to: end, in: TraversalView(graph))
    return ConnectionHistoryAnswer(history, from: start, to: end, in: graph)
  }

  func arrival(_ from: String, _ to: String) throws -> EarliestArrivalAnswer {
    let (start, end) = (try node(from), try node(to))
    let arrival = try EarliestArrival(from: start, to: end, in: TraversalView(graph))
    return EarliestArrivalAnswer(arrival, from: start, to: end, departure: nil, in: graph)
  }

  func gaps(listsCounts: Bool = true) throws -> GapAnswer {
    let query = CoverageQuery(
      rows: .init(facet: Facet(types: ["State"], edges: ["COVERS"])),
      columns: .init(facet: Facet(types: ["PolicyArea"], edges: ["ADDRESSES"])),
      middleTypes: ["Programme"])
    return GapAnswer(
      try query.matrix(in: TraversalView(graph)), to: query, in: graph, listsCounts: listsCounts)
  }

  func communities() throws -> GroupingAnswer {
    let found = try Communities(in: TraversalView(graph), seed: 1)
    return GroupingAnswer(
      found.groups,
      kind: .communities(modularity: found.modularity, resolution: 1, seed: 1), in: graph)
  }

  /// One answer of each kind that cites.
  func answers() throws -> [any Answer] {
    [
      try paths("arland", "borvia"), try neighbourhood("exchange"),
      try neighbourhood("arland", depth: 3), try list("Programme", state: "borvia"),
      try list("Programme"), NodeAnswer(try node("exchange"), in: graph),
      NodeAnswer(try node("borvia"), in: graph),
      TimelineAnswer(of: [try node("exchange"), try node("arland")], in: graph),
      try connection("arland", "borvia", "safety"), try history("arland", "borvia"),
      try arrival("arland", "safety"),
    ]
  }

  private static let description = GraphDescription(
    title: "Cooperation around the Strait", language: "en",
    types: ["Programme": TypeWording(title: "Programme", plural: "programmes")],
    edges: [
      "COVERS": EdgeWording(
        verb: "covers", inverse: "is covered by", sentence: "{from} covers {to}"),
      "PARTICIPATES_IN": EdgeWording(
        verb: "takes part in", inverse: "has as a participant",
        sentence: "{from} takes part in {to}"),
    ],
    facets: ["state": Facet(types: ["State"], edges: ["COVERS"])])
}

/// A partial date as a value.
func date(_ text: String) -> Value { PartialDate(text).map(Value.partialDate) ?? .null }
