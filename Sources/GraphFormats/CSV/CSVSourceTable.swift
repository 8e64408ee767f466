// SPDX-License-Identifier: Apache-2.0

/// Reads the rows of a table of sources.
enum CSVSourceTable {
  static func read(_ columns: CSVColumns, _ reader: inout CSVReader) -> [SourceFactRecord] {
    var records: [SourceFactRecord] = []
    while let record = reader.next() {
      let row = CSVRow(record: record, columns: columns)
      row.reportNamelessCells(&reader)
      let key = row.required("key", &reader)
      let title = row.required("title", &reader)
      guard let key, let title else { continue }
      func text(_ column: SourceColumn) -> FactText? { row.text(column.rawValue, reader) }
      records.append(
        SourceFactRecord(
          key: key, title: title, publisher: text(.publisher), url: text(.url),
          published: text(.published), retrieved: text(.retrieved), language: text(.language),
          licence: text(.licence), note: text(.note)))
    }
    return records
  }
}
