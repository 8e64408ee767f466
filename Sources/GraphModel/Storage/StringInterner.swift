// SPDX-License-Identifier: Apache-2.0

internal import CPrefetch

/// Gives each distinct string a number, from 0 in order of first appearance.
public struct StringInterner: Sendable {
  private var bytes: [UInt8] = []
  private var offsets: [UInt32] = [0]

  /// Half of a string's hash above one more than its number, or 0. With the hash at hand, a slot
  /// tells other strings apart without a look at their bytes, and a larger index is made of the
  /// smaller one alone. Half is enough: four gigabytes hold strings for fewer than 2³² slots.
  private var slots: [UInt64] = Array(repeating: 0, count: 16)
  private var seed: UInt64 = 0

  /// At half load, hashes that nobody chose give no run of this length in any table that fits in
  /// memory. One that is longer was made on purpose, and is broken up by another seed.
  private static let longestRun = 256

  public init() {}

  public var count: Int { offsets.count - 1 }

  /// Makes room for about so many strings.
  mutating func reserve(_ stringCount: Int) {
    offsets.reserveCapacity(stringCount + 1)
    var slotCount = slots.count
    while slotCount < 2 * stringCount { slotCount *= 2 }
    if slotCount > slots.count { enlarge(slotCount: slotCount) }
  }

