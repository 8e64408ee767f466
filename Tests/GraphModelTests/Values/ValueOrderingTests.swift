// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct ValueOrderingTests {
  @Test func everyPairIsOrderedOneWay() {
    for left in SampleValues.all {
      for right in SampleValues.all {
        let there = ValueOrdering.relation(left, right)
        let back = ValueOrdering.relation(right, left)
        switch there {
        case .less: #expect(back == .greater, "\(left) \(right)")
        case .greater: #expect(back == .less, "\(left) \(right)")
        case .equal: #expect(back == .equal, "\(left) \(right)")
        case .unordered: Issue.record("\(left) and \(right) have no order")
        }
      }
    }
  }

  @Test func tiesAreExactlyTheEquivalentValues() {
    for left in SampleValues.all {
      for right in SampleValues.all {
        #expect(
          (ValueOrdering.relation(left, right) == .equal) == (left == right), "\(left) \(right)")
      }
    }
  }

  /// All triples: "before" is transitive, and so is "tied".
  @Test func theOrderIsTransitive() {
    let values = SampleValues.all
    let relations = values.map { left in values.map { ValueOrdering.relation(left, $0) } }
    var faults = 0
    for first in values.indices {
      for second in values.indices {
        for third in values.indices {
          switch (relations[first][second], relations[second][third]) {
          case (.less, .less), (.less, .equal), (.equal, .less):
            if relations[first][third] != .less { faults += 1 }
          case (.equal, .equal):
            if relations[first][third] != .equal { faults += 1 }
          default:
            break
          }
        }
      }
    }
    #expect(faults == 0)
    #expect(values.count > 90)
  }

  @Test func hashesAgreeWithEquivalence() {
    for left in SampleValues.all {
      for right in SampleValues.all where left == right {
        #expect(left.hashValue == right.hashValue, "\(left) \(right)")
      }
    }
  }

  @Test func sortingDoesNotDependOnTheStartingOrder() {
    var generator = SeededGenerator(seed: 11)
    let expected = SampleValues.all.sorted { $0.isOrderedBefore($1) }
    for _ in 0..<20 {
      let shuffled = SampleValues.all.shuffled(using: &generator)
      #expect(shuffled.sorted { $0.isOrderedBefore($1) } == expected)
    }
  }

  /// The places of the kinds, as the sorting scenarios have them and the documentation says.
  @Test func kindsComeInTheirOrder() throws {
    let node = NodeID(rawValue: 0)
    let ordered: [Value] = [
      .map(["a": .string("map")]), .node(node), .edge(EdgeID(rawValue: 0)),
      .list([.string("list")]),
      .path(PathValue(nodes: [node, node], edges: [EdgeID(rawValue: 0)])),
      .dateTime(try #require(ZonedDateTime("2009-01-01T00:00Z"))),
      .localDateTime(try #require(LocalDateTime("2009-01-01T00:00"))),
      .partialDate(try #require(PartialDate("2009"))),
      .partialDate(try #require(PartialDate("2009-01"))),
      .date(try #require(CalendarDate("2009-01-01"))),
      .time(try #require(ZonedTime("00:00Z"))),
      .localTime(.midnight), .duration(.zero), .string("text"), .boolean(false), .boolean(true),
      .float(-.infinity), .float(1.5), .integer(2), .float(.infinity), .float(.nan), .null,
    ]
    #expect(ordered.reversed().sorted { $0.isOrderedBefore($1) } == ordered)
  }

  @Test func listsComeMemberByMember() {
    let ordered: [Value] = [
      .list([]), .list([.string("a")]), .list([.string("a"), .integer(1)]), .list([.integer(1)]),
      .list([.integer(1), .string("a")]), .list([.integer(1), .null]),
      .list([.null, .integer(1)]), .list([.null, .integer(2)]),
    ]
    #expect(ordered.reversed().sorted { $0.isOrderedBefore($1) } == ordered)
  }

  @Test func stringsComeByScalarsNotByLocale() {
    let ordered = ["", " ", ".*", "One", "e\u{301}", "one", "\u{E9}", "\u{FFFD}", "\u{1F600}"]
      .map(Value.string)
    #expect(ordered.reversed().sorted { $0.isOrderedBefore($1) } == ordered)
    #expect(Value.string("\u{E9}") != Value.string("e\u{301}"))
  }

  @Test func timesComeByMomentThenByOffset() throws {
    let texts = [
      "12:35:15+05:00", "12:30:14.645876123+01:01", "12:31:14.645876123+01:00",
      "12:31:14.645876124+01:00", "10:35-08:00",
    ]
    let times = try texts.map { Value.time(try #require(ZonedTime($0))) }
    #expect(times.reversed().sorted { $0.isOrderedBefore($1) } == times)
    let west = Value.time(try #require(ZonedTime("11:00-01:00")))
    let east = Value.time(try #require(ZonedTime("13:00+01:00")))
    #expect(west.isOrderedBefore(east) && west != east && west.isEqual(to: east) == false)
  }

  @Test func momentsComeByTimeThenOffsetThenZone() throws {
    let zones = TimeZoneDatabase(folders: [])
    let texts = [
      "0001-01-01T01:01:01.000000001-11:59", "1980-12-11T12:31:14-11:59",
      "1984-10-11T12:31:14.645876123+00:17", "1984-10-11T12:30:14.000000012+00:15",
      "2015-07-21T12:00Z", "2015-07-21T12:00Z[A/B]", "2015-07-21T12:00Z[A/C]",
      "2015-07-21T13:00+01:00", "9999-09-09T09:59:59.999999999+11:59",
    ]
    let moments = try texts.map { Value.dateTime(try #require(ZonedDateTime($0, zones: zones))) }
    #expect(moments.reversed().sorted { $0.isOrderedBefore($1) } == moments)
  }

  @Test func durationsComeByAverageLength() throws {
    let texts = ["P-1D", "PT0S", "PT23H59M59.999S", "PT24H", "P1D", "P30D", "P1M", "P31D", "P1Y"]
    let durations = try texts.map { Value.duration(try #require(CalendarDuration($0))) }
    #expect(durations.reversed().sorted { $0.isOrderedBefore($1) } == durations)
  }

  @Test func pathsCompareAsAlternatingLists() {
    func path(_ nodes: [UInt32], _ edges: [UInt32]) -> Value {
      .path(
        PathValue(
          nodes: nodes.map(NodeID.init(rawValue:)), edges: edges.map(EdgeID.init(rawValue:))))
    }
    let ordered = [
      path([0], []), path([0, 9], [1]), path([0, 1], [2]), path([0, 2], [2]),
      path([0, 2, 0], [2, 2]), path([1], []),
    ]
    #expect(ordered.reversed().sorted { $0.isOrderedBefore($1) } == ordered)
  }
}
