// SPDX-License-Identifier: Apache-2.0

/// Ways still to be looked at, the one of the least rank first: a binary heap.
struct RankQueue {
  struct Way {
    let rank: PathRank
    let vertex: UInt32
    let origin: Int32
    let arc: UInt32
  }

  static let byteCount = 32

  private var ways: [Way] = []

  var first: Way? { ways.first }

  mutating func insert(_ way: Way) {
    ways.append(way)
    var place = ways.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard ways[place].rank < ways[parent].rank else { return }
      ways.swapAt(place, parent)
      place = parent
    }
  }

  mutating func removeFirst() -> Way? {
    guard let first = ways.first, let last = ways.popLast() else { return nil }
    guard !ways.isEmpty else { return first }
    ways[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < ways.count && ways[child].rank < ways[least].rank {
        least = child
      }
      if least == place { return first }
      ways.swapAt(place, least)
      place = least
    }
  }
}
