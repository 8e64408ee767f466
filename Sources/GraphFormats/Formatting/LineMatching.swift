// SPDX-License-Identifier: Apache-2.0

/// Finds which elements of two sequences are the same, in order.
enum LineMatching {
  /// Edits beyond which a stretch is given up as replaced. The search takes its square in memory.
  static let editLimit = 400

  /// Pairs of positions that rise in both sequences: as many as can be when few elements differ.
  static func pairs(_ old: [Int], _ new: [Int]) -> [(Int, Int)] {
    if let pairs = stretch(old, old.indices, new, new.indices) { return pairs }
    var result: [(Int, Int)] = []
    var (oldStart, newStart) = (0, 0)
    for (oldAnchor, newAnchor) in anchors(old, new) + [(old.count, new.count)] {
      // Anchors inside a stretch that is already matched say nothing new.
      guard oldAnchor >= oldStart, newAnchor >= newStart else { continue }
      result += stretch(old, oldStart..<oldAnchor, new, newStart..<newAnchor) ?? []
      (oldStart, newStart) = (oldAnchor, newAnchor)
      while oldStart < old.count, newStart < new.count, old[oldStart] == new[newStart] {
        result.append((oldStart, newStart))
        oldStart += 1
        newStart += 1
      }
    }
    return result
  }

  /// Elements that stand once in each sequence, as many as rise in both.
  private static func anchors(_ old: [Int], _ new: [Int]) -> [(Int, Int)] {
    var positions: [Int: (old: Int, new: Int, oldCount: Int, newCount: Int)] = [:]
    for (index, element) in old.enumerated() {
      positions[element, default: (0, 0, 0, 0)].old = index
      positions[element, default: (0, 0, 0, 0)].oldCount += 1
    }
    for (index, element) in new.enumerated() {
      positions[element, default: (0, 0, 0, 0)].new = index
      positions[element, default: (0, 0, 0, 0)].newCount += 1
    }
    let unique = positions.values.filter { $0.oldCount == 1 && $0.newCount == 1 }
      .map { ($0.old, $0.new) }.sorted { $0.0 < $1.0 }
    return longestRise(unique)
  }

  /// The longest subsequence whose second parts rise (patience sorting). O(n log n).
  private static func longestRise(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var tops: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].1 < pairs[index].1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var chain: [(Int, Int)] = []
    var index = tops.last ?? -1
    while index >= 0 {
      chain.append(pairs[index])
      index = previous[index]
    }
    return chain.reversed()
  }

  /// The pairs of one stretch: equal ends first, then the shortest edit of what is between; nil
  /// when that needs more edits than the limit.
  private static func stretch(
    _ old: [Int], _ oldRange: Range<Int>, _ new: [Int], _ newRange: Range<Int>
  ) -> [(Int, Int)]? {
    var (oldStart, oldEnd) = (oldRange.lowerBound, oldRange.upperBound)
    var (newStart, newEnd) = (newRange.lowerBound, newRange.upperBound)
    var head: [(Int, Int)] = []
    var tail: [(Int, Int)] = []
    while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
      head.append((oldStart, newStart))
      oldStart += 1
      newStart += 1
    }
    while oldStart < oldEnd, newStart < newEnd, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
      tail.append((oldEnd, newEnd))
    }
    guard
      let middle = shortestEdit(Array(old[oldStart..<oldEnd]), Array(new[newStart..<newEnd]))
    else { return nil }
    return head + middle.map { ($0.0 + oldStart, $0.1 + newStart) } + tail.reversed()
  }

  /// Myers' greedy search; nil when it needs more edits than the limit.
  private static func shortestEdit(_ old: [Int], _ new: [Int]) -> [(Int, Int)]? {
    guard !old.isEmpty, !new.isEmpty else { return [] }
    let limit = min(editLimit, old.count + new.count)
    // Furthest position in `old` on each diagonal, shifted so that indices are not negative.
    var furthest = [Int](repeating: 0, count: 2 * limit + 3)
    let middle = limit + 1
    var history: [[Int]] = []
    for edits in 0...limit {
      history.append(Array(furthest[(middle - edits - 1)...(middle + edits + 1)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let goesDown =
          diagonal == -edits
          || (diagonal != edits
            && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
        var x =
          goesDown
          ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
        var y = x - diagonal
        while x < old.count, y < new.count, y >= 0, old[x] == new[y] {
          x += 1
          y += 1
        }
        furthest[middle + diagonal] = x
        if x >= old.count, y >= new.count { return trace(history, old.count, new.count) }
      }
    }
    return nil
  }

  /// Walks the search back from the end.
  private static func trace(_ history: [[Int]], _ oldCount: Int, _ newCount: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var (x, y) = (oldCount, newCount)
    for edits in stride(from: history.count - 1, through: 0, by: -1) {
      let furthest = history[edits]
      let middle = edits + 1
      let diagonal = x - y
      let goesDown =
        diagonal == -edits
        || (diagonal != edits && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
      let previousDiagonal = goesDown ? diagonal + 1 : diagonal - 1
      let previousX = edits == 0 ? 0 : furthest[middle + previousDiagonal]
      let previousY = edits == 0 ? 0 : previousX - previousDiagonal
      let stopX = edits == 0 ? 0 : goesDown ? previousX : previousX + 1
      let stopY = stopX - diagonal
      while x > stopX, y > stopY {
        x -= 1
        y -= 1
        pairs.append((x, y))
      }
      (x, y) = (previousX, previousY)
    }
    return pairs.reversed()
  }
}
