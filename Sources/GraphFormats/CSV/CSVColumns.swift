// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// What a CSV file of a dataset holds.
public enum CSVFactKind: String, Sendable, Hashable, CaseIterable {
  case nodes, edges, sources
}

/// The columns of a source table.
enum SourceColumn: String, CaseIterable {
  case key, title, publisher, url, published, retrieved, language, licence, note
}

/// Which column of a table means what.
struct CSVColumns {
  let kind: CSVFactKind

  /// The column of each part that has a meaning of its own, by its own name.
  private(set) var parts: [String: Int] = [:]

  /// The columns that hold values of properties, in order.
  private(set) var properties: [(column: Int, name: FactText)] = []

  /// The columns with an empty header, in order.
  private(set) var nameless: [Int] = []

  func column(_ part: String) -> Int? { parts[part] }
}

extension CSVColumns {
  /// Names the columns of a table; what is wrong with the header is reported to the reader.
  ///
  /// - Returns: nil when the table cannot be read with this header.
  init?(header: CSVRecord, reader: inout CSVReader) {
    let names = header.cells.map { reader.plainText(of: $0) }
    let lowered = names.map { $0.lowercased() }
    guard let kind = Self.kind(of: lowered, file: reader.source.name) else {
      let place = SourceLocation(file: reader.source.name)
      reader.report(CSVFinding.unknownTable.diagnostic(at: place))
      return nil
    }
    self.kind = kind
    let spellings = Self.spellings(of: kind, header: Set(lowered))
    var isReadable = true
    var first: [String: Int] = [:]
    for (column, cell) in header.cells.enumerated() {
      let place = reader.location(of: cell, column: column, row: header.row)
      if names[column].isEmpty {
        nameless.append(column)
        continue
      }
      let part = spellings[lowered[column]]
      // Parts and properties live apart: 'label' may be a property where it is no other name.
      let identity = part.map { "part \($0)" } ?? "property \(names[column])"
      if let earlier = first[identity] {
        reader.report(
          CSVFinding.repeatedColumn(names[column], first: names[earlier]).diagnostic(at: place))
        isReadable = false
        continue
      }
      first[identity] = column
      if let part {
        parts[part] = column
      } else if kind == .sources {
        reader.report(CSVFinding.unknownSourceColumn(names[column]).diagnostic(at: place))
      } else if lowered[column] != Self.ignored(header: Set(lowered), kind: kind) {
        properties.append((column, reader.factText(of: cell, column: column, row: header.row)))
      }
      if let part, Self.statements.contains(part), kind != .sources {
        let name = reader.factText(of: cell, column: column, row: header.row)
        properties.append((column, name.replaced(by: part)))
      }
    }
    for part in Self.required(of: kind) where parts[part] == nil {
      var place = reader.location(of: header.cells[0], column: 0, row: header.row)
      place.cell = nil
      let also = spellings.filter { $0.value == part && $0.key != part }.keys.sorted()
      reader.report(
        CSVFinding.missingColumn(part, table: kind.rawValue, also: also).diagnostic(at: place))
      isReadable = false
    }
    if !isReadable { return nil }
  }

  /// The parts that are built-in properties: claims like those of any property.
  private static let statements: Set<String> = ["name", "since", "until"]

  private static func required(of kind: CSVFactKind) -> [String] {
    switch kind {
    case .nodes: ["key", "type"]
    case .edges: ["from", "type", "to"]
    case .sources: ["key", "title"]
    }
  }

  /// By the name of the file, else by what only one kind of table has.
  private static func kind(of header: [String], file: String) -> CSVFactKind? {
    let stem = (file.split(separator: "/").last ?? "").lowercased()
    if let named = CSVFactKind.allCases.first(where: { stem.hasPrefix($0.rawValue) }) {
      return named
    }
    let names = Set(header)
    if names.isSuperset(of: ["from", "to"]) || names.isSuperset(of: ["source", "target"]) {
      return .edges
    }
    guard names.contains("key") || names.contains("id") else { return nil }
    if names.contains("type") { return .nodes }
    return names.contains("title") ? .sources : nil
  }

  /// Lower-case header texts and the part that each means.
  private static func spellings(of kind: CSVFactKind, header: Set<String>) -> [String: String] {
    switch kind {
    case .nodes:
      return [
        "key": "key", "id": "key", "type": "type", "name": "name", "label": "name",
        "aliases": "aliases", "aka": "aliases", "since": "since", "until": "until",
        "sources": "sources", "source": "sources", "locator": "locator", "quote": "quote",
        "preferred": "preferred", "note": "note",
      ]
    case .edges:
      var spellings = [
        "id": "id", "from": "from", "type": "type", "to": "to", "since": "since",
        "until": "until", "source": "sources", "sources": "sources", "locator": "locator",
        "quote": "quote", "preferred": "preferred", "note": "note",
      ]
      if isGephi(header) {
        spellings["source"] = "from"
        spellings["target"] = "to"
        // There, 'Type' says whether the edge is directed, and all of ours are.
        if header.contains("label") { spellings["type"] = nil }
      } else if !header.contains("from") || !header.contains("to") {
        spellings["target"] = "to"
      }
      if spellings["type"] == nil || !header.contains("type") { spellings["label"] = "type" }
      return spellings
    case .sources:
      var spellings: [String: String] = [:]
      for column in SourceColumn.allCases { spellings[column.rawValue] = column.rawValue }
      spellings["id"] = SourceColumn.key.rawValue
      spellings["license"] = SourceColumn.licence.rawValue
      return spellings
    }
  }

  private static func isGephi(_ header: Set<String>) -> Bool {
    header.isSuperset(of: ["source", "target"]) && header.isDisjoint(with: ["from", "to"])
  }

  /// The one column that says nothing to us.
  private static func ignored(header: Set<String>, kind: CSVFactKind) -> String? {
    kind == .edges && isGephi(header) && header.contains("label") ? "type" : nil
  }
}

extension CSVReader {
  /// What a cell says, without the spaces around it unless quotes keep them.
  func plainText(of cell: CSVCell) -> String {
    if cell.isQuoted { return text(of: cell) }
    let bytes = source.utf8[cell.span]
    func isInk(_ byte: UInt8) -> Bool { byte != CSVByte.space && byte != CSVByte.tab }
    guard let first = bytes.firstIndex(where: isInk), let last = bytes.lastIndex(where: isInk)
    else {
      return ""
    }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  func factText(of cell: CSVCell, column: Int, row: Int) -> FactText {
    FactText(plainText(of: cell), in: source, span: cell.span, cell: (column, row))
  }

  /// A row as it was written, quotes at its ends aside; finds rows that repeat others.
  func bytes(of record: CSVRecord) -> [UInt8] {
    guard let first = record.cells.first, let last = record.cells.last else { return [] }
    return Array(source.utf8[first.span.lowerBound..<last.span.upperBound])
  }
}
