// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
internal import GraphModel

/// Finds the edges that put a middle node into a cell, and who states them.
struct GapCellReader {
  private let graph: PropertyGraph
  private let query: CoverageQuery
  private let rows: FacetMembers
  private let columns: FacetMembers
  private var rowMembers: [NodeID: Set<NodeID>] = [:]
  private var columnMembers: [NodeID: Set<NodeID>] = [:]

  init(_ query: CoverageQuery, in graph: PropertyGraph) {
    self.graph = graph
    self.query = query
    rows = FacetMembers(query.rows.facet, in: graph, asOf: query.time.day)
    columns = FacetMembers(query.columns.facet, in: graph, asOf: query.time.day)
  }

  /// The edges that link a middle node to a row and to a column, or to what these stand for.
  mutating func edges(of node: NodeID, row: NodeID, column: NodeID) -> [EdgeID] {
    let ownRows = rowMembers[row] ?? rows.members(of: row)
    rowMembers[row] = ownRows
    let ownColumns = columnMembers[column] ?? columns.members(of: column)
    columnMembers[column] = ownColumns
    return links(of: node, query.rows.facet.edges, to: ownRows)
      + links(of: node, query.columns.facet.edges, to: ownColumns)
  }

  mutating func citations(of node: NodeID, row: NodeID, column: NodeID) -> [Citation] {
    edges(of: node, row: row, column: column)
      .flatMap { EdgeReading($0, in: graph).citations }.uniqued
  }

  private func links(of node: NodeID, _ types: [String], to members: Set<NodeID>) -> [EdgeID] {
    var found: [EdgeID] = []
    graph.forEachEdge(at: node, direction: .both) { edge, far in
      guard members.contains(far), types.contains(graph.typeName(of: edge)) else { return }
      if let day = query.time.day, !graph.validity(of: edge).contains(day) { return }
      found.append(edge)
    }
    return found.uniqued
  }
}
