// SPDX-License-Identifier: Apache-2.0

/// How much joins each row to each column, as a grid whose cells are the darker the more there is.
///
/// Every cell states its number, so that nothing is told by shade alone.
public struct CoverageChart: Sendable, Hashable {
  /// A cell that is not empty.
  public struct Cell: Sendable, Hashable {
    public var row: Int
    public var column: Int
    /// Nil where it is not known whether anything joins the two: shown as a question mark.
    public var count: Int?
    /// What joins the two, for readers who point at the cell.
    public var tooltip: String?

    public init(row: Int, column: Int, count: Int?, tooltip: String? = nil) {
      self.row = row
      self.column = column
      self.count = count
      self.tooltip = tooltip
    }
  }

  /// Title, date, sources and notes. Its nodes and edges are not drawn.
  public var frame: Figure
  public var rows: [String]
  public var columns: [String]
  public var cells: [Cell]

  /// Most rows and columns of a chart. What is more cannot be read, and is refused.
  public static let rowLimit = 200
  public static let columnLimit = 40

  public init(frame: Figure, rows: [String], columns: [String], cells: [Cell]) {
    self.frame = frame
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }

  /// The chart as SVG that stands alone or inside a page. Cells outside rows and columns are left
  /// away.
  ///
  /// - Complexity: O(rows · columns + length of bounded texts).
  /// - Throws: ``ChartError`` when there are more rows or columns than the limits.
  public func svg(style: FigureStyle = .default) throws(ChartError) -> String {
    guard rows.count <= Self.rowLimit else {
      throw ChartError(kind: "rows", count: rows.count, limit: Self.rowLimit)
    }
    guard columns.count <= Self.columnLimit else {
      throw ChartError(kind: "columns", count: columns.count, limit: Self.columnLimit)
    }
    return CoverageDrawing(self, style: style).text()
  }
}
