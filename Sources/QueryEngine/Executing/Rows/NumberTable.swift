// SPDX-License-Identifier: Apache-2.0

/// The different numbers among many, each with its place in the order in which they first came.
///
/// A hash table of open addressing without anything else: nodes and edges are numbers, and telling
/// them apart is most of what grouping and `DISTINCT` do.
struct NumberTable {
  /// The numbers, in the order in which they came.
  private(set) var numbers: [UInt32] = []

  /// A number in the upper half and one more than its place in the lower, or 0; the length is a
  /// power of two.
  private var slots: [UInt64] = []
  private var mask = -1

  /// The place of a number, which is a new one if it has not come before.
  /// - Complexity: expected O(1), amortised.
  @inline(__always)
  mutating func place(of number: UInt32) -> Int {
    if numbers.count &* 2 > mask { grow() }
    var slot = Self.hash(number) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 {
        numbers.append(number)
        slots[slot] = Self.entry(number, place: numbers.count - 1)
        return numbers.count - 1
      }
      if entry >> 32 == UInt64(number) { return Self.place(of: entry) }
      slot = (slot + 1) & mask
    }
  }

  /// The place of a number that has come before.
  func knownPlace(of number: UInt32) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = Self.hash(number) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(number) { return Self.place(of: slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func hash(_ number: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 29)
  }

  @inline(__always)
  private static func entry(_ number: UInt32, place: Int) -> UInt64 {
    UInt64(number) << 32 | UInt64(UInt32(truncatingIfNeeded: place &+ 1))
  }

  @inline(__always)
  private static func place(of entry: UInt64) -> Int {
    Int(UInt32(truncatingIfNeeded: entry)) - 1
  }

  private mutating func grow() {
    let count = max(32, slots.count * 2)
    mask = count - 1
    slots = [UInt64](repeating: 0, count: count)
    for (place, number) in numbers.enumerated() {
      var slot = Self.hash(number) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Self.entry(number, place: place)
    }
  }

  /// About how many bytes one more number takes.
  static let byteCount = 28
}