  /// The number of the string, new or known.
  /// - Throws: ``StringTableFull`` when the bytes of all strings would pass 4 GB.
  public mutating func intern(_ string: String) throws(StringTableFull) -> UInt32 {
    var string = string
    let result: Result<UInt32, StringTableFull> = string.withUTF8 { utf8 in
      do throws(StringTableFull) { return .success(try intern(utf8)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The numbers of many strings. Complexity: expected linear in their total length.
  mutating func intern(_ texts: TextColumn) throws(StringTableFull) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(texts.count)
    var isFull = false
    internEach(of: texts) { number in
      if let number { numbers.append(number) } else { isFull = true }
    }
    if isFull { throw StringTableFull() }
    return numbers
  }

  /// How many strings are hashed before the first of them is looked up.
  private static let batch = 32

  /// Calls `body` with the number of each text in order; nil for one that finds no room.
  ///
  /// The slots of some texts are fetched while those before are looked at: in a large table each
  /// is a wait for memory.
  ///
  /// Complexity: expected linear in their total length.
  mutating func internEach(of texts: TextColumn, _ body: (UInt32?) -> Void) {
    var hashes = [UInt64](repeating: 0, count: Self.batch)
    var start = 0
    while start < texts.count {
      let end = min(start + Self.batch, texts.count)
      let seed = seed
      slots.withUnsafeBufferPointer { slots in
        guard let base = slots.baseAddress else { return }
        for position in start..<end {
          let hash = texts.withUTF8(at: position) { Self.hash($0, seed: seed) }
          hashes[position - start] = hash
          prefetch_line(base + (Int(truncatingIfNeeded: hash) & (slots.count - 1)))
        }
      }
      for position in start..<end {
        let hash = hashes[position - start]
        body(
          texts.withUTF8(at: position) { text in
            try? intern(text, hash: seed == self.seed ? hash : Self.hash(text, seed: self.seed))
          })
      }
      start = end
    }
  }

  /// The number of one string of many.
  mutating func intern(
    _ texts: TextColumn, at position: Int
  ) throws(StringTableFull) -> UInt32 {
    let number: UInt32? = texts.withUTF8(at: position) { try? intern($0) }
    guard let number else { throw StringTableFull() }
    return number
  }

  /// The number of a string that is known.
  package func number(of utf8: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let mask = slots.count - 1
    let mark = Self.hash(utf8, seed: seed) << 32
    var slot = Int(truncatingIfNeeded: mark >> 32) & mask
    while slots[slot] != 0 {
      if let id = id(in: slots[slot], mark: mark, utf8) { return id }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number in a slot, when its string is this one.
  @inline(__always)
  private func id(
    in slot: UInt64, mark: UInt64, _ utf8: UnsafeBufferPointer<UInt8>
  ) -> UInt32? {
    guard (slot ^ mark) >> 32 == 0 else { return nil }
    let id = UInt32(truncatingIfNeeded: slot) &- 1
    return isEqual(id, utf8) ? id : nil
  }

  /// Forgets the strings from a number on.
  mutating func removeStrings(from number: Int) {
    if number == count { return }
    bytes.removeSubrange(Int(offsets[number])...)
    offsets.removeSubrange((number + 1)...)
    reindex(slotCount: slots.count)
  }

  public mutating func intern(
    _ utf8: UnsafeBufferPointer<UInt8>
  ) throws(StringTableFull) -> UInt32 {
    try intern(utf8, hash: Self.hash(utf8, seed: seed))
  }

  /// - Parameter hash: of the string, under the seed of the moment.
  private mutating func intern(
    _ utf8: UnsafeBufferPointer<UInt8>, hash: UInt64
  ) throws(StringTableFull) -> UInt32 {
    var mark = hash << 32
    var (slot, run) = (0, 0)
    repeat {
      if run > Self.longestRun {
        // Numbers follow the order of first appearance, so they do not tell which seed it is.
        seed = UInt64.random(in: 1...UInt64.max)
        reindex(slotCount: slots.count)
        mark = Self.hash(utf8, seed: seed) << 32
      }
      let mask = slots.count - 1
      slot = Int(truncatingIfNeeded: mark >> 32) & mask
      run = 0
      while slots[slot] != 0 {
        if let id = id(in: slots[slot], mark: mark, utf8) { return id }
        slot = (slot + 1) & mask
        run += 1
      }
    } while run > Self.longestRun
    guard bytes.count + utf8.count <= Int(UInt32.max), count < Int(UInt32.max) - 1 else {
      throw StringTableFull()
    }
    bytes.append(contentsOf: utf8)
    offsets.append(UInt32(bytes.count))
    slots[slot] = mark | UInt64(count)
    if count * 2 > slots.count { enlarge(slotCount: slots.count * 2) }
    return UInt32(count - 1)
  }

  /// The number of the string, if it has one.
  public func id(of string: String) -> UInt32? {
    var string = string
    return string.withUTF8 { number(of: $0) }
  }

  /// The string with this number.
  public subscript(id: UInt32) -> String {
    String(decoding: bytes[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])], as: UTF8.self)
  }

  public func frozen() -> StringTable {
    StringTable(
      bytes: FrozenArray(bytes), offsets: FrozenArray(offsets),
      slots: FrozenArray(count: slots.count) { memory in
        for slot in 0..<slots.count { memory[slot] = UInt32(truncatingIfNeeded: slots[slot]) }
      },
      seed: seed)
  }

  /// The table with string `order[i]` as number `i`. `order` names each string once, or leaves
  /// strings out, which the table then lacks.
  func frozen(order: [UInt32]) -> StringTable {
    if order.isEmpty { return StringInterner().frozen() }
    var starts = [UInt32](repeating: 0, count: order.count + 1)
    for (position, id) in order.enumerated() {
      starts[position + 1] = starts[position] + offsets[Int(id) + 1] - offsets[Int(id)]
    }
    let sortedBytes = FrozenArray<UInt8>(count: Int(starts[order.count])) { memory in
      bytes.withUnsafeBufferPointer { bytes in
        for (position, id) in order.enumerated() {
          let range = Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])
          _ = UnsafeMutableBufferPointer(rebasing: memory[Int(starts[position])...])
            .update(fromContentsOf: bytes[range])
        }
      }
    }
    return StringTable(
      bytes: sortedBytes, offsets: FrozenArray(starts), slots: slots(order: order), seed: seed)
  }

  /// The hash index under new numbers.
  private func slots(order: [UInt32]) -> FrozenArray<UInt32> {
    guard order.count == count else { return reinserted(order: order) }
    // With every string kept, each slot keeps its string: only the numbers change.
    var numbers = [UInt32](repeating: 0, count: count + 1)
    for (position, id) in order.enumerated() { numbers[Int(id) + 1] = UInt32(position) + 1 }
    return FrozenArray(count: slots.count) { memory in
      for slot in 0..<slots.count {
        memory[slot] = numbers[Int(UInt32(truncatingIfNeeded: slots[slot]))]
      }
    }
  }

  private func reinserted(order: [UInt32]) -> FrozenArray<UInt32> {
    FrozenArray(count: slots.count) { memory in
      memory.initialize(repeating: 0)
      let mask = slots.count - 1
      for (position, id) in order.enumerated() {
        var slot = withUTF8(id) { Int(truncatingIfNeeded: Self.hash($0, seed: seed)) } & mask
        while memory[slot] != 0 { slot = (slot + 1) & mask }
        memory[slot] = UInt32(position) + 1
      }
    }
  }

  /// Calls `body` with the bytes of a string.
  package func withUTF8<Result>(
    _ id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Whether the bytes of one string come before those of another.
  func isOrderedBefore(_ left: UInt32, _ right: UInt32) -> Bool {
    withUTF8(left) { left in withUTF8(right) { left.lexicographicallyPrecedes($0) } }
  }

  private func isEqual(_ id: UInt32, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(offsets[Int(id)])
    guard Int(offsets[Int(id) + 1]) - start == utf8.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      Self.areEqual(
        UnsafeBufferPointer(rebasing: bytes[start..<(start + utf8.count)]), utf8)
    }
  }

  /// Makes the index anew of the strings.
  private mutating func reindex(slotCount: Int) {
    slots = Array(repeating: 0, count: slotCount)
    for id in 0..<UInt32(count) {
      let hash = withUTF8(id) { Self.hash($0, seed: seed) }
      Self.insert(hash << 32 | UInt64(id) + 1, into: &slots)
    }
  }

  /// Makes a larger index of the one that there is.
  private mutating func enlarge(slotCount: Int) {
    var larger: [UInt64] = Array(repeating: 0, count: slotCount)
    for entry in slots where entry != 0 { Self.insert(entry, into: &larger) }
    slots = larger
  }

  /// Puts the entry of a string that is not there yet into the first free slot.
  @inline(__always)
  private static func insert(_ entry: UInt64, into slots: inout [UInt64]) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entry >> 32) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  static func areEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    var index = 0
    let (leftRaw, rightRaw) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
    while index + 8 <= left.count {
      guard
        leftRaw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == rightRaw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index += 8
    }
    while index < left.count {
      guard left[index] == right[index] else { return false }
      index += 1
    }
    return true
  }

  /// FNV-1a over eight bytes at a time, finished by the mixer of MurmurHash3.
  static func hash(_ utf8: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
    var index = 0
    let raw = UnsafeRawBufferPointer(utf8)
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      hash = (hash ^ word) &* 0x100_0000_01b3
      hash ^= hash >> 29
      index += 8
    }
    while index < raw.count {
      hash = (hash ^ UInt64(raw[index])) &* 0x100_0000_01b3
      index += 1
    }
    hash ^= hash >> 33
    hash = hash &* 0xff51_afd7_ed55_8ccd
    return hash ^ (hash >> 33)
  }
}

/// More text than a string table can hold: 4 GB.
public struct StringTableFull: Error, Sendable, CustomStringConvertible {
  public var description: String { "the graph holds more than 4 GB of distinct text" }
}
