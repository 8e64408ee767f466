// SPDX-License-Identifier: Apache-2.0

/// Finds the number of a pair of words among those that were added, in the order of their adding.
///
/// Open addressing with linear probing. Complexity: O(1) expected for each look-up.
struct VertexTable {
  private var slots: [UInt32]
  private var keys: [(UInt64, UInt64)] = []

  init() { slots = Array(repeating: .max, count: 64) }

  var count: Int { keys.count }

  /// Where a key is, or would be.
  private func place(of key: (UInt64, UInt64)) -> Int {
    var hash = key.0 &* 0x9E37_79B9_7F4A_7C15
    hash ^= (hash >> 32) ^ (key.1 &* 0xC2B2_AE3D_27D4_EB4F)
    hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
    var place = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[place] != .max, keys[Int(slots[place])] != key {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  func number(of key: (UInt64, UInt64)) -> UInt32? {
    let number = slots[place(of: key)]
    return number == .max ? nil : number
  }

  /// The number of a key, which is added where it is new.
  mutating func insert(_ key: (UInt64, UInt64)) -> (number: UInt32, isNew: Bool) {
    let place = place(of: key)
    if slots[place] != .max { return (slots[place], false) }
    let number = UInt32(keys.count)
    slots[place] = number
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return (number, true)
  }

  private mutating func grow() {
    slots = Array(repeating: .max, count: slots.count * 2)
    for number in keys.indices { slots[place(of: keys[number])] = UInt32(number) }
  }
}
