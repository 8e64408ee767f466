// SPDX-License-Identifier: Apache-2.0

extension StringInterner {
  /// The positions of `ids` in ascending order of their strings' bytes. The ids are distinct.
  ///
  /// Sorts by eight bytes at a time, so that a comparison reads two numbers that lie in the sorted
  /// array itself, and goes on with the next eight only within runs that agree so far.
  ///
  /// Complexity: O(n log n) comparisons for each eight bytes that strings have in common.
  func positionsSortedByText(of ids: [UInt32]) -> [UInt32] {
    var items = ids.indices.map { TextItem(word: 0, rest: 0, position: UInt32($0)) }
    // A list of work, not recursion: common beginnings may be as long as the text.
    var pending = [(range: items.indices, depth: 0)]
    while let (range, depth) = pending.popLast() {
      for index in range {
        let id = ids[Int(items[index].position)]
        (items[index].word, items[index].rest) = withUTF8(id) { Self.word(of: $0, at: depth) }
      }
      items[range].sort { ($0.word, $0.rest) < ($1.word, $1.rest) }
      var start = range.lowerBound
      while start < range.upperBound {
        let item = items[start]
        var end = start + 1
        while end < range.upperBound, items[end].word == item.word, items[end].rest == item.rest {
          end += 1
        }
        if end - start > 1, item.rest > 8 { pending.append((start..<end, depth + 8)) }
        start = end
      }
    }
    return items.map(\.position)
  }

  /// Eight bytes as a number that sorts like them, and how many are left from there, 9 for more
  /// than eight. A string that ends earlier comes first.
  private static func word(
    of utf8: UnsafeBufferPointer<UInt8>, at depth: Int
  ) -> (word: UInt64, rest: UInt32) {
    let rest = max(0, utf8.count - depth)
    if rest >= 8 {
      let word = UnsafeRawBufferPointer(utf8).loadUnaligned(
        fromByteOffset: depth, as: UInt64.self)
      return (UInt64(bigEndian: word), rest > 8 ? 9 : 8)
    }
    var word: UInt64 = 0
    for offset in 0..<8 {
      word = word << 8 | (offset < rest ? UInt64(utf8[depth + offset]) : 0)
    }
    return (word, UInt32(rest))
  }
}

private struct TextItem {
  var word: UInt64
  var rest: UInt32
  let position: UInt32
}
