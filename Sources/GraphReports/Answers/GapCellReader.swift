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
  private var known: [EdgeID: EdgeReading] = [:]

  init(_ query: CoverageQuery, in graph: PropertyGraph) {
    self.graph = graph
    self.query = query
    rows = FacetMembers(query.rows.facet, in: graph, asOf: query.time.day)
    columns = FacetMembers(query.columns.facet, in: graph, asOf: query.time.day)
  }

  /// The edges that link a middle node to a row and to a column, or to what these stand for.
  mutating func readings(of node: NodeID, row: NodeID, column: NodeID) -> [EdgeReading] {
    let ownRows = rowMembers[row] ?? rows.members(of: row)
    rowMembers[row] = ownRows
    let ownColumns = columnMembers[column] ?? columns.members(of: column)
    columnMembers[column] = ownColumns
    let edges =
      links(of: node, query.rows.facet.edges, to: ownRows)
      + links(of: node, query.columns.facet.edges, to: ownColumns)
    return edges.map { edge in
      // The same edges stand in many cells.
      let reading = known[edge] ?? EdgeReading(edge, in: graph)
      known[edge] = reading
      return reading
    }
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
