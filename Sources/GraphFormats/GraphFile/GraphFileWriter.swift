// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import Synchronization

/// Lays the arrays of a storage out as sections, and writes the catalogue that says which is which.
struct GraphFileWriter {
  private struct Section: Sendable {
    /// Alive while the owner is.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    let owner: any Sendable
  }

  private var sections: [Section] = []
  private var catalogue = RecordWriter()

  /// Complexity: linear in the numbers of types, columns and sources; the arrays are not copied.
  init(_ storage: GraphStorage) {
    catalogue.write(storage.graphType) { $0.write($1) }
    catalogue.write(storage.description)
    catalogue.write(storage.propertyNames)
    catalogue.write(storage.nodeTypes.count)
    for type in storage.nodeTypes { write(type) }
    catalogue.write(storage.edgeTypes.count)
    for type in storage.edgeTypes { write(type) }
    write(storage.strings)
    write(storage.keys.strings)
    catalogue.write(storage.keys.numbers != nil)
    if let numbers = storage.keys.numbers, let nodes = storage.keys.nodes {
      write(numbers)
      write(nodes)
    }
    write(storage.names)
    write(storage.nodeClaims.offsets)
    write(storage.nodeClaims.records)
    write(storage.edgeClaims.offsets)
    write(storage.edgeClaims.records)
    write(storage.edgeIdentifiers)
    catalogue.write(list: storage.sources) { $0.write($1) }
    for validity in [storage.nodeValidity, storage.edgeValidity] {
      catalogue.write(validity != nil)
      guard let validity else { continue }
      write(validity.first)
      write(validity.last)
    }
    let merged = storage.mergedAdjacency
    write(merged.offsets)
    write(merged.neighbours)
    write(merged.references)
    let nameTable = storage.nameTable
    write(nameTable.names)
    write(nameTable.starts)
    write(nameTable.nodes)
    write(nameTable.ranks)
  }

  /// Writes everything to a file, sections side by side.
  /// - Returns: the size of the file in bytes.
  func write(
    to file: borrowing PendingFile, origin: Fingerprint
  ) throws(FileSystemError) -> Int {
    var sections = sections
    let catalogue = FrozenArray(catalogue.bytes)
    sections.append(
      Section(
        bytes: UnsafeRawBufferPointer(start: catalogue.base, count: catalogue.count),
        owner: catalogue))
    var position = GraphFileLayout.headerSize
    let places = sections.map { section in
      position += -position & (GraphFileLayout.alignment - 1)
      defer { position += section.bytes.count }
      return position
    }
    let checksums = try Self.write(sections, at: places, to: file.opened)
    var table: [UInt8] = []
    for (index, section) in sections.enumerated() {
      GraphFileSection(
        offset: UInt64(places[index]), size: UInt64(section.bytes.count),
        checksum: checksums[index]
      ).encode(into: &table)
    }
    let header = GraphFileHeader(
      fileSize: UInt64(position + table.count), tableOffset: UInt64(position),
      sectionCount: UInt32(sections.count), catalogue: UInt32(sections.count - 1),
      tableChecksum: table.withUnsafeBytes { XXHash64.hash($0) }, origin: origin
    ).encoded()
    try FileSystem.withBytes(of: table) { (table) throws(FileSystemError) in
      try file.opened.write(table, at: position)
    }
    try FileSystem.withBytes(of: header) { (header) throws(FileSystemError) in
      try file.opened.write(header, at: 0)
    }
    return position + table.count
  }

  /// What came of writing the sections.
  private struct Outcome {
    var checksums: [UInt64]
    var fault: FileSystemError?
  }

  /// What lies between sections is never written, and reads as zeros.
  /// - Returns: the checksum of each section.
  private static func write(
    _ sections: [Section], at places: [Int], to file: OpenedFile
  ) throws(FileSystemError) -> [UInt64] {
    let outcome = Mutex(Outcome(checksums: [UInt64](repeating: 0, count: sections.count)))
    ParallelWork.run(sections.count, threads: ParallelWork.processorCount) { index in
      let section = sections[index]
      let checksum = XXHash64.hash(section.bytes)
      var fault: FileSystemError?
      do throws(FileSystemError) { try file.write(section.bytes, at: places[index]) } catch {
        fault = error
      }
      outcome.withLock { outcome in
        outcome.checksums[index] = checksum
        outcome.fault = outcome.fault ?? fault
      }
    }
    return try outcome.withLock { (outcome) throws(FileSystemError) in
      if let fault = outcome.fault { throw fault }
      return outcome.checksums
    }
  }
}

extension GraphFileWriter {
  /// Makes an array a section, and names it in the catalogue.
  private mutating func write<Element>(_ array: FrozenArray<Element>) {
    catalogue.write(sections.count)
    sections.append(
      Section(
        bytes: UnsafeRawBufferPointer(start: array.base, count: array.byteCount), owner: array))
  }

  private mutating func write(_ table: StringTable) {
    write(table.bytes)
    write(table.offsets)
    write(table.slots)
    catalogue.write(table.seed)
  }

  private mutating func write(_ table: RecordTable) {
    write(table.bytes)
    write(table.offsets)
  }

  private mutating func write(_ table: SparseRecordTable) {
    write(table.subjects)
    write(table.records)
  }

  private mutating func write(_ type: NodeTypeStorage) {
    catalogue.write(type.name)
    catalogue.write(type.labels)
    catalogue.write(type.count)
    write(type.columns)
  }

  private mutating func write(_ type: EdgeTypeStorage) {
    catalogue.write(type.label)
    catalogue.write(type.count)
    write(type.outgoing)
    write(type.incoming)
    write(type.sources)
    write(type.columns)
  }

  private mutating func write(_ adjacency: EdgeAdjacency) {
    catalogue.write(UInt64(adjacency.firstNode))
    write(adjacency.offsets)
    write(adjacency.neighbours)
    catalogue.write(adjacency.edges != nil)
    if let edges = adjacency.edges { write(edges) }
  }

  private mutating func write(_ columns: [PropertyColumn]) {
    catalogue.write(columns.count)
    for column in columns {
      catalogue.write(UInt64(column.property))
      switch column.values {
      case .boolean(let values): write(.boolean, values)
      case .integer(let values): write(.integer, values)
      case .float(let values): write(.float, values)
      case .string(let values): write(.string, values)
      case .date(let values): write(.date, values)
      case .partialDate(let values): write(.partialDate, values)
      case .mixed(let values):
        catalogue.write(byte: GraphFileColumn.mixed.rawValue)
        write(values.records)
      }
      switch column.rows {
      case .all: catalogue.write(byte: GraphFileRows.all.rawValue)
      case .members(let members):
        catalogue.write(byte: GraphFileRows.members.rawValue)
        write(members.words)
      case .listed(let rows):
        catalogue.write(byte: GraphFileRows.listed.rawValue)
        write(rows)
      }
    }
  }

  private mutating func write<Element>(_ kind: GraphFileColumn, _ values: FrozenArray<Element>) {
    catalogue.write(byte: kind.rawValue)
    write(values)
  }
}

/// The kinds of column, as the catalogue tells them apart.
enum GraphFileColumn: UInt8 {
  case boolean, integer, float, string, date, partialDate, mixed
}

/// Which rows a column has, as the catalogue tells them apart.
enum GraphFileRows: UInt8 {
  case all, members, listed
}
