// SPDX-License-Identifier: Apache-2.0

/// The shares of the page that the columns of a long table get.
///
/// Without them the writers for paper set every cell in one line, off the page where it is long.
struct PandocColumnWidths {
  /// Of one, column by column; nil for a table that fits as it is.
  let shares: [Double]?

  /// How many letters of usual size a line holds.
  private static let lineWidth = 80

  /// Room for a word of usual length, and between columns.
  private static let leastWidth = 4
  private static let gap = 2

  /// Complexity: linear in the size of the table.
  init(of table: AnswerTable) {
    var widths = table.columns.map { max($0.displayWidth, Self.leastWidth) + Self.gap }
    for row in table.rows {
      for (column, cell) in row.prefix(widths.count).enumerated() {
        widths[column] = max(widths[column], cell.displayWidth + Self.gap)
      }
    }
    guard widths.reduce(0, +) > Self.lineWidth, widths.count > 1 else {
      shares = nil
      return
    }
    // Narrow columns keep what they need; the others share the rest alike.
    var room = Self.lineWidth
    var left = widths.count
    for width in widths.sorted() where width <= room / left {
      room -= width
      left -= 1
    }
    let most = left > 0 ? room / left : room
    let fitted = widths.map { min($0, max(most, 1)) }
    let sum = Double(fitted.reduce(0, +))
    // Three digits, so that the shares are the same on every machine.
    shares = fitted.map { (Double($0) / sum * 1000).rounded(.down) / 1000 }
  }
}
