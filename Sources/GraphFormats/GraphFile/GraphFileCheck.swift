// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Looks for the first thing in a storage that points at something that is not there, or that
/// would make a search go wrong. Checksums tell what was damaged; this tells what was made to harm.
///
/// Complexity: linear in the size of the graph.
enum GraphFileCheck {
  /// What is wrong, in words; nil for a storage that can be used.
  static func fault(in storage: GraphStorage) -> String? {
    let check = Check(storage)
    check.run()
    return check.fault
  }
}

private final class Check {
  let storage: GraphStorage
  var fault: String?

  init(_ storage: GraphStorage) { self.storage = storage }

  func run() {
    check(storage.strings, "the string table")
    checkKeys()
    checkNames()
    for type in storage.nodeTypes {
      check(type.columns, rowCount: type.count, "node type '\(type.name)'")
    }
    for type in storage.edgeTypes {
      checkEdges(type)
      check(type.columns, rowCount: type.count, "edge type '\(type.label)'")
    }
    checkValidity()
    checkRecords()
    if fault == nil { checkMerged() }
  }

  private func require(_ isSound: @autoclosure () -> Bool, _ part: @autoclosure () -> String) {
    if fault == nil, !isSound() { fault = part() }
  }

  // MARK: - Texts and names

  private func check(_ table: StringTable, _ part: String) {
    require(isPartition(table.offsets, of: table.bytes.count), part)
    let slots = table.slots
    // A free slot is what ends a look-up.
    require(
      slots.count > 0 && slots.count & (slots.count - 1) == 0
        && slots.contains(0) && slots.allSatisfy { Int($0) <= table.count }, part)
  }

  private func checkKeys() {
    let keys = storage.keys
    check(keys.strings, "the key table")
    guard fault == nil else { return }
    guard let numbers = keys.numbers, let nodes = keys.nodes else {
      require(
        keys.strings.count == 0 || keys.strings.count == storage.nodeCount, "the key table")
      return
    }
    require(
      numbers.count == storage.nodeCount && nodes.count == keys.strings.count
        && numbers.allSatisfy { $0 == KeyTable.none || Int($0) < keys.strings.count }
        && nodes.allSatisfy { Int($0) < storage.nodeCount }, "the key table")
  }

  private func checkNames() {
    let table = storage.nameTable
    check(table.names, "the name table")
    require(
      table.starts.count == table.names.count + 1
        && isPartition(table.starts, of: table.nodes.count)
        && table.ranks.count == table.nodes.count
        && table.nodes.allSatisfy { Int($0) < storage.nodeCount }, "the name table")
  }

  // MARK: - Columns

  private func check(_ columns: [PropertyColumn], rowCount: Int, _ owner: String) {
    for column in columns {
      let part = "column '\(storage.propertyNames[Int(column.property)])' of \(owner)"
      require(isSound(column.values), part)
      let valueCount = count(of: column.values)
      switch column.rows {
      case .all: require(valueCount == rowCount, part)
      case .members(let members):
        require(valueCount == rowCount && members.words.count == (rowCount + 63) / 64, part)
      case .listed(let rows):
        require(valueCount == rows.count && isAscending(rows, below: rowCount), part)
      }
    }
  }

  private func count(of values: PropertyColumn.Values) -> Int {
    switch values {
    case .boolean(let values): values.count
    case .integer(let values): values.count
    case .float(let values): values.count
    case .string(let values): values.count
    case .date(let values): values.count
    case .partialDate(let values): values.count
    case .mixed(let values): values.count
    }
  }

  /// A date that is none reads as no value, but a truth value that is none is no Swift value.
  private func isSound(_ values: PropertyColumn.Values) -> Bool {
    switch values {
    case .boolean(let values):
      UnsafeRawBufferPointer(start: values.base, count: values.count).allSatisfy { $0 <= 1 }
    case .string(let values):
      values.allSatisfy { Int($0) < storage.strings.count }
    case .mixed(let values):
      values.records.offsets.count > 0
        && values.records.isSound { (reader: inout RecordReader) throws(DamagedRecord) in
          try reader.value()
        }
    case .integer, .float, .date, .partialDate: true
    }
  }

  // MARK: - Edges

  private func checkEdges(_ type: EdgeTypeStorage) {
    let part = "the edges of type '\(type.label)'"
    let (outgoing, incoming) = (type.outgoing, type.incoming)
    guard let incomingEdges = incoming.edges, outgoing.edges == nil,
      type.sources.count == type.count, outgoing.neighbours.count == type.count,
      incoming.neighbours.count == type.count, incomingEdges.count == type.count,
      isAdjacency(outgoing, count: type.count), isAdjacency(incoming, count: type.count)
    else {
      fault = fault ?? part
      return
    }
    let sources = type.sources.base
    let targets = outgoing.neighbours.base
    let nodeCount = UInt32(storage.nodeCount)
    var isSound = true
    for row in 0..<(outgoing.offsets.count - 1) {
      let node = outgoing.firstNode + UInt32(row)
      for entry in outgoing.entries(of: node) {
        isSound = isSound && sources[entry] == node && targets[entry] < nodeCount
      }
    }
    // Each edge is among the incoming ones of its target once: they ascend, and there are as many.
    for row in 0..<(incoming.offsets.count - 1) where isSound {
      let node = incoming.firstNode + UInt32(row)
      var next = type.firstEdge
      for entry in incoming.entries(of: node) {
        let edge = incomingEdges.base[entry]
        guard edge >= next, Int(edge - type.firstEdge) < type.count else {
          isSound = false
          break
        }
        let position = Int(edge - type.firstEdge)
        isSound =
          isSound && targets[position] == node
          && incoming.neighbours.base[entry] == sources[position]
        next = edge + 1
      }
    }
    require(isSound, part)
  }

