// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct ValueComparisonTests {
  private static let nan = Value.float(.nan)

  @Test(arguments: [
    (Value.list([.integer(1), .integer(2)]), Value.list([.integer(1)]), false as Bool?),
    (.list([.null]), .list([.integer(1)]), nil),
    (.list([.string("a")]), .list([.integer(1)]), false),
    (.list([.list([.integer(1)])]), .list([.list([.integer(1)]), .list([.null])]), false),
    (
      .list([.list([.integer(1)]), .list([.integer(2)])]),
      .list([.list([.integer(1)]), .list([.null])]), nil
    ),
    (
      .list([.list([.integer(1)]), .list([.integer(2), .integer(3)])]),
      .list([.list([.integer(1)]), .list([.null])]), false
    ),
    (.map([:]), .map([:]), true),
    (.map(["k": .boolean(true)]), .map(["k": .boolean(true)]), true),
    (.map(["k": .integer(1)]), .map(["k": .float(1)]), true),
    (
      .map(["k": .string("a"), "l": .integer(2)]), .map(["l": .integer(2), "k": .string("a")]), true
    ),
    (.map([:]), .map(["k": .null]), false),
    (.map(["k": .null]), .map([:]), false),
    (.map(["k": .integer(1)]), .map(["k": .integer(1), "l": .null]), false),
    (.map(["k": .null, "l": .integer(1)]), .map(["l": .integer(1)]), false),
    (.map(["k": .null]), .map(["k": .null, "l": .null]), false),
    (.map(["k": .null]), .map(["k": .null]), nil),
    (.map(["k": .integer(1)]), .map(["k": .null]), nil),
    (.map(["k": .integer(1), "l": .null]), .map(["k": .null, "l": .null]), nil),
    (.map(["k": .integer(1), "l": .null]), .map(["k": .null, "l": .integer(1)]), nil),
    (.map(["k": .integer(1), "l": .null]), .map(["k": .integer(1), "l": .integer(1)]), nil),
    (.map(["k": .integer(1), "l": .null]), .map(["k": .integer(2), "l": .integer(1)]), false),
    (nan, .integer(1), false), (nan, .float(1), false), (nan, nan, false),
    (nan, .string("a"), false), (.list([nan]), .list([nan]), false),
    (.float(1), .float(1), true), (.integer(1), .float(1), true),
    (.string("1.0"), .float(1), false), (.string("1"), .integer(1), false),
    (.null, .null, nil), (.null, .integer(1), nil),
    (.integer(4_611_686_018_427_387_905), .integer(4_611_686_018_427_387_900), false),
    (.integer(1 << 53 + 1), .float(0x1p53), false), (.integer(1 << 53), .float(0x1p53), true),
    (.integer(.max), .float(0x1p63), false), (.integer(.min), .float(-0x1p63), true),
  ])
  func equality(left: Value, right: Value, expected: Bool?) {
    #expect(left.isEqual(to: right) == expected)
    #expect(right.isEqual(to: left) == expected)
  }

  @Test(arguments: [
    (Value.list([.integer(1), .integer(0)]), Value.list([.integer(1)]), true as Bool?),
    (.list([.integer(1), .null]), .list([.integer(1)]), true),
    (.list([.integer(1), .integer(2)]), .list([.integer(1), .null]), nil),
    (.list([.integer(1), .string("a")]), .list([.integer(1), .null]), nil),
    (.list([.integer(1), .integer(2)]), .list([.integer(3), .null]), false),
  ])
  func listsAreComparedMemberByMember(left: Value, right: Value, expected: Bool?) {
    #expect(left.isGreaterOrEqual(to: right) == expected)
  }

  @Test(arguments: [
    (Value.integer(1), false as Bool?), (.float(1), false), (nan, false), (.string("a"), nil),
    (.null, nil),
  ])
  func nothingIsLessOrGreaterThanNaN(other: Value, expected: Bool?) {
    let nan = ValueComparisonTests.nan
    #expect(nan.isGreater(than: other) == expected)
    #expect(nan.isGreaterOrEqual(to: other) == expected)
    #expect(nan.isLess(than: other) == expected)
    #expect(nan.isLessOrEqual(to: other) == expected)
  }

  /// Of values of different kinds only numbers can be compared.
  @Test func kindsAreNotComparedWithEachOther() {
    let node = NodeID(rawValue: 0)
    let values: [Value] = [
      .node(node), .edge(EdgeID(rawValue: 0)), .path(PathValue(nodes: [node], edges: [])),
      .string(""), .integer(1), .float(3.14), .boolean(true), .null, .list([]), .map([:]),
    ]
    var comparable: [String] = []
    for (leftIndex, left) in values.enumerated() {
      for (rightIndex, right) in values.enumerated() where leftIndex != rightIndex {
        if left.isLess(than: right) == true { comparable.append("\(left) < \(right)") }
        if left.isGreater(than: right) == true { comparable.append("\(left) > \(right)") }
      }
    }
    #expect(comparable == ["1 < 3.14", "3.14 > 1"])
  }

  @Test func durationsAreEqualByPartsAndNeverLess() throws {
    let base = Value.duration(try #require(CalendarDuration("P12Y5M14DT16H12M70S")))
    let same = Value.duration(try #require(CalendarDuration("P12Y5M14DT16H13M10S")))
    let shifted = Value.duration(try #require(CalendarDuration("P12Y5M13DT40H13M10S")))
    #expect(base.isEqual(to: same) == true)
    #expect(base.isEqual(to: shifted) == false)
    #expect(base.isLess(than: shifted) == nil)
    #expect(base.isGreaterOrEqual(to: same) == nil)
  }

  @Test func partialDatesAreUnknownWithinEachOther() throws {
    func partial(_ text: String) throws -> Value {
      .partialDate(try #require(PartialDate(text)))
    }
    let day = Value.date(try #require(CalendarDate("2009-04-27")))
    #expect(try partial("2009").isEqual(to: partial("2009")) == true)
    #expect(try partial("2009").isEqual(to: partial("2009-04")) == nil)
    #expect(try partial("2009").isEqual(to: partial("2010-04")) == false)
    #expect(try partial("2009").isLess(than: partial("2010-04")) == true)
    #expect(try partial("2009").isLess(than: partial("2009-12")) == nil)
    #expect(try partial("2010").isGreater(than: day) == true)
    #expect(try day.isLess(than: partial("2010")) == true)
    #expect(try day.isEqual(to: partial("2009-04")) == nil)
    #expect(try day.isEqual(to: partial("2009-04-27")) == true)
    #expect(try day.isEqual(to: partial("2009-04-28")) == false)
    #expect(try day == partial("2009-04-27"))
    #expect(try day != partial("2009-04"))
  }

  /// What `=` holds for equal is equivalent, and the order of sorting follows `<`.
  @Test func theThreeSensesAgree() {
    for left in SampleValues.all {
      for right in SampleValues.all {
        if left.isEqual(to: right) == true { #expect(left == right) }
        if left.isLess(than: right) == true {
          #expect(left.isOrderedBefore(right), "\(left) \(right)")
        }
        let both = left.isLess(than: right)
        #expect(both == right.isGreater(than: left), "\(left) \(right)")
      }
    }
  }

  /// Integers against floats, checked with the float's own exact conversion.
  @Test func mixedNumbersAreComparedExactly() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let shift = Int64.random(in: 0...63, using: &generator)
      let integer = Int64.random(in: .min ... .max, using: &generator) >> shift
      let float = Double(integer) + Double(Int.random(in: -2...2, using: &generator)) / 4
      let expected: Bool
      if float >= 0x1p63 {
        expected = true
      } else {
        let floor = Int64(float.rounded(.down))
        expected = integer < floor || (integer == floor && float > float.rounded(.down))
      }
      #expect(Value.integer(integer).isLess(than: .float(float)) == expected)
      #expect((Value.integer(integer) == .float(float)) == (Int64(exactly: float) == integer))
    }
  }
}
