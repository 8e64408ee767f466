// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Makes a storage of the sections of a mapped file: the catalogue is decoded, the arrays are used
/// where they lie.
struct GraphFileReader {
  private let file: MappedFile
  private let sections: [GraphFileSection]
  private var catalogue: RecordReader

  init(
    _ file: MappedFile, sections: [GraphFileSection], catalogue: UnsafeRawBufferPointer
  ) {
    self.file = file
    self.sections = sections
    self.catalogue = RecordReader(catalogue.assumingMemoryBound(to: UInt8.self))
  }

  /// Complexity: linear in the numbers of types, columns and sources.
  mutating func storage() throws(DamagedRecord) -> GraphStorage {
    let graphType = try catalogue.optional {
      (reader: inout RecordReader) throws(DamagedRecord) in try reader.graphType()
    }
    let description = try catalogue.description()
    let propertyNames = try catalogue.texts()
    let nodeTypes = try nodeTypes(propertyCount: propertyNames.count)
    let edgeTypes = try edgeTypes(propertyCount: propertyNames.count)
    let parts = GraphStorage.Parts(
      graphType: graphType, description: description, nodeTypes: nodeTypes, edgeTypes: edgeTypes,
      propertyNames: propertyNames, strings: try stringTable(), keys: try keyTable(),
      names: try sparseRecordTable(), nodeClaims: try claimTable(), edgeClaims: try claimTable(),
      edgeIdentifiers: try sparseRecordTable(),
      sources: try catalogue.list { (reader: inout RecordReader) throws(DamagedRecord) in
        try reader.source()
      })
    let storage = GraphStorage(
      parts: parts, nodeValidity: try validity(), edgeValidity: try validity(),
      merged: MergedAdjacency(
        offsets: try array(), neighbours: try array(), references: try array()),
      nameTable: NameTable(
        names: try stringTable(), starts: try array(), nodes: try array(), ranks: try array()))
    guard catalogue.remaining == 0 else { throw DamagedRecord() }
    return storage
  }

  /// The array that the catalogue names next.
  private mutating func array<Element: BitwiseCopyable & Sendable>()
    throws(DamagedRecord) -> FrozenArray<Element>
  {
    let section = sections[try catalogue.number(below: sections.count)]
    let stride = MemoryLayout<Element>.stride
    guard Int(section.size) % stride == 0, let base = file.bytes.baseAddress else {
      throw DamagedRecord()
    }
    // Sections begin at multiples of 64 bytes in pages, so any element is aligned.
    let count = Int(section.size) / stride
    return FrozenArray(
      base: (base + Int(section.offset)).bindMemory(to: Element.self, capacity: count),
      count: count, owner: file)
  }

  private mutating func stringTable() throws(DamagedRecord) -> StringTable {
    StringTable(
      bytes: try array(), offsets: try array(), slots: try array(),
      seed: try catalogue.number())
  }

  private mutating func recordTable() throws(DamagedRecord) -> RecordTable {
    RecordTable(bytes: try array(), offsets: try array())
  }

  private mutating func sparseRecordTable() throws(DamagedRecord) -> SparseRecordTable {
    SparseRecordTable(subjects: try array(), records: try recordTable())
  }

  private mutating func claimTable() throws(DamagedRecord) -> ClaimTable {
    ClaimTable(offsets: try array(), records: try recordTable())
  }

  private mutating func keyTable() throws(DamagedRecord) -> KeyTable {
    let strings = try stringTable()
    let isPartial = try catalogue.flag()
    return KeyTable(
      strings: strings, numbers: isPartial ? try array() : nil,
      nodes: isPartial ? try array() : nil)
  }

  private mutating func validity() throws(DamagedRecord) -> DayRanges? {
    try catalogue.flag() ? DayRanges(first: try array(), last: try array()) : nil
  }

  private mutating func nodeTypes(
    propertyCount: Int
  ) throws(DamagedRecord) -> [NodeTypeStorage] {
    var types: [NodeTypeStorage] = []
    var next = 0
    for _ in 0..<(try catalogue.count()) {
      let name = try catalogue.text()
      let labels = try catalogue.texts()
      let count = try catalogue.number(below: Int(UInt32.max) - next)
      types.append(
        NodeTypeStorage(
          name: name, labels: labels, firstNode: UInt32(next), count: count,
          columns: try columns(propertyCount: propertyCount)))
      next += count
    }
    return types
  }

  private mutating func edgeTypes(
    propertyCount: Int
  ) throws(DamagedRecord) -> [EdgeTypeStorage] {
    var types: [EdgeTypeStorage] = []
    var next = 0
    for _ in 0..<(try catalogue.count()) {
      let label = try catalogue.text()
      let count = try catalogue.number(below: Int(UInt32.max >> 1) - next)
      types.append(
        EdgeTypeStorage(
          label: label, firstEdge: UInt32(next), count: count, outgoing: try adjacency(),
          incoming: try adjacency(), sources: try array(),
          columns: try columns(propertyCount: propertyCount)))
      next += count
    }
    return types
  }

  private mutating func adjacency() throws(DamagedRecord) -> EdgeAdjacency {
    EdgeAdjacency(
      firstNode: try catalogue.number32(), offsets: try array(), neighbours: try array(),
      edges: try catalogue.flag() ? try array() : nil)
  }

  private mutating func columns(propertyCount: Int) throws(DamagedRecord) -> [PropertyColumn] {
    var columns: [PropertyColumn] = []
    for _ in 0..<(try catalogue.count()) {
      let property = UInt32(try catalogue.number(below: propertyCount))
      guard let kind = GraphFileColumn(rawValue: try catalogue.byte()) else {
        throw DamagedRecord()
      }
      let values: PropertyColumn.Values =
        switch kind {
        case .boolean: .boolean(try array())
        case .integer: .integer(try array())
        case .float: .float(try array())
        case .string: .string(try array())
        case .date: .date(try array())
        case .partialDate: .partialDate(try array())
        case .mixed: .mixed(EncodedValues(records: try recordTable()))
        }
      guard let rowKind = GraphFileRows(rawValue: try catalogue.byte()) else {
        throw DamagedRecord()
      }
      let rows: PropertyColumn.Rows =
        switch rowKind {
        case .all: .all
        case .members: .members(FrozenBitSet(words: try array()))
        case .listed: .listed(try array())
        }
      columns.append(PropertyColumn(property: property, values: values, rows: rows))
    }
    return columns
  }
}
