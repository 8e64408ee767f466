// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphAlgorithms
import GraphDrawing
import GraphModel
import GraphReports
import Testing

@Suite struct DifferenceAnswerTests {
  /// Two versions of one graph: every kind of change once.
  static func answer() throws -> DifferenceAnswer {
    DifferenceAnswer(
      GraphDifference(from: try version(isNew: false), to: try version(isNew: true)),
      oldName: "v1", newName: "v2")
  }

  private static func version(isNew: Bool) throws -> PropertyGraph {
    var builder = GraphBuilder(
      description: GraphDescription(
        title: "Strait", language: "en",
        edges: [
          "COVERS": EdgeWording(
            verb: "covers", inverse: "is covered by", sentence: "{from} covers {to}")
        ]))
    // In another order, so that the numbers of the registers differ.
    var sources: [String: SourceID] = [:]
    for key in isNew ? ["yearbook", "gazette"] : ["gazette", "register", "yearbook"] {
      sources[key] = try builder.addSource(Source(key: key, title: key.capitalized))
    }
    func cited(_ key: String, _ locator: String? = nil) throws -> [Citation] {
      [Citation(source: try #require(sources[key]), locator: locator)]
    }
    func node(_ type: String, _ key: String, _ properties: [(String, Value)]) throws -> NodeHandle {
      let node = try builder.addNode(
        type: type, key: key,
        properties: [
          ("name", .string(key.prefix(1).uppercased() + key.dropFirst().prefix { $0 != "-" }))
        ]
          + properties.map { ($0.0, $0.1) })
      builder.addClaim(Claim(citations: try cited("gazette")), on: node)
      return node
    }
    let arland = try node("State", "arland", [])
    let borvia = try node("State", "borvia", [])
    _ = try node("State", isNew ? "celdonia-2" : "celdonia", [])
    let budget = Value.integer(isNew ? 2 : 1)
    let exchange = try node(
      "Programme", "exchange",
      [("budget", budget), ("since", date("2001"))] + (isNew ? [("until", date("2024-06"))] : []))
    builder.addClaim(
      Claim(
        property: "budget", value: budget, citations: try cited(isNew ? "yearbook" : "gazette")),
      on: exchange)
    let first = try builder.addEdge(
      type: "COVERS", from: exchange, to: arland,
      properties: [("since", date("2003"))] + (isNew ? [("until", date("2024"))] : []))
    builder.addClaim(Claim(citations: try cited("gazette")), on: first)
    let second = try builder.addEdge(
      type: "COVERS", from: exchange, to: borvia,
      properties: [("role", .string(isNew ? "partner" : "observer"))])
    builder.addClaim(
      Claim(citations: try cited("gazette", isNew ? "page 2" : "page 1")), on: second)
    return try builder.freeze()
  }

  private static func date(_ text: String) -> Value {
    PartialDate(text).map { .partialDate($0) } ?? .null
  }

  @Test func asText() throws {
    let text = AnswerWriter(width: 100).text(of: try Self.answer(), as: .text)
    #expect(
      text == """
        v1 → v2

        3 nodes: 1 added, 1 removed, 1 ended. 2 edges: 1 ended, 1 changed.

        Added

        - Celdonia (State celdonia-2) [1]

        Removed

        - Celdonia (State celdonia) [1]

        Ended

        - Exchange (Programme exchange), 2001 – 2024-06: budget was 1 [1], now 2 [2]; now states until:
          2024-06
        - Exchange covers Arland, 2003 – 2024 [1]

        Changed

        - Exchange covers Borvia: role was observer, now partner; sources were [1] (page 1), now [1] (page
          2)

        Source register

        - removed register: Register

        Perhaps renamed: Celdonia was 'celdonia' and is 'celdonia-2' now; type and name are the same.

        Sources
          [1] Gazette (page 1; page 2).
          [2] Yearbook.

        """)
  }

  @Test func asTable() throws {
    #expect(
      try Self.answer().table.rows == [
        ["ended", "node", "Programme", "exchange", "", "", "budget", "1", "2", "yearbook"],
        ["ended", "node", "Programme", "exchange", "", "", "until", "", "2024-06", ""],
        ["removed", "node", "State", "celdonia", "", "", "", "", "", "gazette"],
        ["added", "node", "State", "celdonia-2", "", "", "", "", "", "gazette"],
        ["ended", "edge", "COVERS", "", "exchange", "arland", "until", "", "2024", ""],
        ["changed", "edge", "COVERS", "", "exchange", "borvia", "role", "observer", "partner", ""],
        [
          "changed", "edge", "COVERS", "", "exchange", "borvia", "sources", "gazette (page 1)",
          "gazette (page 2)", "gazette (page 2)",
        ],
        ["removed", "source", "", "register", "", "", "title", "Register", "", ""],
      ])
  }

