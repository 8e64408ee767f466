// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("String tables")
struct StringTableTests {
  @Test("a string has one number, from 0 in order of first appearance")
  func numbers() throws {
    var interner = StringInterner()
    #expect(try interner.intern("b") == 0)
    #expect(try interner.intern("") == 1)
    #expect(try interner.intern("a") == 2)
    #expect(try interner.intern("b") == 0)
    #expect(interner.count == 3)
    #expect(interner.id(of: "") == 1)
    #expect(interner.id(of: "c") == nil)
    let table = interner.frozen()
    #expect((0..<3).map { table[$0] } == ["b", "", "a"])
    #expect(table.id(of: "a") == 2)
    #expect(table.id(of: "c") == nil)
  }

  @Test("texts that only look the same are two strings")
  func normalisation() throws {
    var interner = StringInterner()
    let composed = try interner.intern("\u{E9}")
    let decomposed = try interner.intern("e\u{301}")
    #expect(composed != decomposed)
    #expect(interner.frozen().id(of: "e\u{301}") == decomposed)
  }

  @Test("twenty thousand strings through every growth of the index")
  func growth() throws {
    var interner = StringInterner()
    // Lengths around a word of eight bytes, where the hash changes its step.
    let texts = (0..<20_000).map { String(repeating: "x", count: $0 % 19) + String($0) }
    for (number, text) in texts.enumerated() {
      #expect(try interner.intern(text) == UInt32(number))
    }
    let table = interner.frozen()
    #expect(table.seed == 0)
    var report = InvariantReport()
    table.check("the table", into: &report)
    #expect(report.faults == [])
    for (number, text) in texts.enumerated() {
      #expect(interner.id(of: text) == UInt32(number))
      #expect(table.id(of: text) == UInt32(number))
      #expect(table[UInt32(number)] == text)
    }
    #expect(table.id(of: "20000") == nil)
  }

  @Test("many strings at once get the numbers that they get one by one")
  func batches() throws {
    var random = RepeatableRandom(seed: 9)
    let texts = (0..<5_000).map { _ in "text \(random.next() % 1_500)" }
    var (oneByOne, atOnce) = (StringInterner(), StringInterner())
    let numbers = try texts.map { try oneByOne.intern($0) }
    #expect(try atOnce.intern(TextColumn(texts)) == numbers)
    let (left, right) = (oneByOne.frozen(), atOnce.frozen())
    #expect(Array(left.slots) == Array(right.slots))
    #expect(Array(left.bytes) == Array(right.bytes))
    #expect(Array(left.offsets) == Array(right.offsets))
    atOnce.removeStrings(from: 700)
    #expect(atOnce.count == 700)
    for (text, number) in zip(texts, numbers) {
      #expect(atOnce.id(of: text) == (number < 700 ? number : nil))
    }
  }

  @Test("strings of one hash are told apart by their bytes, and soon have different hashes")
  func collisions() throws {
    // The first word can be undone by the second: each pair ends in the state that `goal` names.
    func state(after word: UInt64, from hash: UInt64) -> UInt64 {
      let mixed = (hash ^ word) &* 0x100_0000_01b3
      return mixed ^ (mixed >> 29)
    }
    let goal: UInt64 = 0x0123_4567_89ab_cdef
    let colliding: [[UInt8]] = (0..<500).map { number in
      let first = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
      let second = state(after: first, from: 0xcbf2_9ce4_8422_2325) ^ goal
      return [first, second].flatMap { word in
        (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
      }
    }
    let hashes = colliding.map { bytes in
      bytes.withUnsafeBufferPointer { StringInterner.hash($0, seed: 0) }
    }
    #expect(Set(hashes).count == 1)
    var interner = StringInterner()
    for (number, bytes) in colliding.enumerated() {
      let id = try bytes.withUnsafeBufferPointer { (utf8) throws(StringTableFull) in
        try interner.intern(utf8)
      }
      #expect(id == UInt32(number))
    }
    let table = interner.frozen()
    #expect(table.seed != 0)
    let others = colliding.map { bytes in
      bytes.withUnsafeBufferPointer { StringInterner.hash($0, seed: table.seed) }
    }
    #expect(Set(others).count == colliding.count)
    for (number, bytes) in colliding.enumerated() {
      #expect(bytes.withUnsafeBufferPointer { table.id(of: $0) } == UInt32(number))
    }
  }

  @Test("a table in another order finds every string under its new number")
  func order() throws {
    var interner = StringInterner()
    for number in 0..<100 { _ = try interner.intern("text \(number)") }
    let all = Array((0..<100 as Range<UInt32>).reversed())
    let some = all.filter { $0 % 7 == 0 }
    for order in [all, some, []] {
      let table = interner.frozen(order: order)
      #expect(table.count == order.count)
      for (number, old) in order.enumerated() {
        #expect(table[UInt32(number)] == "text \(old)")
        #expect(table.id(of: "text \(old)") == UInt32(number))
      }
      var report = InvariantReport()
      table.check("the table", into: &report)
      #expect(report.faults == [])
    }
    #expect(interner.frozen(order: some).id(of: "text 1") == nil)
  }

  @Test("strings are sorted by their bytes, however long their common beginning")
  func sorting() throws {
    let long = String(repeating: "abcdefgh", count: 500)
    var texts = [
      "", "\0", "\0\0", "a", "a\0", "ab", "abcdefg", "abcdefgh", "abcdefgh\0", "abcdefghi",
      "abcdefghabcdefgh", "\u{E9}", "e\u{301}", "z", "\u{10FFFF}", "\u{FFFF}", long, long + "a",
      long + "\0", long + long,
    ]
    var random = RepeatableRandom(seed: 4)
    for _ in 0..<500 {
      texts.append(
        String(
          (0..<Int.random(in: 1...20, using: &random)).map { _ in
            Bool.random(using: &random) ? "a" : "b" as Character
          }))
    }
    var interner = StringInterner()
    var ids: [UInt32] = []
    for text in texts.shuffled(using: &random) {
      let known = interner.count
      let id = try interner.intern(text)
      if Int(id) == known { ids.append(id) }
    }
    let sorted = interner.positionsSortedByText(of: ids).map { Array(interner[ids[Int($0)]].utf8) }
    let expected = ids.map { Array(interner[$0].utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(sorted == expected)
  }

  @Test("the message of too much text")
  func full() {
    #expect(StringTableFull().description == "the graph holds more than 4 GB of distinct text")
  }
}
