// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphReports
import Testing

@Suite struct WordingTests {
  @Test(
    arguments: [
      (nil, nil, nil), ("2009-04", nil, "since 2009-04"), (nil, "2014", "until 2014"),
      ("2015-06-15", "2019-12-14", "2015-06-15 – 2019-12-14"),
      ("2019-12-04", "2019-12-04", "on 2019-12-04"), ("2022", "2022", "in 2022"),
      ("2001 or 2002-01-01", "2001 or 2002-01-01", "in 2001 or 2002-01-01"),
      ("2001 or 2003", nil, "since 2001 or 2003"),
    ] as [(String?, String?, String?)])
  func spansKeepThePrecisionOfTheData(_ since: String?, _ until: String?, _ words: String?) {
    #expect(DateWording.span(since: since, until: until) == words)
  }

  @Test func intervals() throws {
    let first = try #require(CalendarDate(year: 2014, month: 3, day: 1))
    let last = try #require(CalendarDate(year: 2019, month: 12, day: 31))
    func words(_ start: CalendarDate?, _ end: CalendarDate?) -> String {
      DateWording.words(for: DateInterval(start: start, end: end))
    }
    #expect(words(first, last) == "from 2014-03-01 to 2019-12-31")
    #expect(words(first, first) == "on 2014-03-01")
    #expect(words(first, nil) == "since 2014-03-01")
    #expect(words(nil, last) == "until 2019-12-31")
    #expect(words(nil, nil) == "at all times that the data know of")
  }

  @Test(arguments: [
    ("negotiationsLaunched", "negotiations launched"), ("isoAlpha2", "iso alpha2"),
    ("name", "name"), ("PART_OF", "PART OF"), ("asOf", "as of"), ("", ""),
  ])
  func propertyNamesInWords(_ name: String, _ words: String) {
    #expect(DisplayLabel.words(of: name) == words)
  }

  @Test func listsStandOneAfterTheOther() {
    #expect(
      DisplayLabel.text(of: .list([.string("a"), .integer(2), .list([.boolean(true)])]))
        == "a, 2, true")
  }

  @Test func longNamesGiveWayToAcronymsInChains() throws {
    let sample = try ReportGraph()
    let graph = sample.graph
    #expect(DisplayLabel.shortName(of: try sample.node("exchange"), in: graph) == "ECG")
    #expect(DisplayLabel.shortName(of: try sample.node("arland"), in: graph) == "Arland")
  }

  @Test func anEdgeReadAloud() throws {
    let sample = try ReportGraph()
    let reading = EdgeReading(try sample.edge("COVERS", "exchange", "arland"), in: sample.graph)
    #expect(reading.sentence == "Exchange of Coast Guards around the Strait covers Arland")
    #expect(reading.verb == "covers" && reading.inverse == "is covered by")
    #expect(reading.dates == "since 2015" && !reading.areDatesOfEnds)
    #expect(!reading.isDisputed)
    var numbering = SourceNumbering(sample.graph)
    #expect(
      reading.statement(&numbering)
        == "Exchange of Coast Guards around the Strait covers Arland, since 2015 [1]")
  }

  @Test func everyDisputedValueOfAnEdgeIsSaid() throws {
    let sample = try ReportGraph()
    let reading = EdgeReading(try sample.edge("COVERS", "exchange", "borvia"), in: sample.graph)
    #expect(reading.isDisputed)
    #expect(reading.dates == "since 2014-09 or 2015-02")
    #expect(reading.qualifiers == ["role: partner or observer"])
  }

  @Test func withoutDatesOfItsOwnAnEdgeHasThoseOfItsEnds() throws {
    let sample = try ReportGraph()
    var numbering = SourceNumbering(sample.graph)
    let addresses = EdgeReading(
      try sample.edge("ADDRESSES", "exchange", "safety"), in: sample.graph)
    #expect(
      addresses.statement(&numbering)
        == "Exchange of Coast Guards around the Strait addresses Maritime safety, "
        + "undated (its ends: 2014-03 – 2019) [no source]")
    let takesPart = EdgeReading(
      try sample.edge("PARTICIPATES_IN", "arland", "process"), in: sample.graph)
    #expect(takesPart.dates == "until 2012" && takesPart.areDatesOfEnds)
  }

  @Test func namesAreNotPatterns() throws {
    let sample = try ReportGraph(names: ["exchange": "{to} and {from}", "arland": "{from}"])
    let reading = EdgeReading(try sample.edge("COVERS", "exchange", "arland"), in: sample.graph)
    #expect(reading.sentence == "{to} and {from} covers {from}")
  }
}
