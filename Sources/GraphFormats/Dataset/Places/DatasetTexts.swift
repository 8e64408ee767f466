// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// The texts of a dataset, by number, for turning places into locations that can be printed.
struct DatasetTexts: Sendable {
  private(set) var texts: [SourceText] = []

  /// Beyond this length of a line, finding a column costs enough to be counted.
  private static let longLine = 100_000

  /// Whether a line of the text is longer than that.
  private var haveLongLines: [Bool] = []

  /// Returns the number of the text.
  mutating func add(_ text: SourceText) -> Int {
    texts.append(text)
    let hasLongLine =
      text.utf8.count > Self.longLine
      && (1...text.lineCount).contains { text.range(ofLine: $0).count > Self.longLine }
    haveLongLines.append(hasLongLine)
    return texts.count - 1
  }

  func name(of file: Int) -> String { texts[file].name }

  func location(of place: TextPlace) -> SourceLocation {
    let file = Int(place.file)
    var location = texts[file].location(of: Int(place.start)..<Int(place.end))
    if place.row > 0 {
      location.cell = CSVCell.name(column: Int(place.column), row: Int(place.row))
    }
    return location
  }

  /// What working out a location costs, in bytes to look at; 0 for lines of usual length.
  func cost(of place: TextPlace) -> Int {
    haveLongLines[Int(place.file)] ? texts[Int(place.file)].utf8.count : 0
  }
}
