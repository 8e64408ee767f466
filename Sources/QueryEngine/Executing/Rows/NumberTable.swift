// SPDX-License-Identifier: Apache-2.0

/// The different numbers among many, each with its place in the order in which they first came.
///
/// A hash table of open addressing without anything else: nodes and edges are numbers, and telling
/// them apart is most of what grouping and `DISTINCT` do.
struct NumberTable {
  /// The numbers, in the order in which they came.
  private(set) var numbers: [UInt32] = []

  /// One more than the place of a number, or 0; the length is a power of two.
  private var slots: [UInt32] = []
  private var mask = -1

  /// The place of a number, which is a new one if it has not come before.
  /// - Complexity: expected O(1), amortised.
  @inline(__always)
  mutating func place(of number: UInt32) -> Int {
    if numbers.count &* 2 > mask { grow() }
    var slot = Self.hash(number) & mask
    while true {
      let place = slots[slot]
      if place == 0 {
        numbers.append(number)
        slots[slot] = UInt32(truncatingIfNeeded: numbers.count)
        return numbers.count - 1
      }
      if numbers[Int(place) - 1] == number { return Int(place) - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// The place of a number that has come before.
  func knownPlace(of number: UInt32) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = Self.hash(number) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if numbers[place] == number { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Takes a number in, and says whether it is new.
  @inline(__always)
  mutating func insert(_ number: UInt32) -> Bool {
    let count = numbers.count
    return place(of: number) == count
  }

  @inline(__always)
  private static func hash(_ number: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 29)
  }

  private mutating func grow() {
    let count = max(32, slots.count * 2)
    mask = count - 1
    slots = [UInt32](repeating: 0, count: count)
    for (place, number) in numbers.enumerated() {
      var slot = Self.hash(number) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: place + 1)
    }
  }

  /// About how many bytes one more number takes.
  static let byteCount = 16
}
