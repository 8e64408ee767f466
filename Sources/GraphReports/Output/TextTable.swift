// SPDX-License-Identifier: Apache-2.0

/// A table laid out in columns of text; where that would be too narrow to read, row by row.
struct TextTable: Sendable {
  private let table: AnswerTable

  init(_ table: AnswerTable) { self.table = table }

  /// The table within `width` columns, ending with a line end; empty without rows.
  func text(width: Int) -> String {
    guard !table.rows.isEmpty else { return "" }
    let lines = width < 60 ? keyedLines(width: width) : columnLines(width: width)
    return lines.joined(separator: "\n") + "\n"
  }

  private func columnLines(width: Int) -> [String] {
    let widths = columnWidths(within: width)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return rowLines(table.columns, widths) + [rule]
      + table.rows.flatMap { rowLines($0, widths) }
  }

  private func rowLines(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map {
      $0.withoutControls.wrapped(to: $1, isBreakingWords: true)
    }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      zip(wrapped, widths)
        .map { (line < $0.count ? $0[line] : "").padded(to: $1) }
        .joined(separator: "  ")
        .trimmingTrailingSpaces
    }
  }

  /// The natural widths, the widest cut first until they fit.
  private func columnWidths(within width: Int) -> [Int] {
    var widths = table.columns.indices.map { column in
      ([table.columns[column]] + table.rows.map { $0[column] })
        .map { $0.withoutControls.displayWidth }.max() ?? 0
    }
    let available = width - 2 * max(0, widths.count - 1)
    while widths.reduce(0, +) > available, let widest = widths.max(), widest > 12 {
      let second = widths.filter { $0 < widest }.max() ?? 0
      let count = widths.filter { $0 == widest }.count
      let excess = widths.reduce(0, +) - available
      let cut = max(1, min(widest - max(second, 12), (excess + count - 1) / count))
      for column in widths.indices where widths[column] == widest { widths[column] -= cut }
    }
    return widths
  }

  private func keyedLines(width: Int) -> [String] {
    let columns = table.columns.map(\.withoutControls)
    let label = (columns.map(\.displayWidth).max() ?? 0) + 2
    return table.rows.enumerated().flatMap { position, row in
      (position == 0 ? [] : [""])
        + zip(columns, row).filter { !$1.isEmpty }.flatMap { column, cell in
          cell.withoutControls.wrapped(to: max(10, width - label)).enumerated().map { line, text in
            (line == 0 ? column : "").padded(to: label) + text
          }
        }
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
