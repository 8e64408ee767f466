// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Lays the arrays of a storage out as sections, and writes the catalogue that says which is which.
///
/// Sections are numbered in the order of the catalogue. They lie in the order in which the arrays
/// are at hand while a graph is being made: all that is about nodes, then edges type by type, then
/// what takes a whole graph.
struct GraphFileWriter {
  private var arrays: [GraphFileArray] = []
  private var catalogue = RecordWriter()
  private var stage = GraphFileArray.Stage.whole

  private init() {}

  /// Complexity: linear in the numbers of types, columns and sources; the arrays are not copied.
  init(_ storage: GraphStorage) {
    writeAllButMerged(of: storage)
    at(.merged) { $0.write(storage.mergedAdjacency) }
    at(.names) { $0.write(storage.nameTable) }
  }

  private mutating func writeAllButMerged(of storage: GraphStorage) {
    catalogue.write(storage.graphType) { $0.write($1) }
    catalogue.write(storage.description)
    catalogue.write(storage.propertyNames)
    catalogue.write(storage.nodeTypes.count)
    at(.nodes) { for type in storage.nodeTypes { $0.write(type) } }
    catalogue.write(storage.edgeTypes.count)
    at(.edges) { for type in storage.edgeTypes { $0.write(type) } }
    write(storage.strings)
    at(.nodes) { $0.write(storage.keys) }
    write(storage.names)
    write(storage.nodeClaims.offsets)
    write(storage.nodeClaims.records)
    write(storage.edgeClaims.offsets)
    write(storage.edgeClaims.records)
    write(storage.edgeIdentifiers)
    catalogue.write(list: storage.sources) { $0.write($1) }
    at(.nodes) { $0.write(storage.nodeValidity) }
    write(storage.edgeValidity)
  }

  /// The numbers of sections in the order in which they lie in the file.
  private static func order(of arrays: [GraphFileArray]) -> [Int] {
    arrays.indices.sorted {
      (arrays[$0].stage.rawValue, $0) < (arrays[$1].stage.rawValue, $1)
    }
  }

  private mutating func at(
    _ stage: GraphFileArray.Stage, _ body: (inout GraphFileWriter) -> Void
  ) {
    self.stage = stage
    body(&self)
    self.stage = .whole
  }

  /// The first sections of the file of a graph that has these nodes.
  static func arrays(ofNodes storage: GraphStorage) -> [GraphFileArray] {
    var writer = GraphFileWriter()
    writer.at(.nodes) {
      for type in storage.nodeTypes { $0.write(type) }
      $0.write(storage.keys)
      $0.write(storage.nodeValidity)
    }
    return writer.arrays
  }

  /// What follows the arrays of nodes.
  static func arrays(of names: NameTable) -> [GraphFileArray] {
    var writer = GraphFileWriter()
    writer.at(.names) { $0.write(names) }
    return writer.arrays
  }

  /// What follows the names, and the edge types before this one.
  static func arrays(of type: EdgeTypeStorage) -> [GraphFileArray] {
    var writer = GraphFileWriter()
    writer.at(.edges) { $0.write(type) }
    return writer.arrays
  }

  /// Everything but the merged adjacency and the catalogue, which follow.
  static func arraysBeforeMerged(of storage: GraphStorage) -> [GraphFileArray] {
    var writer = GraphFileWriter()
    writer.writeAllButMerged(of: storage)
    writer.at(.names) { $0.write(storage.nameTable) }
    return order(of: writer.arrays).map { writer.arrays[$0] }
  }

  /// The sums of all sections in the order of their numbers, as the table of a file has them.
  var checksums: [UInt64] {
    (arrays + [GraphFileArray(FrozenArray(catalogue.bytes), .catalogue)])
      .map { XXHash64.hash($0.bytes) }
  }

  /// Writes everything to a file.
  ///
  /// - Parameter stream: may have the first sections already.
  /// - Returns: the size of the file in bytes.
  func write(
    to file: borrowing PendingFile, _ stream: GraphFileStream, origin: Fingerprint
  ) throws(FileSystemError) -> Int {
    let catalogue = GraphFileArray(FrozenArray(catalogue.bytes), .catalogue)
    let arrays = arrays + [catalogue]
    let order = Self.order(of: arrays)
    stream.append(order.dropFirst(stream.count).map { arrays[$0] })
    let (places, end) = try stream.finish()
    var sections = [GraphFileSection](
      repeating: GraphFileSection(offset: 0, size: 0, checksum: 0), count: arrays.count)
    for (place, index) in zip(places, order) {
      sections[index] = GraphFileSection(
        offset: UInt64(place.offset), size: UInt64(arrays[index].bytes.count),
        checksum: place.checksum)
    }
    var table: [UInt8] = []
    for section in sections { section.encode(into: &table) }
    let header = GraphFileHeader(
      fileSize: UInt64(end + table.count), tableOffset: UInt64(end),
      sectionCount: UInt32(sections.count), catalogue: UInt32(sections.count - 1),
      tableChecksum: table.withUnsafeBytes { XXHash64.hash($0) }, origin: origin
    ).encoded()
    try FileSystem.withBytes(of: table) { (table) throws(FileSystemError) in
      try file.opened.write(table, at: end)
    }
    try FileSystem.withBytes(of: header) { (header) throws(FileSystemError) in
      try file.opened.write(header, at: 0)
    }
    return end + table.count
  }
}

extension GraphFileWriter {
  /// Makes an array a section, and names it in the catalogue.
  private mutating func write<Element>(_ array: FrozenArray<Element>) {
    catalogue.write(arrays.count)
    arrays.append(GraphFileArray(array, stage))
  }

  private mutating func write(_ keys: KeyTable) {
    write(keys.strings)
    catalogue.write(keys.numbers != nil)
    if let numbers = keys.numbers, let nodes = keys.nodes {
      write(numbers)
      write(nodes)
    }
  }

  private mutating func write(_ validity: DayRanges?) {
    catalogue.write(validity != nil)
    guard let validity else { return }
    write(validity.first)
    write(validity.last)
  }

  private mutating func write(_ merged: MergedAdjacency) {
    write(merged.offsets)
    write(merged.neighbours)
    write(merged.references)
  }

  private mutating func write(_ table: NameTable) {
    write(table.names)
    write(table.starts)
    write(table.nodes)
    write(table.ranks)
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
