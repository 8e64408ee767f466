// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

/// Timelines and grids, which need no layout library.
struct ChartTests {
  private let timeline = TimelineChart(
    frame: Figure(
      title: "Phases of the Coast Programme", asOf: "2012-06-01",
      sources: [Figure.Source(number: 1, text: "Ministry", url: "https://example.org/phases")],
      notes: ["A note."]),
    rows: [
      TimelineChart.Row(
        label: "Coast Programme", typeName: "Programme", start: 2003, end: nil,
        dates: "since 2003", sourceNumbers: [1]),
      TimelineChart.Row(
        label: "Phase 1 is a phase of the Coast Programme", typeName: "Programme", start: 2003,
        end: 2006.5, dates: "2003 – 2006-06", sourceNumbers: [1], isPart: true),
      TimelineChart.Row(
        label: "Founding conference", typeName: "Event", start: 2002.25, end: 2002.25,
        dates: "2002-04", isMoment: true),
      TimelineChart.Row(
        label: "Older accord", typeName: "Agreement", start: nil, end: 2009, dates: "until 2009",
        isDisputed: true),
    ], day: 2012.4)

  private let coverage = CoverageChart(
    frame: Figure(title: "What joins states and areas", notes: ["3 of 6 pairs are gaps."]),
    rows: ["Arland", "Borvia"], columns: ["Fisheries", "Protection of the coast", "Customs"],
    cells: [
      CoverageChart.Cell(row: 0, column: 0, count: 12, tooltip: "Accord"),
      CoverageChart.Cell(row: 1, column: 1, count: 1),
      CoverageChart.Cell(row: 1, column: 2, count: nil),
    ])

  @Test("A timeline is drawn alike everywhere")
  func timelineGolden() throws { try expectGolden(timeline.svg(), "timeline.svg") }

  @Test("A grid is drawn alike everywhere")
  func coverageGolden() throws { try expectGolden(coverage.svg(), "coverage.svg") }

  @Test("An unknown start or end reaches the end of the axis, with a point")
  func openBars() throws {
    let axis = YearAxis(around: [2003, 2006.5, 2002.25, 2009, 2012.4], left: 267, width: 400)
    #expect(axis.position(of: axis.first) == 267)
    #expect(axis.position(of: axis.last) == 667)
    let xml = try WellFormedXML(timeline.svg())
    let paths = xml.elements.filter { $0.name == "path" }.compactMap { $0.attributes["d"] }
    let bars = paths.filter { $0.hasSuffix("Z") && $0.contains("H") }
    #expect(bars.contains { $0.contains("L667 ") })
    #expect(bars.contains { $0.contains("L267 ") })
  }

  @Test("Where sources disagree about an end, the bar is light between the values")
  func disagreement() throws {
    var chart = timeline
    chart.rows[1].startRange = 2003...2004
    chart.rows[1].endRange = 2005...2006.5
    chart.rows[1].isDisputed = true
    let svg = try chart.svg()
    let axis = YearAxis(around: [2003, 2006.5, 2002.25, 2009, 2012.4], left: 267, width: 400)
    func bars(_ svg: String) throws -> [WellFormedXML.Element] {
      try WellFormedXML(svg).elements.filter {
        $0.name == "path" && $0.attributes["d"]?.hasSuffix("Z") == true
          && $0.attributes["d"]?.contains("H") == true
      }
    }
    let found = try bars(svg)
    #expect(try found.count == bars(timeline.svg()).count + 1)
    func spans(_ first: Double, _ last: Double) -> Bool {
      let start = "M\(decimal(axis.position(of: first))) "
      let end = "H\(decimal(axis.position(of: last)))V"
      return found.contains {
        $0.attributes["d"]?.hasPrefix(start) == true && $0.attributes["d"]?.contains(end) == true
      }
    }
    #expect(spans(2003, 2006.5) && spans(2004, 2005))
    #expect(found.contains { $0.attributes["stroke-dasharray"] == "2 2" })
    #expect(svg.contains("2003 – 2006-06 (?)"))
    // Values that overlap leave no time on which all agree.
    chart.rows[1].startRange = 2003...2006
    #expect(try bars(chart.svg()).count == bars(timeline.svg()).count)
    chart.rows[1].startRange = -Double.infinity...Double.infinity
    _ = try WellFormedXML(chart.svg())
  }

