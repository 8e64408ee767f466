// SPDX-License-Identifier: Apache-2.0

/// Reads the rows of a table of nodes.
enum CSVNodeTable {
  static func read(_ columns: CSVColumns, _ reader: inout CSVReader) -> [NodeFactRecord] {
    var records: [NodeFactRecord] = []
    var merges: [CSVClaimMerge] = []
    var indexByKey: [String: Int] = [:]
    while let record = reader.next() {
      let row = CSVRow(record: record, columns: columns)
      row.reportNamelessCells(&reader)
      guard let key = row.required("key", &reader) else { continue }
      let aliases = (row.text("aliases", reader)?.items ?? []).map(name)
      if let type = row.text("type", reader), !type.text.isEmpty {
        // Of two nodes with one key the loader says what it says of any two.
        if indexByKey[key.text] == nil { indexByKey[key.text] = records.count }
        records.append(NodeFactRecord(key: key, type: type, aliases: aliases))
        merges.append(CSVClaimMerge(row, &reader))
      } else if let index = indexByKey[key.text] {
        records[index].aliases += aliases
        if let earlier = merges[index].add(row, &reader) {
          row.report(.repeatedRow(first: earlier), at: 0, &reader)
        }
      } else {
        let column = columns.column("key") ?? 0
        row.report(.noNodeAbove(key: key.text), at: column, &reader)
      }
    }
    for index in records.indices {
      records[index].statements = merges[index].statements
      records[index].supports = merges[index].supports
    }
    return records
  }

  /// `Old name @ru #former`, the marks in either order.
  private static func name(_ item: FactText) -> FactName {
    var words = item.text.split(separator: " ", omittingEmptySubsequences: false)
    var name = FactName(name: item)
    while words.count > 1, let last = words.last {
      if name.language == nil, last.first == "@", isLanguage(last.dropFirst()) {
        name.language = item.replaced(by: String(last.dropFirst()))
      } else if name.kind == nil, last.first == "#", isWord(last.dropFirst()) {
        name.kind = item.replaced(by: String(last.dropFirst()))
      } else {
        break
      }
      words.removeLast()
      while words.count > 1, words.last?.isEmpty == true { words.removeLast() }
    }
    name.name = item.replaced(by: words.joined(separator: " "))
    return name
  }

  /// Whether a mark has the form of a language tag (BCP 47): `ru`, `uz-Cyrl`.
  static func isLanguage(_ mark: Substring) -> Bool {
    let parts = mark.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
    return parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    } && isWord(Substring(first.lowercased()))
  }

  static func isWord(_ mark: Substring) -> Bool {
    !mark.isEmpty && mark.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }
}
