// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphFormats
internal import SourceDiagnostics

/// Places of nodes as somebody wrote them down: CSV with the columns `id`, `x` and `y`.
///
/// Places are the middles of nodes in points of 1/72 inch, x to the right and y downwards from the
/// upper left corner of the diagram.
struct PositionTable {
  /// What names a node, and where it stands in the table.
  struct Row {
    let id: String
    let line: Int
  }

  let path: String
  private(set) var positions: [String: FigureLayout.Point] = [:]
  /// In the order of the table.
  private(set) var rows: [Row] = []

  /// Rows of one table.
  private static let rowLimit = 100_000
  /// Bytes of one table, and how far a node may be from the corner.
  private static let byteLimit = 16 << 20
  private static let bound = 100_000.0

  /// - Throws: a failure that names the line of what is wrong.
  init(_ path: String) throws(CommandFailure) {
    self.path = path
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.read(path, limit: Self.byteLimit)
    } catch {
      throw CommandFailure(.misused, "'\(path)' cannot be read: \(error.description)")
    }
    var reader = CSVReader(SourceText(name: path, utf8: bytes))
    let names = reader.header.map { header in
      header.cells.map { reader.text(of: $0).lowercased() }
    }
    guard let names else {
      try Self.refuse(reader, path)
      throw Self.failure(path, 1, "the table is empty")
    }
    guard let id = names.firstIndex(of: "id"), let x = names.firstIndex(of: "x"),
      let y = names.firstIndex(of: "y")
    else { throw Self.failure(path, 1, "the columns id, x and y are needed") }
    while let row = reader.next() {
      // Rows of a length other than the header's have been reported.
      try Self.refuse(reader, path)
      let line = row.cells.first.map { reader.source.location(of: $0.span).line } ?? row.row
      let key = reader.text(of: row.cells[id])
      guard positions.count < Self.rowLimit else {
        throw Self.failure(path, line, "more than \(Self.rowLimit) rows")
      }
      guard !key.isEmpty else { throw Self.failure(path, line, "a row without id") }
      let place = FigureLayout.Point(
        x: try number(reader.text(of: row.cells[x]), "x", path, line),
        y: try number(reader.text(of: row.cells[y]), "y", path, line))
      guard positions.updateValue(place, forKey: key) == nil else {
        throw Self.failure(path, line, "'\(Self.shown(key))' has a place already")
      }
      rows.append(Row(id: key, line: line))
    }
    try Self.refuse(reader, path)
    guard !positions.isEmpty else { throw Self.failure(path, 1, "no row follows the header") }
  }

  private func number(
    _ text: String, _ column: String, _ path: String, _ line: Int
  ) throws(CommandFailure) -> Double {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || ".-+eE".utf8.contains(byte)
    }
    guard isPlain, let value = Double(text) else {
      throw Self.failure(path, line, "\(column) is a number of points, not '\(Self.shown(text))'")
    }
    guard abs(value) <= Self.bound else {
      throw Self.failure(path, line, "\(column) is more than 100,000 points away: \(value)")
    }
    return value
  }

  static func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(60).filter { $0.value >= 0x20 }))
  }

  private static func refuse(_ reader: CSVReader, _ path: String) throws(CommandFailure) {
    guard let finding = reader.diagnostics.first else { return }
    throw failure(path, finding.location?.line ?? 1, finding.message)
  }

  private static func failure(_ path: String, _ line: Int, _ reason: String) -> CommandFailure {
    CommandFailure(
      .misused, "'\(path)' is no table of places: line \(line): \(reason)",
      hint: "Each row has id, x and y, in points from the upper left corner.")
  }
}