  private func isAdjacency(_ adjacency: EdgeAdjacency, count: Int) -> Bool {
    isPartition(adjacency.offsets, of: count)
      && Int(adjacency.firstNode) + adjacency.offsets.count - 1 <= storage.nodeCount
  }

  /// Every entry is an edge of its node, in order, and there are two for each edge: so every edge
  /// is there once each way.
  private func checkMerged() {
    let merged = storage.mergedAdjacency
    let part = "the merged adjacency"
    guard merged.offsets.count == storage.nodeCount + 1,
      isPartition(merged.offsets, of: storage.edgeCount * 2),
      merged.neighbours.count == storage.edgeCount * 2,
      merged.references.count == storage.edgeCount * 2
    else {
      fault = fault ?? part
      return
    }
    let (neighbours, references) = (merged.neighbours.base, merged.references.base)
    let ranges = storage.edgeTypes.map { type in
      (
        end: type.firstEdge + UInt32(type.count), first: type.firstEdge,
        sources: type.sources.base, targets: type.outgoing.neighbours.base
      )
    }
    for node in 0..<UInt32(storage.nodeCount) where fault == nil {
      var type = 0
      var previous: (type: Int, neighbour: UInt32, reference: UInt32)?
      for entry in merged.entries(of: node) {
        let (neighbour, reference) = (neighbours[entry], references[entry])
        let edge = reference >> 1
        while type < ranges.count, edge >= ranges[type].end { type += 1 }
        guard type < ranges.count, edge >= ranges[type].first else {
          fault = part
          return
        }
        let position = Int(edge - ranges[type].first)
        let ends = (ranges[type].sources[position], ranges[type].targets[position])
        let isEdge = reference & 1 == 0 ? ends == (node, neighbour) : ends == (neighbour, node)
        let isOrdered = previous.map { $0 < (type, neighbour, reference) } ?? true
        guard isEdge, isOrdered else {
          fault = part
          return
        }
        previous = (type, neighbour, reference)
      }
    }
  }

  // MARK: - Dates and records

  private func checkValidity() {
    for (days, count) in [
      (storage.nodeValidity, storage.nodeCount), (storage.edgeValidity, storage.edgeCount),
    ] {
      require(
        days.map { $0.first.count == count && $0.last.count == count } ?? true, "the validity days")
    }
  }

  private func checkRecords() {
    let sourceCount = storage.sources.count
    for (claims, count) in [
      (storage.nodeClaims, storage.nodeCount), (storage.edgeClaims, storage.edgeCount),
    ] {
      let isEmpty = claims.offsets.isEmpty && claims.records.offsets.count == 1
      require(
        (isEmpty
          || claims.offsets.count == count + 1
            && claims.records.offsets.count > 0
            && isPartition(claims.offsets, of: claims.records.count))
          && claims.records.isSound { (reader: inout RecordReader) throws(DamagedRecord) in
            let claim = try reader.claim()
            for citation in claim.citations
            where Int(citation.source.rawValue) >= sourceCount {
              throw DamagedRecord()
            }
          }, "the claims")
    }
    require(
      isSound(storage.names, below: storage.nodeCount) {
        (reader: inout RecordReader) throws(DamagedRecord) in _ = try reader.names()
      }, "the further names")
    require(
      isSound(storage.edgeIdentifiers, below: storage.edgeCount) {
        (reader: inout RecordReader) throws(DamagedRecord) in _ = try reader.text()
      }, "the identifiers of edges")
  }

  private func isSound(
    _ table: SparseRecordTable, below bound: Int,
    _ read: (inout RecordReader) throws(DamagedRecord) -> Void
  ) -> Bool {
    table.records.offsets.count == table.subjects.count + 1
      && isAscending(table.subjects, below: bound) && table.records.isSound(read)
  }

  // MARK: - Arrays

  /// Whether offsets begin at 0, never fall, and end at the count.
  private func isPartition(_ offsets: FrozenArray<UInt32>, of count: Int) -> Bool {
    guard offsets.count > 0, offsets[0] == 0, Int(offsets[offsets.count - 1]) == count else {
      return false
    }
    let base = offsets.base
    for index in 1..<max(offsets.count, 1) where base[index] < base[index - 1] { return false }
    return true
  }

  private func isAscending(_ numbers: FrozenArray<UInt32>, below bound: Int) -> Bool {
    let base = numbers.base
    for index in 1..<max(numbers.count, 1) where base[index] <= base[index - 1] { return false }
    return numbers.last.map { Int($0) < bound } ?? true
  }
}
