// SPDX-License-Identifier: Apache-2.0

/// Labels by estimated rank; among equals, those with fewer edges behind them first.
struct RankHeap {
  struct Item {
    var estimate: PathRank
    var hops: UInt32
    var label: UInt32

    @inline(__always)
    static func < (left: Item, right: Item) -> Bool {
      left.estimate != right.estimate ? left.estimate < right.estimate : left.hops < right.hops
    }
  }

  private var items: [Item] = []

  var first: Item? { items.first }

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func insert(_ item: Item) {
    var place = items.count
    items.append(item)
    while place > 0 {
      let parent = (place - 1) / 4
      if !(item < items[parent]) { break }
      items[place] = items[parent]
      place = parent
    }
    items[place] = item
  }

  mutating func popFirst() -> Item? {
    guard let last = items.popLast() else { return nil }
    guard let first = items.first else { return last }
    var place = 0
    while true {
      let child = 4 * place + 1
      if child >= items.count { break }
      var least = child
      for other in (child + 1)..<max(min(child + 4, items.count), child + 1)
      where items[other] < items[least] {
        least = other
      }
      if !(items[least] < last) { break }
      items[place] = items[least]
      place = least
    }
    items[place] = last
    return first
  }
}
