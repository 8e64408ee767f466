// SPDX-License-Identifier: Apache-2.0

/// The shares of the page that the columns of a long table get.
///
/// Without them the writers for paper set every cell in one line, off the page where it is long.
struct PandocColumnWidths {
  /// Of one, column by column; nil for a table that fits as it is.
  let shares: [Double]?

  /// How many letters of usual size a line holds.
  private static let lineWidth = 66

  /// Room for a word of usual length, and between columns.
  private static let leastWidth = 4
  private static let gap = 3

  /// - Parameter width: how many letters a cell takes when it is written.
  ///
  /// Complexity: linear in the size of the table.
  init(of table: AnswerTable, width: (String) -> Int = \.displayWidth) {
    var widths = table.columns.map { max($0.displayWidth, Self.leastWidth) + Self.gap }
    for row in table.rows {
      for (column, cell) in row.prefix(widths.count).enumerated() {
        widths[column] = max(widths[column], width(cell) + Self.gap)
      }
    }
    guard widths.reduce(0, +) > Self.lineWidth, widths.count > 1 else {
      shares = nil
      return
    }
    // Narrow columns keep what they need; the others share the rest, long ones more of it.
    var room = Double(Self.lineWidth)
    var left = widths.count
    for width in widths.sorted() where Double(width) <= room / Double(left) {
      room -= Double(width)
      left -= 1
    }
    let most = left > 0 ? room / Double(left) : room
    let isLong = widths.map { Double($0) > most }
    let roots = zip(widths, isLong).reduce(0) { $0 + ($1.1 ? Double($1.0).squareRoot() : 0) }
    let fitted = zip(widths, isLong).map { width, isLong in
      isLong ? room * Double(width).squareRoot() / roots : Double(width)
    }
    let sum = fitted.reduce(0, +)
    // Three digits, so that the shares are the same on every machine.
    shares = fitted.map { ($0 / sum * 1000).rounded(.down) / 1000 }
  }
}
