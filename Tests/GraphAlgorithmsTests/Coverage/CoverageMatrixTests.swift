// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct CoverageMatrixTests {
  private let description = GraphDescription(
    instrumentTypes: ["Programme", "Agreement", "NotInTheData"],
    facets: [
      "area": Facet(
        types: ["PolicyArea"], edges: ["ADDRESSES", "NOT_IN_THE_DATA"],
        expansion: .init(edge: "BROADER", isOutgoing: false)),
      "state": Facet(
        types: ["State"], edges: ["COVERS", "PARTY_TO"],
        expansion: .init(edge: "MEMBER_OF", isOutgoing: true)),
    ])

  private let text = """
    PolicyArea:borders -BROADER-> PolicyArea:migration
    PolicyArea:visas -BROADER-> PolicyArea:borders
    PolicyArea:asylum 2010.. -BROADER-> PolicyArea:migration
    Programme:bomca 2003..2019 -ADDRESSES-> PolicyArea:borders
    Programme:bomca -COVERS 2004..2010-> tajikistan
    Programme:group-fund -ADDRESSES-> PolicyArea:visas
    Programme:group-fund -COVERS-> StateGroup:central-asia
    tajikistan -MEMBER_OF 1991..-> StateGroup:central-asia
    tajikistan -PARTY_TO-> Agreement:treaty
    Agreement:treaty -ADDRESSES-> PolicyArea:asylum
    Programme:idle -COVERS-> poland
    """

  private func rows(_ made: HandMadeGraph, _ matrix: CoverageMatrix) -> [String] {
    matrix.cells.map { cell in
      let names = cell.nodes.map { made.graph.key(of: $0) ?? "" }
      let unknown = cell.nodesOfUnknownStart.map { (made.graph.key(of: $0) ?? "") + "?" }
      return "\(made.graph.key(of: matrix.rows[cell.row]) ?? "") "
        + "\(made.graph.key(of: matrix.columns[cell.column]) ?? ""): "
        + (names + unknown).joined(separator: " ")
    }
  }

  @Test func cellsAndGaps() throws {
    let made = try HandMadeGraph(text, description: description)
    let view = TraversalView(made.graph)
    let matrix = try CoverageQuery(rows: "state", columns: "area", in: made.graph).matrix(in: view)
    #expect(matrix.rows.map { made.graph.key(of: $0) } == ["poland", "tajikistan"])
    #expect(
      matrix.columns.map { made.graph.key(of: $0) } == ["asylum", "borders", "migration", "visas"])
    #expect(
      rows(made, matrix) == [
        "tajikistan asylum: treaty", "tajikistan borders: bomca group-fund",
        "tajikistan migration: treaty bomca group-fund", "tajikistan visas: group-fund",
      ])
    #expect(matrix.gaps.map { made.graph.key(of: $0.row) } == Array(repeating: "poland", count: 4))
    #expect(matrix.gapCount == 4)
    #expect(matrix.gaps(limit: 2) == Array(matrix.gaps.prefix(2)))
    #expect(matrix.gaps(limit: 0).isEmpty)
    #expect(matrix.rowCounts == [0, 3])
    #expect(matrix.columnCounts == [1, 2, 3, 1])
    #expect(matrix.cell(row: 0, column: 0) == nil)
    #expect(matrix.cell(row: 1, column: 2)?.count == 3)
  }

  @Test func timeNarrowsEdgesRowsAndMiddle() throws {
    let made = try HandMadeGraph(text, description: description)
    let view = TraversalView(made.graph)
    let day = try #require(CalendarDate(year: 2005, month: 6, day: 1))
    var query = try CoverageQuery(
      rows: "state", columns: "area", in: made.graph, time: .asOf(day))
    #expect(
      rows(made, try query.matrix(in: view)) == [
        "tajikistan borders: bomca group-fund", "tajikistan migration: bomca group-fund",
        "tajikistan visas: group-fund",
      ])
    query.time = .inForce(day)
    let inForce = try query.matrix(in: view)
    #expect(
      rows(made, inForce) == [
        "tajikistan borders: bomca group-fund?", "tajikistan migration: bomca group-fund?",
        "tajikistan visas: group-fund?",
      ])
    #expect(inForce.rowCounts == [0, 1])
    #expect(inForce.gapCount == 3)
    query.time = .asOf(try #require(CalendarDate(year: 2011, month: 1, day: 1)))
    query.columns.nodes = [made["visas"], made["borders"], made["visas"]]
    query.middleTypes = ["Programme"]
    let few = try query.matrix(in: view)
    #expect(
      rows(made, few) == ["tajikistan visas: group-fund", "tajikistan borders: group-fund"])
    #expect(few.columns == [made["visas"], made["borders"]])
  }

  @Test func refusals() throws {
    let made = try HandMadeGraph(text, description: description)
    let view = TraversalView(made.graph)
    #expect(throws: TraversalError.unknownFacet("aera", known: ["area", "state"])) {
      try CoverageQuery(rows: "state", columns: "aera", in: made.graph)
    }
    var query = try CoverageQuery(
      rows: "state", columns: "area", in: made.graph, middleTypes: ["Programm"])
    #expect(throws: TraversalError.unknownNodeType("Programm")) { try query.matrix(in: view) }
    query.middleTypes = nil
    query.rows.nodes = [made["visas"]]
    #expect(
      throws: TraversalError.wrongFacetType(
        facet: "rows", node: "visas", type: "PolicyArea", expected: ["State"])
    ) { try query.matrix(in: view) }
    query.rows.nodes = [NodeID(rawValue: 99)]
    #expect(throws: TraversalError.unknownNode(NodeID(rawValue: 99))) {
      try query.matrix(in: view)
    }
    query.rows.nodes = nil
    #expect(throws: TraversalError.self) {
      try query.matrix(in: view, budget: SearchBudget(edgeLimit: 2))
    }
  }

  /// Every cell, asked one by one of the facet selection, which finds its items another way round.
  @Test(arguments: 0..<4)
  func everyCellIsTheFacetSelection(part: Int) throws {
    var random = SeededGenerator(seed: 400 + UInt64(part))
    var filled = 0
    for number in 0..<150 {
      let made = try RandomGraph.make(&random)
      var graph = made
      if random.chance(1, of: 2) { try RandomGraph.edit(&graph, &random) }
      func facet(_ type: String) -> Facet {
        let edges = RandomGraph.edgeTypes.filter { _ in random.chance(2, of: 3) }
        let expansion = Facet.Expansion(
          edge: RandomGraph.edgeTypes.randomElement(using: &random) ?? "",
          isOutgoing: random.chance(1, of: 2))
        return Facet(
          types: random.chance(1, of: 4) ? [] : [type], edges: edges,
          expansion: random.chance(2, of: 3) ? expansion : nil)
      }
      let described = try Self.described(
        graph, facets: ["row": facet("State"), "column": facet("Agreement")])
      let day = CalendarDate(year: Int.random(in: 1999...2009, using: &random), month: 3, day: 5)
      let times: [FacetSelection.Time] = [.any, day.map { .asOf($0) } ?? .any]
      let time = times.randomElement(using: &random) ?? .any
      let view = TraversalView(described)
      guard described.nodeTypeNames.contains("Programme") else { continue }
      let matrix = try CoverageQuery(
        rows: "row", columns: "column", in: described, middleTypes: ["Programme"], time: time
      ).matrix(in: view)
      for (row, rowNode) in matrix.rows.enumerated() {
        for (column, columnNode) in matrix.columns.enumerated() {
          let expected = try FacetSelection(
            type: "Programme", facets: [.init("row", rowNode), .init("column", columnNode)],
            time: time
          ).answer(in: view).items.map(\.node)
          let cell = matrix.cell(row: row, column: column)
          #expect((cell?.nodes ?? []) == expected, "part \(part), graph \(number)")
          if !expected.isEmpty { filled += 1 }
        }
      }
      #expect(matrix.gapCount == matrix.gaps.count)
    }
    #expect(filled > 50)
  }

  /// The same nodes and edges under another description.
  private static func described(
    _ graph: PropertyGraph, facets: [String: Facet]
  ) throws -> PropertyGraph {
    var builder = GraphBuilder(description: GraphDescription(facets: facets))
    var handles: [NodeID: NodeHandle] = [:]
    for node in graph.nodes {
      handles[node] = try builder.addNode(
        type: graph.typeName(of: node), key: graph.key(of: node),
        properties: graph.properties(of: node).map { ($0.name, $0.value) })
    }
    for edge in graph.edges {
      guard let source = handles[graph.source(of: edge)],
        let target = handles[graph.target(of: edge)]
      else { continue }
      try builder.addEdge(
        type: graph.typeName(of: edge), from: source, to: target,
        properties: graph.properties(of: edge).map { ($0.name, $0.value) })
    }
    return try builder.freeze()
  }
}
