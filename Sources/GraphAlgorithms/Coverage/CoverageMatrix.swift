// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// What joins each row to each column. Empty cells are the gaps.
public struct CoverageMatrix: Hashable, Sendable {
  /// A cell that is not empty.
  public struct Cell: Hashable, Sendable {
    /// The places of the cell in ``CoverageMatrix/rows`` and ``CoverageMatrix/columns``.
    public var row: Int
    public var column: Int

    /// The middle nodes, by type, then key.
    public var nodes: [NodeID]

    /// Where items in force were asked for: those of which no start is known, in the same order.
    public var nodesOfUnknownStart: [NodeID]

    /// How many middle nodes there are, without those of unknown start.
    public var count: Int { nodes.count }
  }

  /// A pair that nothing joins.
  public struct Gap: Hashable, Sendable {
    public var row: NodeID
    public var column: NodeID
  }

  /// As given, else by type, then key.
  public let rows: [NodeID]
  public let columns: [NodeID]

  /// The cells that are not empty, by row, then column.
  public let cells: [Cell]

  /// For each row, how many middle nodes are in its cells, each counted once.
  public let rowCounts: [Int]

  /// For each column, likewise.
  public let columnCounts: [Int]

  init(rows: [NodeID], columns: [NodeID], contents: [UInt64: CoverageCellContents]) {
    self.rows = rows
    self.columns = columns
    cells = contents.sorted { $0.key < $1.key }.map { key, contents in
      Cell(
        row: Int(key >> 32), column: Int(key & 0xFFFF_FFFF), nodes: contents.nodes,
        nodesOfUnknownStart: contents.nodesOfUnknownStart)
    }
    var inRows = [Set<NodeID>](repeating: [], count: rows.count)
    var inColumns = [Set<NodeID>](repeating: [], count: columns.count)
    for cell in cells {
      inRows[cell.row].formUnion(cell.nodes)
      inColumns[cell.column].formUnion(cell.nodes)
    }
    rowCounts = inRows.map(\.count)
    columnCounts = inColumns.map(\.count)
  }

  /// The cell at two places; nil when it is empty. Complexity: O(log cells).
  public func cell(row: Int, column: Int) -> Cell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if (cells[middle].row, cells[middle].column) < (row, column) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < cells.count, cells[low].row == row, cells[low].column == column else { return nil }
    return cells[low]
  }

  /// The empty cells, by row, then column: pairs that no middle node joins, not even one of unknown
  /// start. Complexity: O(rows · columns); see ``gaps(limit:)`` where that may be too many.
  public var gaps: [Gap] { gaps(limit: .max) }

  /// The first of the empty cells. Complexity: O(limit + cells).
  public func gaps(limit: Int) -> [Gap] {
    var gaps: [Gap] = []
    var next = 0
    for row in rows.indices {
      for column in columns.indices {
        if next < cells.count, cells[next].row == row, cells[next].column == column {
          next += 1
          continue
        }
        if gaps.count >= limit { return gaps }
        gaps.append(Gap(row: rows[row], column: columns[column]))
      }
    }
    return gaps
  }

  /// How many cells are empty.
  public var gapCount: Int { rows.count * columns.count - cells.count }
}
