// SPDX-License-Identifier: Apache-2.0
import GraphModel

/// Values of every kind, chosen where kinds meet and numbers get large.
enum SampleValues {
  static let all: [Value] = simple + lists + maps

  static let simple: [Value] =
    [
      .null, .boolean(false), .boolean(true),
      .string(""), .string(" "), .string(".*"), .string("one"), .string("One"), .string("a"),
      .string("\u{E9}"), .string("e\u{301}"), .string("\u{FFFD}"), .string("\u{1F600}"),
      .node(NodeID(rawValue: 0)), .node(NodeID(rawValue: 7)), .edge(EdgeID(rawValue: 0)),
      .edge(EdgeID(rawValue: 7)),
      .path(PathValue(nodes: [NodeID(rawValue: 0)], edges: [])),
      .path(
        PathValue(
          nodes: [NodeID(rawValue: 0), NodeID(rawValue: 1)], edges: [EdgeID(rawValue: 3)])),
      .path(
        PathValue(
          nodes: [NodeID(rawValue: 0), NodeID(rawValue: 1)], edges: [EdgeID(rawValue: 4)])),
    ] + numbers + temporal

  static let numbers: [Value] =
    [
      -0x1p63, -1.5, -1, -0.0, 0.0, .leastNonzeroMagnitude, 0.1, 1, 1.5, 0x1p53, 0x1p53 + 2, 0x1p62,
      0x1p63,
      .greatestFiniteMagnitude, .infinity, -.infinity, .nan, -.nan,
    ].map(Value.float)
    + [
      .min, .min + 1, -1, 0, 1, 2, 1 << 53, 1 << 53 + 1, 1 << 62, 4_611_686_018_427_387_905,
      .max - 1, .max,
    ].map(Value.integer)

  static let temporal: [Value] =
    ["2009-01-01", "2009-04-27", "2009-12-31", "2010-01-01", "-0004-02-29"]
    .compactMap { CalendarDate($0) }.map(Value.date)
    + ["2009", "2009-01", "2009-01-01", "2009-04", "2009-04-27", "2010", "0001", "9999-12-31"]
    .compactMap { PartialDate($0) }.map(Value.partialDate)
    + ["00:00", "12:31:14.645876123", "12:31:14.645876124"].compactMap { LocalTime($0) }
    .map(Value.localTime)
    + ["10:35-08:00", "12:00Z", "13:00+01:00", "12:30:14.645876123+01:01"]
    .compactMap { ZonedTime($0) }.map(Value.time)
    + ["2015-07-21T21:40", "1984-10-11T12:30:14.000000012", "0001-01-01T01:01:01.000000001"]
    .compactMap { LocalDateTime($0) }.map(Value.localDateTime)
    + ["2015-07-21T12:00Z", "2015-07-21T14:00+02:00", "2015-07-21T12:00+00:00[Etc/Nowhere]"]
    .compactMap { ZonedDateTime($0, zones: TimeZoneDatabase(folders: [])) }.map(Value.dateTime)
    + ["PT0S", "P1M", "P30D", "PT24H", "P1D", "PT-0.001S", "P12Y5M-14DT16H", "P30DT37746S"]
    .compactMap { CalendarDuration($0) }.map(Value.duration)

  static let lists: [Value] = [
    [], [.null], [.null, .integer(1)], [.integer(1)], [.float(1)], [.integer(1), .null],
    [.string("a")], [.string("a"), .integer(1)], [.float(.nan)], [.list([.integer(1)])],
    [.list([.integer(1)]), .list([.null])],
  ].map(Value.list)

  static let maps: [Value] = [
    [:], ["k": .null], ["k": .integer(1)], ["k": .float(1)], ["l": .integer(1)],
    ["k": .integer(1), "l": .null], ["k": .integer(1), "l": .integer(1)], ["k": .float(.nan)],
    ["\u{E9}": .integer(1)], ["e\u{301}": .integer(1)],
  ].map(Value.map)
}
