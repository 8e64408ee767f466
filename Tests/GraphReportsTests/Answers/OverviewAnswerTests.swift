// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphReports
import Testing

/// Answers that count and group: centrality, components, gaps.
@Suite struct OverviewAnswerTests {
  private func text(_ answer: any Answer) -> String {
    AnswerWriter(width: 100).text(of: answer, as: .text)
  }

  @Test func equalNumbersShareARank() throws {
    let sample = try ReportGraph()
    let degrees = try DegreeCounts(TraversalView(sample.graph))
    let answer = CentralityAnswer(.degree(degrees), in: sample.graph)
    #expect(
      answer.table.rows.map { [$0[0], $0[1], $0[4]] } == [
        ["1", "exchange", "3"], ["2", "process", "2"], ["2", "arland", "2"],
        ["2", "borvia", "2"], ["5", "safety", "1"],
      ])
    let short = CentralityAnswer(.degree(degrees), limit: 2, in: sample.graph)
    #expect(
      text(short).contains(
        "\nThe first 2 of 5 nodes; 2 more share rank 2. Ranked by the number of edges.\n"))
  }

  @Test func rankedNodesOfATypeKeepTheNumbersOfTheGraph() throws {
    let sample = try ReportGraph()
    let result = try Betweenness().scores(in: TraversalView(sample.graph))
    let answer = CentralityAnswer(
      .betweenness(result, error: 0, risk: 0.05, seed: 0), type: "Programme", in: sample.graph)
    #expect(
      text(answer) == """
        Rank  Node                                        Betweenness
        ────  ──────────────────────────────────────────  ───────────
        1     Exchange of Coast Guards around the Strait  0.583333

        1 programme, in a graph of 5 nodes. Betweenness is the share of the shortest paths between two other
        nodes that pass the node.

        """)
    let none = CentralityAnswer(
      .betweenness(result, error: 0, risk: 0.05, seed: 0), type: "Event", in: sample.graph)
    #expect(none.isEmpty)
    #expect(text(none) == "There is no event to rank.\n")
  }

  @Test func groupsAreNamedByTheirBestLinkedMembers() throws {
    let sample = try ReportGraph()
    let view = TraversalView(sample.graph)
    let filter = TraversalFilter(excludedEdgeTypes: ["PARTICIPATES_IN"])
    let answer = GroupingAnswer(try ConnectedComponents(view, filter: filter), of: view)
    #expect(
      text(answer) == """
        5 nodes in 2 components: no path leads from one to another. 1 node stands alone.

        Group  Nodes  Types                                      Best linked members
        ─────  ─────  ─────────────────────────────────────────  ────────────────────────────────────
        1      4      2 State nodes, 1 policy area, 1 programme  ECG; Arland; Borvia; Maritime safety

        """)
  }

  @Test func gapsAreDotsAndSentences() throws {
    let sample = try ReportGraph()
    let query = CoverageQuery(
      rows: .init(facet: Facet(types: ["State"], edges: ["COVERS", "PARTICIPATES_IN"])),
      columns: .init(facet: Facet(types: ["PolicyArea"], edges: ["ADDRESSES"])),
      middleTypes: ["Dialogue"])
    let matrix = try query.matrix(in: TraversalView(sample.graph))
    let answer = GapAnswer(matrix, to: query, in: sample.graph)
    #expect(!answer.isEmpty)
    #expect(
      text(answer) == """
        How many Dialogue nodes join State nodes and Policy area nodes

        State   Maritime safety
        ──────  ───────────────
        Arland  .
        Borvia  .

        Nothing joins any of the 2 pairs.

        - Arland and Borvia: Maritime safety

        """)
    #expect(
      answer.table.rows == [
        ["arland", "Arland", "safety", "Maritime safety"],
        ["borvia", "Borvia", "safety", "Maritime safety"],
      ])
  }

  @Test func pairsCiteTheEdgesThatJoinThem() throws {
    let answer = try ReportGraph().gaps()
    #expect(answer.isEmpty)
    #expect(
      answer.table.rows == [
        ["arland", "Arland", "safety", "Maritime safety", "1", "exchange", "gazette"],
        ["borvia", "Borvia", "safety", "Maritime safety", "1", "exchange", "ministry yearbook"],
      ])
    #expect(text(answer).contains("\nNo gap: something joins each of the 2 pairs.\n"))
  }

  @Test func communitiesSayHowGoodTheyAre() throws {
    let answer = try ReportGraph().communities()
    #expect(
      text(answer).hasPrefix(
        "5 nodes in 2 communities, modularity 0.080000: within one, nodes are linked more closely"))
    #expect(answer.table.columns == ["group", "size", "key", "type", "name"])
    #expect(answer.table.rows.count == 5)
  }

  /// A sample says how wrong it may be.
  @Test func samplesNameTheirError() throws {
    let sample = try ReportGraph()
    let result = try Betweenness(method: .sampled(error: 0.9, risk: 0.2, seed: 7))
      .scores(in: TraversalView(sample.graph))
    let answer = CentralityAnswer(
      .betweenness(result, error: 0.9, risk: 0.2, seed: 7), limit: 1, in: sample.graph)
    #expect(result.sampleCount == 4)
    #expect(
      text(answer).replacing("\n", with: " ").contains(
        "Estimated from 4 of the nodes as starts, drawn with the seed 7. In 80 of 100 such samples, "
          + "no number is wrong by more than 0.900000."))
  }

  @Test func membersOfAFacet() throws {
    var builder = GraphBuilder()
    let group = try builder.addNode(type: "Group", key: "group")
    let first = try builder.addNode(type: "State", key: "first")
    let second = try builder.addNode(type: "State", key: "second")
    let wide = try builder.addNode(type: "Area", key: "wide")
    let narrow = try builder.addNode(type: "Area", key: "narrow")
    _ = try builder.addEdge(type: "MEMBER_OF", from: first, to: group)
    _ = try builder.addEdge(type: "BROADER", from: narrow, to: wide)
    let graph = try builder.freeze()
    func node(_ key: String) throws -> NodeID { try #require(graph.node(key: key)) }
    let states = FacetMembers(
      Facet(types: ["State"], edges: [], expansion: .init(edge: "MEMBER_OF", isOutgoing: true)),
      in: graph)
    #expect(states.belonging(to: try node("group")) == [try node("first")])
    #expect(states.topmost == [try node("first"), try node("second")])
    let areas = FacetMembers(
      Facet(types: ["Area"], edges: [], expansion: .init(edge: "BROADER", isOutgoing: false)),
      in: graph)
    #expect(areas.belonging(to: try node("wide")) == [try node("narrow")])
    #expect(areas.topmost == [try node("wide")])
    #expect(areas.members(of: try node("narrow")) == [try node("narrow")])
    _ = second
  }
}
