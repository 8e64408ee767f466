// SPDX-License-Identifier: Apache-2.0

/// The different numbers among many: a hash table while they are few, one bit for each number once
/// they are many.
struct NumberSet {
  private var few = NumberTable()
  private var words: [UInt64] = []
  private var greatest: UInt32 = 0

  /// Null stands beside the numbers; its own would need a bit far away from them.
  private var hasNull = false
  private(set) var count = 0

  /// About how many bytes the set takes.
  var byteCount: Int { words.isEmpty ? count * NumberTable.byteCount : words.count * 8 }

  /// Takes a number in, and says whether it is new.
  /// - Complexity: expected O(1), amortised.
  @inline(__always)
  mutating func insert(_ number: UInt32) -> Bool {
    if number == Column.none { return insertNull() }
    if words.isEmpty {
      let before = few.numbers.count
      let isNew = few.place(of: number) == before
      if isNew { noteFew(number) }
      return isNew
    }
    let word = Int(number >> 6)
    if word >= words.count { grow(to: word) }
    let bit: UInt64 = 1 << UInt64(number & 63)
    if words[word] & bit != 0 { return false }
    words[word] |= bit
    count &+= 1
    return true
  }

  /// The numbers, ascending; null last.
  var sorted: [UInt32] {
    var numbers = words.isEmpty ? few.numbers.sorted() : []
    numbers.reserveCapacity(count)
    for (position, word) in words.enumerated() {
      var bits = word
      while bits != 0 {
        numbers.append(UInt32(truncatingIfNeeded: position * 64 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    if hasNull { numbers.append(Column.none) }
    return numbers
  }

  private mutating func insertNull() -> Bool {
    if hasNull { return false }
    hasNull = true
    count &+= 1
    return true
  }

  private mutating func noteFew(_ number: UInt32) {
    count &+= 1
    greatest = max(greatest, number)
    guard count > 256, count &* 256 > Int(greatest) else { return }
    grow(to: Int(greatest >> 6))
    for number in few.numbers { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
    few = NumberTable()
  }

  private mutating func grow(to word: Int) {
    let wanted = max(word + 1, words.count * 3 / 2)
    words.append(contentsOf: repeatElement(0, count: wanted - words.count))
  }
}
