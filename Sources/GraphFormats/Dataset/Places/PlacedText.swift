// SPDX-License-Identifier: Apache-2.0

/// Where a piece of text stands in the files of a dataset. Small, since every text has one.
struct TextPlace: Sendable, Hashable {
  /// The position in ``DatasetTexts``.
  var file: UInt32

  /// In UTF-8 offsets.
  var start: UInt32
  var end: UInt32

  /// The spreadsheet cell, column from 0 and row from 1; row 0 for a text that is in no table.
  var column: UInt32 = 0
  var row: UInt32 = 0

  init(file: Int, span: Range<Int>, column: Int = 0, row: Int = 0) {
    self.file = UInt32(clamping: file)
    start = UInt32(clamping: span.lowerBound)
    end = UInt32(clamping: span.upperBound)
    self.column = UInt32(clamping: column)
    self.row = UInt32(clamping: row)
  }
}

/// A text that somebody wrote, and where.
struct PlacedText: Sendable {
  var text: String
  var place: TextPlace

  init(_ text: String, _ place: TextPlace) {
    self.text = text
    self.place = place
  }
}
