// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import Testing

struct SourceFilterTests {
  /// a to b by an edge that the Commission and the Council attest, by one that only the Council
  /// does, and by one that nobody does.
  private func made() throws -> (graph: PropertyGraph, ec: SourceID, council: SourceID) {
    var builder = GraphBuilder()
    let ec = try builder.addSource(Source(key: "ec", title: "Commission"))
    let council = try builder.addSource(Source(key: "council", title: "Council"))
    let first = try builder.addNode(type: "State", key: "a")
    let second = try builder.addNode(type: "State", key: "b")
    let both = try builder.addEdge(type: "BOTH", from: first, to: second)
    let one = try builder.addEdge(type: "ONE", from: first, to: second)
    try builder.addEdge(type: "ZERO", from: first, to: second)
    builder.addClaim(Claim(citations: [Citation(source: ec)]), on: both)
    builder.addClaim(Claim(citations: [Citation(source: council)]), on: both)
    builder.addClaim(Claim(citations: [Citation(source: council)]), on: one)
    let graph = try builder.freeze()
    let keys = graph.sources.map(\.key)
    func id(_ key: String) -> SourceID {
      SourceID(rawValue: UInt32(keys.firstIndex(of: key) ?? 99))
    }
    return (graph, id("ec"), id("council"))
  }

  private func types(_ graph: PropertyGraph, _ filter: TraversalFilter) throws -> [String] {
    let ends = (try #require(graph.node(key: "a")), try #require(graph.node(key: "b")))
    let query = PathQuery(from: ends.0, to: ends.1, filter: filter, selection: .shortest(9))
    return try PathSearch(TraversalView(graph)).paths(query).paths
      .map { graph.typeName(of: $0.steps[0].edge) }
  }

  @Test func whatSourcesAttest() throws {
    let (graph, ec, council) = try made()
    #expect(try types(graph, TraversalFilter(allowedSources: [ec])) == ["BOTH"])
    #expect(try types(graph, TraversalFilter(allowedSources: [council])) == ["BOTH", "ONE"])
    #expect(try types(graph, TraversalFilter(allowedSources: [])) == [])
    #expect(try types(graph, TraversalFilter(excludedSources: [council])) == ["BOTH", "ZERO"])
    #expect(
      try types(graph, TraversalFilter(allowedSources: [council], excludedSources: [ec]))
        == ["BOTH", "ONE"])
    #expect(try types(graph, TraversalFilter(excludedSources: [ec, council])) == ["ZERO"])
  }

  @Test func whyNot() throws {
    let (graph, ec, council) = try made()
    let ends = (try #require(graph.node(key: "a")), try #require(graph.node(key: "b")))
    let search = PathSearch(TraversalView(graph))
    func sentence(_ filter: TraversalFilter) throws -> String? {
      let query = PathQuery(from: ends.0, to: ends.1, filter: filter)
      let explanation = try search.explainEmptyAnswer(to: query)
      #expect(explanation?.cheapest?.path.hops == 1)
      let sentences = explanation?.sentences(from: ends.0, to: ends.1, in: graph)
      return sentences?.first { $0.hasPrefix("There is") }
    }
    #expect(
      try sentence(TraversalFilter(allowedEdgeTypes: ["ONE"], excludedSources: [council]))
        == "There is one of 1 step over edges of other types than 'ONE'")
    #expect(
      try sentence(TraversalFilter(excludedEdgeTypes: ["BOTH"], allowedSources: [ec]))
        == "There is one of 1 step over edges of type 'BOTH', which was excluded")
    #expect(
      try sentence(TraversalFilter(allowedSources: []))
        == "There is one of 1 step over edges that rest on other sources than none")
    let relaxations = try search.explainEmptyAnswer(
      to: PathQuery(
        from: ends.0, to: ends.1,
        filter: TraversalFilter(allowedEdgeTypes: ["ONE"], excludedSources: [council])))?
      .relaxations
    #expect(
      relaxations?.map { $0.constraints[0].relaxing(in: graph) } == [
        "over edges of other types than 'ONE'",
        "over edges that rest on 'council', which was excluded",
      ])
  }

  @Test func unknownSource() throws {
    let (graph, _, _) = try made()
    let error = TraversalError.unknownSource(SourceID(rawValue: 7))
    #expect(throws: error) {
      _ = try types(graph, TraversalFilter(allowedSources: [SourceID(rawValue: 7)]))
    }
    #expect(error.description == "the graph has no source 7")
  }
}
