// SPDX-License-Identifier: Apache-2.0

/// A set of slots: one bit for each, so that planning a query of ordinary size allocates nothing.
struct SlotSet: SetAlgebra, Sequence, Hashable, Sendable {
  /// The slots below 64.
  private var low: UInt64 = 0

  /// The others, 64 to a word; never with an empty word at the end.
  private var high: [UInt64] = []

  init() {}

  init(arrayLiteral elements: Int...) {
    for element in elements { insert(element) }
  }

  init(_ slots: some Sequence<Int>) {
    for slot in slots { insert(slot) }
  }

  var isEmpty: Bool { low == 0 && high.isEmpty }

  func contains(_ slot: Int) -> Bool {
    if slot < 64 { return low >> UInt64(slot) & 1 == 1 }
    let word = slot / 64 - 1
    return word < high.count && high[word] >> UInt64(slot % 64) & 1 == 1
  }

  @discardableResult
  mutating func insert(_ slot: Int) -> (inserted: Bool, memberAfterInsert: Int) {
    if contains(slot) { return (false, slot) }
    if slot < 64 {
      low |= 1 << UInt64(slot)
    } else {
      let word = slot / 64 - 1
      while high.count <= word { high.append(0) }
      high[word] |= 1 << UInt64(slot % 64)
    }
    return (true, slot)
  }

  @discardableResult
  mutating func update(with slot: Int) -> Int? { insert(slot).inserted ? nil : slot }

  @discardableResult
  mutating func remove(_ slot: Int) -> Int? {
    guard contains(slot) else { return nil }
    if slot < 64 {
      low &= ~(1 << UInt64(slot))
    } else {
      high[slot / 64 - 1] &= ~(1 << UInt64(slot % 64))
      trim()
    }
    return slot
  }

  // MARK: Two sets

  mutating func formUnion(_ other: SlotSet) { combine(with: other, |) }
  mutating func formIntersection(_ other: SlotSet) { combine(with: other, &) }
  mutating func formSymmetricDifference(_ other: SlotSet) { combine(with: other, ^) }
  mutating func subtract(_ other: SlotSet) { combine(with: other) { $0 & ~$1 } }

  func union(_ other: SlotSet) -> SlotSet { combined(other) { $0.formUnion($1) } }
  func intersection(_ other: SlotSet) -> SlotSet { combined(other) { $0.formIntersection($1) } }
  func symmetricDifference(_ other: SlotSet) -> SlotSet {
    combined(other) { $0.formSymmetricDifference($1) }
  }
  func subtracting(_ other: SlotSet) -> SlotSet { combined(other) { $0.subtract($1) } }

  private func combined(
    _ other: SlotSet, _ combine: (inout SlotSet, SlotSet) -> Void
  ) -> SlotSet {
    var result = self
    combine(&result, other)
    return result
  }

  private mutating func combine(with other: SlotSet, _ join: (UInt64, UInt64) -> UInt64) {
    low = join(low, other.low)
    if high.isEmpty && other.high.isEmpty { return }
    while high.count < other.high.count { high.append(0) }
    for word in high.indices {
      high[word] = join(high[word], word < other.high.count ? other.high[word] : 0)
    }
    trim()
  }

  private mutating func trim() {
    while high.last == 0 { high.removeLast() }
  }

  // MARK: Members

  /// The slots, ascending.
  func makeIterator() -> Iterator { Iterator(left: self) }

  struct Iterator: IteratorProtocol {
    fileprivate var left: SlotSet
    private var word = -1

    fileprivate init(left: SlotSet) { self.left = left }

    mutating func next() -> Int? {
      while true {
        let bits = word < 0 ? left.low : left.high[word]
        if bits != 0 {
          if word < 0 { left.low &= bits - 1 } else { left.high[word] &= bits - 1 }
          return (word + 1) * 64 + bits.trailingZeroBitCount
        }
        guard word + 1 < left.high.count else { return nil }
        word += 1
      }
    }
  }
}
