// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics

/// Opens a table and works out what its columns are: from the header, the graph type, and where
/// neither says so from the first rows.
struct ImportHeader {
  private let name: String
  private let limits: ImportLimits

  /// The types that properties have without being declared in the header.
  private let declared: [String: PropertyType]

  /// The name of the type when it allows no properties that it does not declare.
  private let closedType: String?
  private(set) var diagnostics: [Diagnostic] = []

  /// So much of a file is looked at for its header and first rows.
  private static let headBytes = 1 << 20
  private static let sampledRows = 100

  init(
    name: String, limits: ImportLimits, declared: [String: PropertyType], closedType: String?
  ) {
    self.name = name
    self.limits = limits
    self.declared = declared
    self.closedType = closedType
  }

  /// - Returns: nil when the file or its header cannot be read; ``diagnostics`` say why.
  mutating func open(_ path: String, type: String, areNodes: Bool) -> ImportFile? {
    let file: SequentialFile
    var head = [UInt8](repeating: 0, count: Self.headBytes)
    do throws(FileSystemError) {
      file = try SequentialFile(path)
      var count = 0
      var fault: FileSystemError?
      head.withUnsafeMutableBytes { buffer in
        do throws(FileSystemError) { count = try file.read(into: buffer, at: 0) } catch {
          fault = error
        }
      }
      if let fault { throw fault }
      head.removeSubrange(count...)
    } catch {
      report(DatasetMessages.unreadable(error).diagnostic(at: SourceLocation(file: name)))
      return nil
    }
    return head.withUnsafeBufferPointer { bytes in
      read(bytes, SourceText(name: name, utf8: head), file, type, areNodes)
    }
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: SourceText, _ file: SequentialFile,
    _ type: String, _ areNodes: Bool
  ) -> ImportFile? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      report(.encoding(.utf16), at: text.location(of: 0..<1))
      return nil
    }
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var record = 1
    var row: (cells: [ImportCell], next: Int) = ([], start)
    var delimiter = CSVDelimiter.comma.rawValue
    while start < bytes.count {
      delimiter = CSVDelimiter.detected(in: text.utf8, from: start).rawValue
      row = ImportCell.row(bytes, at: start, delimiter: delimiter, limit: limits.columns + 1)
      if !row.cells.allSatisfy(\.isAbsent) { break }
      start = row.next
      record += 1
    }
    guard start < bytes.count else {
      report(.noHeader, at: SourceLocation(file: name))
      return nil
    }
    if row.cells.count > limits.columns || row.next == bytes.count && bytes.count == Self.headBytes
    {
      let isQuote = row.cells.last?.fault == .unclosedQuote
      report(
        isQuote ? .unclosedQuote : .tooManyColumns(limit: limits.columns),
        at: text.location(of: start..<start))
      return nil
    }
    var columns: [ImportPlan.Column] = []
    for (index, cell) in row.cells.enumerated() {
      var place = text.location(of: cell.start..<cell.end)
      place.cell = CSVCell.name(column: index, row: record)
      columns.append(column(cell, bytes, areNodes: areNodes, at: place))
    }
    checkColumns(columns, areNodes: areNodes, at: text.location(of: start..<start))
    for (index, column) in columns.enumerated() where column.kind != .nothing {
      guard let first = columns.firstIndex(where: { $0.name == column.name }), first < index else {
        continue
      }
      var place = text.location(of: row.cells[index].start..<row.cells[index].end)
      place.cell = CSVCell.name(column: index, row: record)
      report(.repeatedColumn(column.name, first: column.name), at: place)
    }
    if !diagnostics.isEmpty { return nil }
    let counts = sample(bytes, from: row.next, columns: columns.count, delimiter: delimiter)
    for index in columns.indices where columns[index].isInferred {
      columns[index].kind = .property(counts[index].type)
    }
    return ImportFile(
      name: name, type: type, file: file,
      plan: ImportPlan(columns: columns, delimiter: delimiter, areNodes: areNodes),
      offset: row.next,
      firstLine: ImportBlockParser.lineCount(.init(rebasing: bytes[..<row.next])) + 1,
      firstRow: record + 1)
  }

  /// What one cell of the header makes of the column below it.
  private mutating func column(
    _ cell: ImportCell, _ bytes: UnsafeBufferPointer<UInt8>, areNodes: Bool,
    at place: SourceLocation
  ) -> ImportPlan.Column {
    if let fault = cell.fault {
      report(ImportMessages.quotes(fault), at: place)
    } else if let kind = TextEncodingFault.firstInside(bytes[cell.start..<cell.end]) {
      report(.encoding(kind), at: place)
    } else if cell.end - cell.start > 1_000 {
      report(.cellTooLarge(limit: 1_000), at: place)
    }
    if bytes[cell.start..<cell.end].contains(CSVByte.carriageReturn) {
      report(ImportMessages.carriageReturnInHeader().diagnostic(at: place))
    }
    let written = cell.text(bytes)
    switch (written, areNodes) {
    case ("", _): return ImportPlan.Column(name: "", kind: .nothing)
    case ("id", true): return ImportPlan.Column(name: written, kind: .key)
    case ("id", false): return ImportPlan.Column(name: written, kind: .identifier)
    case ("from", false): return ImportPlan.Column(name: written, kind: .from)
    case ("to", false): return ImportPlan.Column(name: written, kind: .to)
    default: break
    }
    var name = written
    var type: PropertyType?
    if let colon = written.lastIndex(of: ":"), colon != written.startIndex {
      let typeName = written[written.index(after: colon)...]
      type = Self.type(named: typeName)
      if type != nil {
        name = String(written[..<colon])
      } else if !typeName.isEmpty, typeName.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
        let known = Suggestion.nearest(to: String(typeName), in: Self.types.map(\.name), limit: 1)
        report(
          ImportMessages.unknownColumnType(
            String(typeName), nearest: known.first, known: Self.types.map(\.name)
          ).diagnostic(at: place))
      }
    }
    if declared[name] == nil, let closedType {
      let near = Suggestion.nearest(to: name, in: declared.keys.sorted(), limit: 1).first
      report(
        DatasetMessages.unknownProperty(
          name, of: closedType, help: near.map { "did you mean '\($0)'?" }
        ).diagnostic(at: place))
    }
    if let type = type ?? declared[name] {
      return ImportPlan.Column(name: name, kind: .property(type))
    }
    return ImportPlan.Column(name: name, kind: .property(.integer), isInferred: true)
  }

  /// The types that a column can be given: those of single values.
  private static let types: [PropertyType] = [
    .boolean, .integer, .float, .string, .date, .partialDate, .localTime, .time, .localDateTime,
    .dateTime, .duration,
  ]

  private static func type(named name: Substring) -> PropertyType? {
    let upper = name.uppercased()
    if upper == "BOOLEAN" { return .boolean }
    if upper == "INT" { return .integer }
    return types.first { $0.name == upper }
  }

  private mutating func checkColumns(
    _ columns: [ImportPlan.Column], areNodes: Bool, at place: SourceLocation
  ) {
    let needed: [(ImportPlan.Kind, String)] =
      areNodes ? [(.key, "id")] : [(.from, "from"), (.to, "to")]
    for (kind, name) in needed where !columns.contains(where: { $0.kind == kind }) {
      report(
        .missingColumn(name, table: areNodes ? "nodes" : "edges", also: []), at: place)
    }
  }

  private func sample(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, columns: Int, delimiter: UInt8
  ) -> [CellCounts] {
    var counts = [CellCounts](repeating: CellCounts(), count: columns)
    var next = start
    for _ in 0..<Self.sampledRows where next < bytes.count {
      let row = ImportCell.row(bytes, at: next, delimiter: delimiter, limit: columns)
      // The last row that was read may go on.
      if row.next == bytes.count, bytes.count == Self.headBytes { break }
      next = row.next
      for (index, cell) in row.cells.enumerated() where cell.start < cell.end {
        counts[index].count(
          CellClass.of(UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])))
      }
    }
    return counts
  }

  private mutating func report(_ finding: CSVFinding, at place: SourceLocation) {
    report(finding.diagnostic(at: place))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < limits.findings { diagnostics.append(diagnostic) }
  }
}
