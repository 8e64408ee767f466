// SPDX-License-Identifier: Apache-2.0

/// Gathers names and who goes by them, and puts them in order.
struct NameGathering {
  private var interner = StringInterner()

  /// The number of each folded name, and its holder: the rank above the node.
  private var numbers: [UInt32] = []
  private var holders: [UInt64] = []
  private var folded: [UInt8] = []

  /// Folded names that have no number yet: many are looked up at once.
  private var pending = TextColumn()
  private var pendingHolders: [UInt64] = []
  private static let pendingLimit = 1_024

  /// - Parameter nameCount: about how many names there will be.
  init(nameCount: Int) {
    interner.reserve(nameCount)
    numbers.reserveCapacity(nameCount)
    holders.reserveCapacity(nameCount)
  }

  mutating func add(_ name: String, of node: UInt32, as rank: NameRank) {
    var name = name
    name.withUTF8 { add($0, of: node, as: rank) }
  }

  /// Adds the names of all nodes in the order of ``PropertyGraph/forEachName(of:_:)``, most of them
  /// from where they lie.
  mutating func addNames(of storage: GraphStorage) {
    let graph = PropertyGraph(storage: storage)
    let nameProperty = storage.propertyNames.firstIndex(of: "name").map(UInt32.init)
    let hasClaims = storage.nodeClaims.count > 0
    let hasFurtherNames = storage.names.subjects.count > 0
    for type in storage.nodeTypes {
      let column = type.columns.first { $0.property == nameProperty }
      for node in type.nodes {
        if hasClaims || hasFurtherNames {
          graph.forEachName(of: NodeID(rawValue: node)) { add($0, of: node, as: $1) }
          continue
        }
        storage.keys.withKey(ofNode: node) { add($0, of: node, as: .key) }
        guard let column, case .string(let values) = column.values,
          let position = column.position(ofRow: Int(node - type.firstNode))
        else {
          if case .string(let name)? = graph.value(of: NodeID(rawValue: node), named: "name") {
            add(name, of: node, as: .official)
          }
          continue
        }
        add(storage.strings.utf8(values[position]), of: node, as: .official)
      }
    }
  }

  private mutating func add(
    _ name: UnsafeBufferPointer<UInt8>, of node: UInt32, as rank: NameRank
  ) {
    if let count = NameFolding.fold(name, into: &folded) {
      folded.withUnsafeBufferPointer {
        pending.append(utf8: UnsafeBufferPointer(rebasing: $0.prefix(count)))
      }
    } else {
      pending.append(NameFolding.folded(String(decoding: name, as: UTF8.self)))
    }
    pendingHolders.append(UInt64(rank.rawValue) << 32 | UInt64(node))
    if pendingHolders.count == Self.pendingLimit { addPending() }
  }

  private mutating func addPending() {
    var found: [UInt32?] = []
    found.reserveCapacity(pendingHolders.count)
    interner.internEach(of: pending) { found.append($0) }
    for (number, holder) in zip(found, pendingHolders) {
      // A table that is full holds four gigabytes of names; what is beyond goes by its key.
      guard let number else { continue }
      numbers.append(number)
      holders.append(holder)
    }
    pending.removeAll()
    pendingHolders.removeAll(keepingCapacity: true)
  }

  /// The names in order of first appearance, each with its holders by rank, then node.
  consuming func table() -> NameTable {
    addPending()
    let names = interner.frozen()
    var starts = [UInt32](repeating: 0, count: names.count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for number in 0..<names.count { starts[number + 1] += starts[number] }
    var next = starts
    var dealt = [UInt64](repeating: 0, count: holders.count)
    for (number, holder) in zip(numbers, holders) {
      dealt[Int(next[Int(number)])] = holder
      next[Int(number)] += 1
    }
    for number in 0..<names.count {
      let range = Int(starts[number])..<Int(starts[number + 1])
      if range.count > 1 { dealt[range].sort() }
    }
    return NameTable(
      names: names, starts: FrozenArray(starts),
      nodes: FrozenArray(dealt.map { UInt32(truncatingIfNeeded: $0) }),
      ranks: FrozenArray(dealt.map { UInt8(truncatingIfNeeded: $0 >> 32) }))
  }
}
