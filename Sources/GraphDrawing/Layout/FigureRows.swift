// SPDX-License-Identifier: Apache-2.0

/// Nodes in rows that are no longer than a page is wide.
enum FigureRows {
  /// The width of a page, in points, that a row is not to exceed.
  static let pageWidth = 700.0
  /// The room between two nodes of a row.
  static let gap = 25.0

  /// Types one after another: a type that takes more than half a page has rows of its own, smaller
  /// ones share a row as far as they fit whole.
  ///
  /// - Parameter lengths: of all nodes along a row.
  static func rows(ofTypes types: [[Int]], lengths: [Double]) -> [[Int]] {
    var rows: [[Int]] = []
    var small: [[Int]] = []
    for members in types {
      guard members.count > 1, length(members, lengths) > pageWidth / 2 else {
        small.append(members)
        continue
      }
      rows += FigureRows.rows(of: small, lengths: lengths)
      small = []
      rows += FigureRows.rows(of: members.map { [$0] }, lengths: lengths)
    }
    return rows + FigureRows.rows(of: small, lengths: lengths)
  }

  /// Nodes in their order, as few rows as fit, and those of much the same length.
  ///
  /// - Parameters:
  ///   - units: Nodes that stay together.
  ///   - lengths: Of all nodes along a row.
  ///   - limit: How long a row may be, where it has more than one unit.
  /// - Complexity: O(*n*) in nodes.
  static func rows(
    of units: [[Int]], lengths: [Double], limit: Double = pageWidth
  ) -> [[Int]] {
    let whole = length(units.joined(), lengths)
    let count = max((whole / max(limit, 1)).rounded(.up), 1)
    let rows = filled(units, lengths, limit: limit, share: whole / count)
    // Where a rest is left over, one row more for all is better than a row of few.
    guard Double(rows.count) > count else { return rows }
    let even = filled(units, lengths, limit: limit, share: whole / (count + 1))
    return even.count > rows.count ? rows : even
  }

  /// - Parameter share: How long the rows are to be.
  private static func filled(
    _ units: [[Int]], _ lengths: [Double], limit: Double, share: Double
  ) -> [[Int]] {
    var rows: [[Int]] = []
    var row: [Int] = []
    var rowLength = -gap
    for unit in units {
      let own = length(unit, lengths)
      // A unit goes where more than half of it is still within the share, if the page allows.
      let longer = rowLength + gap + own
      if !row.isEmpty, longer > limit || longer - own / 2 > share {
        rows.append(row)
        row = []
        rowLength = -gap
      }
      row += unit
      rowLength += gap + own
    }
    return row.isEmpty ? rows : rows + [row]
  }

  /// How long a row of these is.
  static func length(_ row: some Sequence<Int>, _ lengths: [Double]) -> Double {
    row.reduce(-gap) { $0 + lengths[$1] + gap }
  }
}
