// SPDX-License-Identifier: Apache-2.0

/// One line of a text as a terminal shows it, cut around a place, and where the carets go.
struct Excerpt {
  /// Without tabs and without anything that a terminal would obey.
  let text: String

  /// How many columns stand left of the first caret.
  let caretColumn: Int

  /// At least 1.
  let caretCount: Int

  /// One character as shown, and the scalars of the line that it stands for.
  private struct Cell {
    let text: String
    let width: Int
    let scalars: Range<Int>
  }

  private static let ellipsis = "…"

  /// - Parameters:
  ///   - location: a place with an excerpt; without one there is nothing to show, and the result
  ///     is nil.
  ///   - width: how many columns of the line are shown at most.
  ///   - tabWidth: the distance of tab stops.
  init?(of location: SourceLocation, width: Int, tabWidth: Int) {
    guard let line = location.excerpt, location.line > 0, location.column > 0 else { return nil }
    let place = max(0, location.column - location.excerptColumn)
    let (cells, startsInside, endsInside) = Self.cells(
      of: line, around: place, reach: width * 4, tabWidth: tabWidth)
    let isCutLeft = startsInside || location.excerptColumn > 1
    let isCutRight = endsInside || location.isExcerptCutShort

    let end = place + max(1, location.length)
    let first = cells.firstIndex { $0.scalars.upperBound > place } ?? cells.count
    let last = cells.firstIndex { $0.scalars.lowerBound >= end } ?? cells.count
    let window = Self.window(
      of: cells, first: first, last: max(first, last), width: width, isCutLeft: isCutLeft,
      isCutRight: isCutRight)

    let lead = isCutLeft || window.lowerBound > 0 ? Self.ellipsis : ""
    let tail = isCutRight || window.upperBound < cells.count ? Self.ellipsis : ""
    text = lead + cells[window].map(\.text).joined() + tail
    caretColumn = lead.count + Self.width(of: cells[window.lowerBound..<first])
    let marked = first..<max(first, min(last, window.upperBound))
    caretCount = max(1, Self.width(of: cells[marked]))
  }

  /// The characters near the place, and whether the line goes on before and after them.
  ///
  /// Only so many scalars are looked at, since one character may be built of any number of them.
  private static func cells(
    of line: String, around place: Int, reach: Int, tabWidth: Int
  ) -> (cells: [Cell], startsInside: Bool, endsInside: Bool) {
    let scalars = line.unicodeScalars
    let skipped = max(0, place - reach)
    let start =
      scalars.index(scalars.startIndex, offsetBy: skipped, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
    let end =
      scalars.index(start, offsetBy: reach * 2, limitedBy: scalars.endIndex) ?? scalars.endIndex
    var cells: [Cell] = []
    var position = skipped
    var column = 0
    for character in String(scalars[start..<end]) {
      let count = character.unicodeScalars.count
      let text = shown(character, column: column, tabWidth: tabWidth)
      let width = DisplayWidth.width(of: text)
      cells.append(Cell(text: text, width: width, scalars: position..<position + count))
      position += count
      column += width
    }
    return (cells, start > scalars.startIndex, end < scalars.endIndex)
  }

  private static func shown(_ character: Character, column: Int, tabWidth: Int) -> String {
    if character == "\t" {
      return String(repeating: " ", count: tabWidth - column % tabWidth)
    }
    return HarmlessText.shown(String(character))
  }

  /// The cells that fit the width: the line's beginning where the place allows it, else the place
  /// with a third of the width before it.
  private static func window(
    of cells: [Cell], first: Int, last: Int, width: Int, isCutLeft: Bool, isCutRight: Bool
  ) -> Range<Int> {
    if !isCutLeft, !isCutRight, self.width(of: cells[...]) <= width { return 0..<cells.count }
    // One column on either side is kept for an ellipsis.
    let room = width - 2
    var start = first
    if self.width(of: cells[..<max(first, last)]) <= room {
      start = 0
    } else {
      var lead = 0
      while start > 0, lead + cells[start - 1].width <= room / 3 {
        start -= 1
        lead += cells[start].width
      }
    }
    var end = start
    var used = 0
    while end < cells.count, used + cells[end].width <= room {
      used += cells[end].width
      end += 1
    }
    while start > 0, used + cells[start - 1].width <= room {
      start -= 1
      used += cells[start].width
    }
    return start..<max(end, first)
  }

  private static func width(of cells: ArraySlice<Cell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }
}
