// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// One row of a table of nodes or edges, taken apart by the meaning of its columns.
struct CSVRow {
  let record: CSVRecord
  let columns: CSVColumns

  /// The text of a part; nil when its column or cell is absent.
  func text(_ part: String, _ reader: CSVReader) -> FactText? {
    guard let column = columns.column(part) else { return nil }
    return text(at: column, reader)
  }

  func text(at column: Int, _ reader: CSVReader) -> FactText? {
    let cell = record.cells[column]
    if cell.isAbsent { return nil }
    let text = reader.factText(of: cell, column: column, row: record.row)
    return text.text.isEmpty && !cell.isQuoted ? nil : text
  }

  /// The text of a part without which the row means nothing; its absence is reported.
  func required(_ part: String, _ reader: inout CSVReader) -> FactText? {
    if let text = text(part, reader), !text.text.isEmpty { return text }
    guard let column = columns.column(part) else { return nil }
    report(.emptyCell(column: part, table: columns.kind.rawValue), at: column, &reader)
    return nil
  }

  func report(_ finding: CSVFinding, at column: Int, _ reader: inout CSVReader) {
    let place = reader.location(of: record.cells[column], column: column, row: record.row)
    reader.report(finding.diagnostic(at: place))
  }

  /// Text under a header without a name belongs to nobody.
  func reportNamelessCells(_ reader: inout CSVReader) {
    for column in columns.nameless where text(at: column, reader) != nil {
      let letters = String(CSVCell.name(column: column, row: 1).dropLast())
      report(.namelessColumn(column: letters), at: column, &reader)
    }
  }

  /// The values of the properties that the row states.
  func values(_ reader: CSVReader) -> [(column: Int, property: FactText, value: FactText)] {
    columns.properties.compactMap { column, name in
      text(at: column, reader).map { (column, name, $0) }
    }
  }

  /// Who stands behind the row.
  func support(_ reader: inout CSVReader) -> FactSupport {
    var citations = (text("sources", reader)?.items ?? []).map(Self.citation)
    for part in ["locator", "quote"] {
      guard let text = text(part, reader), let column = columns.column(part) else { continue }
      if citations.isEmpty {
        report(.noSource(column: part), at: column, &reader)
      } else if citations.count > 1 {
        report(.severalSources(column: part, count: citations.count), at: column, &reader)
      } else if part == "locator" {
        citations[0].locator = text
      } else {
        citations[0].quote = text
      }
    }
    return FactSupport(citations: citations, note: text("note", reader))
  }

  /// `key` or `key: locator`.
  private static func citation(_ item: FactText) -> FactCitation {
    let bytes = Array(item.text.utf8)
    guard let colon = bytes.firstIndex(of: 0x3A), colon + 1 < bytes.count,
      bytes[colon + 1] == CSVByte.space
    else { return FactCitation(source: item) }
    let locator = bytes[(colon + 1)...].drop { $0 == CSVByte.space }
    return FactCitation(
      source: item.replaced(by: String(decoding: bytes[..<colon], as: UTF8.self)),
      locator: item.replaced(by: String(decoding: locator, as: UTF8.self)))
  }
}