  @Test func asJSON() throws {
    let text = AnswerWriter().text(of: try Self.answer(), as: .json)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "entente.diff/1")
    #expect(document["old"] as? String == "v1" && document["new"] as? String == "v2")
    let counts = try #require(document["counts"] as? [String: [String: Int]])
    #expect(
      counts["nodes"] == ["added": 1, "removed": 1, "ended": 1, "changed": 0, "resourced": 0])
    let nodes = try #require(document["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["change"] as? String } == ["ended", "removed", "added"])
    #expect(nodes[1]["new"] is NSNull && nodes[2]["old"] is NSNull)
    let was = try #require(nodes[0]["old"] as? [String: Any])
    let budget = try #require((was["properties"] as? [String: [[String: Any]]])?["budget"]?.first)
    #expect(budget["value"] as? Int == 1)
    let cited = try #require((budget["citations"] as? [[String: Any]])?.first)
    #expect(cited["source"] as? String == "gazette" && cited["number"] as? Int == 1)
    let edges = try #require(document["edges"] as? [[String: Any]])
    let differs = try #require(edges[1]["differs"] as? [[String: Any]])
    #expect(differs.map { $0["property"] as? String } == ["role", nil])
    #expect(differs.map { $0["sources_only"] as? Bool } == [false, true])
    #expect((document["perhaps_renamed"] as? [[String: String]])?.first?["new"] == "celdonia-2")
    #expect((document["register"] as? [[String: Any]])?.count == 1)
    #expect((document["sources"] as? [Any])?.count == 2)
  }

  @Test func counts() throws {
    let summary = DifferenceSummary(try Self.answer())
    #expect(
      summary.table.rows == [
        ["node", "Programme", "", "", "1", "", ""], ["node", "State", "1", "1", "", "", ""],
        ["edge", "COVERS", "", "", "1", "1", ""], ["source", "", "", "1", "", "", ""],
      ])
  }

  @Test func nothing() throws {
    let graph = try Self.version(isNew: true)
    let answer = DifferenceAnswer(
      GraphDifference(from: graph, to: graph), oldName: "a", newName: "b")
    #expect(answer.isEmpty)
    #expect(answer.blocks == [.paragraph("No differences between a and b.")])
    #expect(answer.table.rows.isEmpty)
  }

  @Test func asAFigure() throws {
    var drawn = DifferenceFigure(try Self.answer())
    let figure = drawn.figure()
    #expect(figure.title == "v1 → v2")
    #expect(
      figure.nodes.map { "\($0.id) \($0.change?.rawValue ?? "")" } == [
        "exchange ended", "celdonia removed", "celdonia-2 added", "arland ", "borvia ",
      ])
    #expect(figure.nodes.first { $0.id == "exchange" }?.sublabel == "2001– → 2001–2024")
    #expect(figure.edges.map { $0.change?.rawValue } == ["ended", "changed"])
    #expect(figure.edges.map(\.dates) == ["2003– → 2003–2024", nil])
    #expect(figure.edges.map(\.sourceNumbers) == [[1], [1]])
    #expect(figure.sources.map(\.number) == [1, 2])
    #expect(
      figure.notes == [
        // It has ended, and that is not all.
        "Δ Exchange (Programme exchange), 2001 – 2024-06: budget was 1 [1], now 2 [2]; "
          + "now states until: 2024-06.",
        "Δ Exchange covers Borvia: role was observer, now partner; sources were [1] (page 1), "
          + "now [1] (page 2).",
      ])
    drawn.hasUnchangedEdges = true
    // All edges of this graph differ.
    #expect(drawn.figure().edges == figure.edges)
  }
}