  @Test("No line of a year or of the day runs through words, and none lacks below and above them")
  func linesKeepOffWords() throws {
    for day in [2003.4, 2006.9, 2012.4] {
      var chart = timeline
      chart.day = day
      let elements = try WellFormedXML(chart.svg()).elements
      let words = elements.filter { element in
        element.name == "text" && timeline.rows.contains { element.text.hasPrefix($0.dates) }
      }
      #expect(words.count == timeline.rows.count)
      var gaps = 0
      let lines = elements.filter { $0.name == "path" }.compactMap { $0.attributes["d"] }
        .filter { !$0.contains("H") && !$0.contains("L") && $0.contains("V") }
      for line in lines {
        let pieces = line.split(separator: "M").map { piece in
          piece.split { $0 == " " || $0 == "V" }.compactMap { Double($0) }
        }
        gaps += pieces.count - 1
        for (piece, next) in zip(pieces, pieces.dropFirst()) { #expect(piece[2] < next[1]) }
        for text in words {
          let x = Double(text.attributes["x"] ?? "") ?? 0
          let baseline = Double(text.attributes["y"] ?? "") ?? 0
          let width = TextMetrics(size: 10.5, isBold: false).width(of: text.text)
          let isCrossed = pieces.contains { piece in
            x < piece[0] && piece[0] < x + width && piece[1] < baseline && baseline - 7 < piece[2]
          }
          #expect(!isCrossed, "\(text.text): \(line)")
        }
      }
      #expect(gaps > 0)
    }
  }

  @Test("The legend tells what the line of the day is, in the language of the figure")
  func dayInLegend() throws {
    func legend(_ chart: TimelineChart) throws -> [String] {
      let texts = try WellFormedXML(chart.svg()).elements.filter { $0.name == "text" }.map(\.text)
      return texts.filter { $0.hasPrefix("As of") || $0.hasPrefix("Stand") }
    }
    // One stands under the title.
    #expect(try legend(timeline) == ["As of 2012-06-01", "As of 2012-06-01"])
    var chart = timeline
    chart.frame.asOf = nil
    chart.frame.language = "de"
    #expect(try legend(chart) == ["Stand 2012"])
    chart.day = nil
    #expect(try legend(chart) == [])
    chart = TimelineChart(frame: timeline.frame, rows: [], day: 2012.4)
    #expect(try legend(chart) == ["As of 2012-06-01"])
  }

  @Test(
    "Headings of columns keep apart, and words in their cells, at every size of text",
    arguments: [6, 12, 18, 24, 48] as [Double])
  func headings(size: Double) throws {
    var style = FigureStyle.default
    (style.labelSize, style.labelWidth) = (size, 124 * size / 12)
    var chart = coverage
    chart.columns = Array(repeating: "Protection of the whole coast and its fish", count: 3)
    let xml = try WellFormedXML(chart.svg(style: style))
    let metrics = Typography(style).sublabel
    let cells = xml.elements.filter { $0.name == "rect" && $0.attributes["class"] == nil }
      .compactMap { $0.attributes["width"].flatMap(Double.init) }
    let width = try #require(cells.first)
    // Two lines at 45 degrees, and those of the column beside.
    #expect(width * 0.707 >= 2 * metrics.lineHeight)
    #expect(width >= metrics.width(of: "888"))
    let heights = xml.elements.compactMap { $0.attributes["height"].flatMap(Double.init) }
    #expect(heights.dropFirst(2).allSatisfy { $0 >= metrics.size })
  }

  @Test("A longer label of a row becomes a numbered note where tooltips are lost")
  func notes() throws {
    var chart = timeline
    chart.rows[1].details = "Phase 1 and what it was about in all its length"
    #expect(try !chart.svg().contains("class=\"note-mark\""))
    for hints in [PrintedHints.tooltips, .tooltipsAndLinks] {
      let texts = try WellFormedXML(chart.svg(hints: hints)).elements.filter { $0.name == "text" }
        .map(\.text)
      #expect(texts.contains("Notes") && texts.contains("1"))
      #expect(texts.contains { $0.hasPrefix("Phase 1 and what it was about") })
    }
  }

  @Test("Ticks are round years, apart enough to be read", arguments: [1, 7, 40, 333, 5000, 19_000])
  func ticks(span: Int) {
    let axis = YearAxis(around: [-1000, -1000 + Double(span)], left: 0, width: 400)
    #expect(axis.ticks.count >= 1)
    #expect(axis.ticks.count <= 13)
    for (tick, next) in zip(axis.ticks, axis.ticks.dropFirst()) {
      #expect(axis.position(of: Double(next)) - axis.position(of: Double(tick)) >= 30)
    }
    #expect(axis.ticks.allSatisfy { axis.first <= Double($0) && Double($0) <= axis.last })
  }

  @Test(
    "More of a shade means more in every theme, and every number can be read on it",
    arguments: FigureTheme.allCases)
  func shades(theme: FigureTheme) throws {
    let counts = [1, 2, 3, 5, 8, 13, 21, 34]
    let chart = CoverageChart(
      frame: Figure(title: "Shades"), rows: ["row"], columns: counts.map(String.init),
      cells: counts.enumerated().map { CoverageChart.Cell(row: 0, column: $0, count: $1) })
    let xml = try WellFormedXML(chart.svg(style: theme.style))
    let fills = xml.elements.filter { $0.name == "rect" && $0.attributes["class"] == nil }
      .compactMap { $0.attributes["fill"] }
    #expect(fills.count == counts.count)
    let lights = fills.map { luminance($0) }
    let isDark = theme == .dark
    #expect(zip(lights, lights.dropFirst()).allSatisfy { isDark ? $0 <= $1 : $0 >= $1 })
    #expect(Set(fills).count == 5)
    let texts = xml.elements.filter { $0.name == "text" && $0.attributes["text-anchor"] != nil }
    #expect(texts.count == counts.count)
    for (fill, text) in zip(fills, texts) {
      let pair = [luminance(fill), luminance(text.attributes["fill"] ?? "#000000")].sorted()
      #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5)
    }
  }

  /// Relative luminance as WCAG 2 defines it.
  private func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      if share <= 0.04045 { return share / 12.92 }
      return power(of: (share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// To the power of 2.4, as x² · x^(2/5) by Newton's method for the fifth root.
  private func power(of base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }

  @Test(
    "Hostile texts come out as text",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=1>", "]]>", "-->", "' onload='x",
      "&bogus;", "\u{0}\u{1}\u{1b}[31m", "\u{202e}abc", String(repeating: "x", count: 100_000),
    ])
  func hostileTexts(text: String) throws {
    let frame = Figure(
      title: text, subtitle: text, asOf: text, language: text,
      sources: [Figure.Source(number: 1, text: text, url: text)], notes: [text], idPrefix: text)
    let timeline = TimelineChart(
      frame: frame,
      rows: [
        TimelineChart.Row(
          label: text, details: text, typeName: text, typeTitle: text, start: .nan, end: .infinity,
          dates: text, isMoment: false, startRange: -1e300...1e300, endRange: 0...Double.infinity),
        TimelineChart.Row(
          label: text, typeName: text, start: -1e300, end: 1e300, dates: text, isMoment: true),
      ], day: -.infinity)
    let coverage = CoverageChart(
      frame: frame, rows: [text], columns: [text],
      cells: [
        CoverageChart.Cell(row: 0, column: 0, count: -1, tooltip: text),
        CoverageChart.Cell(row: 7, column: -3, count: .max),
      ])
    for svg in [
      try timeline.svg(), try timeline.svg(hints: .tooltipsAndLinks), try coverage.svg(),
    ] {
      #expect(svg.utf8.count < 100_000)
      for element in try WellFormedXML(svg).elements {
        #expect(FigureMarkup.elements.union(FigureMarkup.metadata).contains(element.name))
        #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" })
        #expect(!element.attributes.values.contains { $0.contains("nan") || $0.contains("inf") })
      }
    }
  }

  @Test("What cannot be read is refused, and nothing is something")
  func limits() throws {
    let rows = Array(repeating: timeline.rows[0], count: TimelineChart.rowLimit + 1)
    #expect(throws: ChartError.self) {
      try TimelineChart(frame: Figure(title: "x"), rows: rows).svg()
    }
    let names = Array(repeating: "name", count: CoverageChart.columnLimit + 1)
    #expect(throws: ChartError.self) {
      try CoverageChart(frame: Figure(title: "x"), rows: ["a"], columns: names, cells: []).svg()
    }
    #expect(
      try TimelineChart(frame: Figure(title: "x"), rows: []).svg().contains("Nothing to show"))
    #expect(
      try CoverageChart(frame: Figure(title: "x"), rows: [], columns: [], cells: []).svg()
        .contains("Nothing to show"))
  }
}
