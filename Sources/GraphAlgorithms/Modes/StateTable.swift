// SPDX-License-Identifier: Apache-2.0

/// Where the label of each state of a search lies: a hash table with open addressing, which costs
/// no more than the states that were reached and is made empty at once.
struct StateTable {
  private struct Slot {
    var key: UInt64
    var epoch: UInt32
    var value: UInt32
  }

  private var slots: [Slot]
  private var epoch: UInt32 = 1
  private var count = 0

  init() { slots = Array(repeating: Slot(key: 0, epoch: 0, value: 0), count: 64) }

  mutating func removeAll() {
    count = 0
    if epoch == .max {
      for place in slots.indices { slots[place].epoch = 0 }
      epoch = 0
    }
    epoch += 1
  }

  /// The value of a key; nil when it has none.
  func value(of key: UInt64) -> UInt32? {
    let slot = slots[place(of: key)]
    return slot.epoch == epoch ? slot.value : nil
  }

  mutating func set(_ key: UInt64, to value: UInt32) {
    let place = place(of: key)
    if slots[place].epoch != epoch {
      count += 1
      if 2 * count > slots.count {
        grow()
        set(key, to: value)
        return
      }
    }
    slots[place] = Slot(key: key, epoch: epoch, value: value)
  }

  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    // Multiplicative hashing with the golden ratio.
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place].epoch == epoch, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: 0, epoch: 0, value: 0), count: 2 * old.count)
    count = 0
    for slot in old where slot.epoch == epoch { set(slot.key, to: slot.value) }
  }
}
