// SPDX-License-Identifier: Apache-2.0

/// What a search by cost is going to look at: nodes, and the places among the entries of nodes at
/// which it goes on there, by key. A key is never less than the last one taken out.
///
/// Queues own memory that their user gives back; they are moved, never copied.
protocol CostQueue {
  var count: Int { get }

  /// The least key, `.max` when there is none.
  mutating func leastKey() -> UInt64
  mutating func push(key: UInt64, node: UInt32, cursor: UInt32)

  /// Takes one with the least key out. Not to be called on an empty queue.
  mutating func popFirst() -> (key: UInt64, node: UInt32, cursor: UInt32)
}

/// A queue for small weights: one list for each key within reach, in a ring.
///
/// Literature: R. B. Dial, "Algorithm 360: shortest-path forest with topological ordering",
/// Communications of the ACM 12 (1969).
struct BucketQueue: CostQueue {
  /// The greatest weight for which there are buckets enough.
  static let greatestWeight: UInt64 = 8_000
  private static let bucketCount = 16_384

  private struct Item {
    var node: UInt32
    var cursor: UInt32

    /// The place of the next one plus 1, 0 for none.
    var next: UInt32
  }

  private let firstItems: UnsafeMutablePointer<UInt32>
  private var items: UnsafeMutablePointer<Item>
  private var capacity: Int
  private var used = 0
  private var firstFree: UInt32 = 0
  private var key: UInt64 = 0
  private(set) var count = 0

  init() {
    firstItems = .allocate(capacity: Self.bucketCount)
    firstItems.initialize(repeating: 0, count: Self.bucketCount)
    capacity = 1024
    items = .allocate(capacity: capacity)
  }

  func deallocate() {
    firstItems.deallocate()
    items.deallocate()
  }

  /// Makes the queue empty; keys are at least `key` from then on.
  mutating func reset() {
    while count > 0 { _ = popFirst() }
    used = 0
    firstFree = 0
    key = 0
  }

  @inline(__always)
  private func bucket(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key) & (Self.bucketCount &- 1)
  }

  @inline(__always)
  mutating func leastKey() -> UInt64 {
    guard count > 0 else { return .max }
    while firstItems[bucket(key)] == 0 { key &+= 1 }
    return key
  }

  @inline(__always)
  mutating func push(key: UInt64, node: UInt32, cursor: UInt32) {
    var place = firstFree
    if place != 0 {
      firstFree = items[Int(place) &- 1].next
    } else {
      if used == capacity { grow() }
      used &+= 1
      place = UInt32(truncatingIfNeeded: used)
    }
    let bucket = bucket(key)
    items[Int(place) &- 1] = Item(node: node, cursor: cursor, next: firstItems[bucket])
    firstItems[bucket] = place
    count &+= 1
  }

  @inline(__always)
  mutating func popFirst() -> (key: UInt64, node: UInt32, cursor: UInt32) {
    while firstItems[bucket(key)] == 0 { key &+= 1 }
    let bucket = bucket(key)
    let place = firstItems[bucket]
    let item = items[Int(place) &- 1]
    firstItems[bucket] = item.next
    items[Int(place) &- 1].next = firstFree
    firstFree = place
    count &-= 1
    return (key, item.node, item.cursor)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Item>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: items, count: used)
    items.deallocate()
    items = larger
    capacity *= 2
  }
}

/// A queue for any weights: a heap in which every node has four children.
struct FourfoldHeap: CostQueue {
  private struct Item {
    var key: UInt64
    var node: UInt32
    var cursor: UInt32
  }

  private var items: UnsafeMutablePointer<Item>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 1024
    items = .allocate(capacity: capacity)
  }

  func deallocate() { items.deallocate() }

  mutating func reset() { count = 0 }

  @inline(__always)
  mutating func leastKey() -> UInt64 { count > 0 ? items[0].key : .max }

  @inline(__always)
  mutating func push(key: UInt64, node: UInt32, cursor: UInt32) {
    if count == capacity { grow() }
    var place = count
    count &+= 1
    while place > 0 {
      let parent = (place &- 1) >> 2
      if items[parent].key <= key { break }
      items[place] = items[parent]
      place = parent
    }
    items[place] = Item(key: key, node: node, cursor: cursor)
  }

  @inline(__always)
  mutating func popFirst() -> (key: UInt64, node: UInt32, cursor: UInt32) {
    let first = items[0]
    count &-= 1
    let last = items[count]
    var place = 0
    while true {
      let child = 4 &* place &+ 1
      if child >= count { break }
      var least = child
      let end = min(child &+ 4, count)
      var other = child &+ 1
      while other < end {
        if items[other].key < items[least].key { least = other }
        other &+= 1
      }
      if items[least].key >= last.key { break }
      items[place] = items[least]
      place = least
    }
    items[place] = last
    return (first.key, first.node, first.cursor)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Item>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: items, count: count)
    items.deallocate()
    items = larger
    capacity *= 2
  }
}
