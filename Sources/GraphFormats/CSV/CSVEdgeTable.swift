// SPDX-License-Identifier: Apache-2.0

/// Reads the rows of a table of edges.
enum CSVEdgeTable {
  /// Rows that share it speak of one edge. Rows without an id share "no id".
  private struct Identity: Hashable {
    let from: String
    let type: String
    let to: String
    let identifier: String?
  }

  static func read(_ columns: CSVColumns, _ reader: inout CSVReader) -> [EdgeFactRecord] {
    var records: [EdgeFactRecord] = []
    var merges: [CSVClaimMerge] = []
    var indices: [Identity: Int] = [:]
    while let record = reader.next() {
      let row = CSVRow(record: record, columns: columns)
      row.reportNamelessCells(&reader)
      let from = row.required("from", &reader)
      let type = row.required("type", &reader)
      let to = row.required("to", &reader)
      guard let from, let type, let to else { continue }
      let identifier = row.text("id", reader)
      let identity = Identity(
        from: from.text, type: type.text, to: to.text, identifier: identifier?.text)
      if let index = indices[identity] {
        if let earlier = merges[index].add(row, &reader) {
          row.report(.repeatedRow(first: earlier), at: 0, &reader)
        }
      } else {
        indices[identity] = records.count
        records.append(EdgeFactRecord(identifier: identifier, from: from, type: type, to: to))
        merges.append(CSVClaimMerge(row, &reader))
      }
    }
    for index in records.indices {
      records[index].statements = merges[index].statements
      records[index].supports = merges[index].supports
    }
    return records
  }
}
