// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct ConnectionHistoryTests {
  private func periods(_ history: ConnectionHistory) -> [String] {
    history.periods.map { "\($0.interval)" }
  }

  @Test func linksMustHoldTogether() throws {
    let made = try HandMadeGraph(
      """
      a -E 2004..-> b
      b -E 2009..2013-> c
      c -E 2011..2012-> d
      c -F 2013-05..2020-> d
      a -G 2015..2016-> d
      a -H 2017..2018-> d
      x -E 2001..2003-> y
      y -E 2005..-> z
      """)
    let view = TraversalView(made.graph)
    let history = try ConnectionHistory(from: made["a"], to: made["d"], in: view)
    #expect(
      periods(history) == [
        "2011-01-01 – 2012-12-31", "2013-05-01 – 2013-12-31", "2015-01-01 – 2018-12-31",
      ])
    #expect(made.text(history.periods[1].path) == "a -E-> b -E-> c -F-> d")
    #expect(made.text(history.periods[2].path) == "a -G-> d")
    #expect(try ConnectionHistory(from: made["x"], to: made["z"], in: view).periods.isEmpty)
    let back = try ConnectionHistory(from: made["d"], to: made["a"], isDirected: true, in: view)
    #expect(back.periods.isEmpty)
    #expect(
      periods(try ConnectionHistory(from: made["y"], to: made["z"], in: view))
        == ["from 2005-01-01"])
    #expect(periods(try ConnectionHistory(from: made["a"], to: made["a"], in: view)) == ["always"])

    let arrival = try #require(try EarliestArrival(from: made["x"], to: made["z"], in: view))
    #expect("\(try #require(arrival.day))" == "2005-01-01")
    #expect(arrival.stepDays.compactMap { $0.map { "\($0)" } } == ["2001-01-01", "2005-01-01"])
    #expect(made.text(arrival.path) == "x -E-> y -E-> z")
    #expect(try EarliestArrival(from: made["z"], to: made["x"], in: view) == nil)
    let late = try #require(CalendarDate(year: 2004, month: 1, day: 1))
    #expect(
      try EarliestArrival(from: made["x"], to: made["z"], departure: late, in: view) == nil)
  }

  @Test func graphsWithoutDates() throws {
    let made = try HandMadeGraph("a -E-> b\nc")
    let view = TraversalView(made.graph)
    #expect(periods(try ConnectionHistory(from: made["a"], to: made["b"], in: view)) == ["always"])
    #expect(try ConnectionHistory(from: made["a"], to: made["c"], in: view).periods.isEmpty)
    let arrival = try #require(try EarliestArrival(from: made["a"], to: made["b"], in: view))
    #expect(arrival.day == nil && arrival.stepDays == [nil])
  }

  @Test func refusals() throws {
    let made = try HandMadeGraph("a -E-> b")
    let view = TraversalView(made.graph)
    let day = try #require(CalendarDate(year: 2004, month: 1, day: 1))
    let error = AlgorithmError.parameterOutOfRange(
      name: "filter.asOf", value: "2004-01-01", expected: "unset")
    #expect("\(error)" == "filter.asOf must be unset, not 2004-01-01")
    #expect(throws: error) {
      try ConnectionHistory(
        from: made["a"], to: made["b"], filter: TraversalFilter(asOf: day), in: view)
    }
    #expect(throws: error) {
      try EarliestArrival(
        from: made["a"], to: made["b"], filter: TraversalFilter(asOf: day), in: view)
    }
    let avoiding = TraversalFilter(avoidedNodes: [made["a"]])
    #expect(throws: AlgorithmError.traversal(.avoidedEnd("a"))) {
      try ConnectionHistory(from: made["a"], to: made["b"], filter: avoiding, in: view)
    }
    #expect(throws: AlgorithmError.traversal(.avoidedEnd("a"))) {
      try EarliestArrival(from: made["a"], to: made["b"], filter: avoiding, in: view)
    }
  }

  /// Every day on which anything changes, and the day before it, by walking the graph that holds
  /// on that day; and the days of arrival by going on until nothing improves.
  @Test(arguments: 0..<6)
  func everyDayIsAnsweredAsByWalkingIt(part: Int) throws {
    var random = SeededGenerator(seed: 3000 + UInt64(part))
    var several = 0
    var laterThanTogether = 0
    for number in 0..<200 {
      var graph =
        number % 2 == 0
        ? try RandomGraph.make(&random, isDated: true) : try Self.shortLived(&random)
      if random.chance(1, of: 4) { try RandomGraph.edit(&graph, &random) }
      let view = TraversalView(graph)
      let brute = BruteForce(graph: graph)
      var query = RandomGraph.query(&random, in: graph)
      query.filter.asOf = nil
      // An edit may have removed the last node of a type.
      query.filter.allowedNodeTypes?.removeAll { graph.nodes(ofType: $0).isEmpty }
      query.filter.excludedNodeTypes.removeAll { graph.nodes(ofType: $0).isEmpty }
      let context: Comment = "part \(part), graph \(number), \(query)"
      let history = try ConnectionHistory(
        from: query.start, to: query.end, filter: query.filter, isDirected: query.isDirected,
        in: view)
      if history.periods.count > 1 { several += 1 }
      for (earlier, later) in zip(history.periods, history.periods.dropFirst()) {
        let end = try #require(earlier.interval.end)
        let start = try #require(later.interval.start)
        #expect(end.dayNumber + 1 < start.dayNumber, context)
      }
      for day in try Self.days() {
        var filter = query.filter
        filter.asOf = day
        let expected = Self.reaches(brute, query, filter)
        let holding = history.periods.filter { $0.interval.contains(day) }
        #expect(holding.count == (expected ? 1 : 0), context)
        if let period = holding.first, period.interval.start == day {
          var plain = query
          plain.filter = filter
          plain.waypoints = []
          plain.maximumHops = nil
          #expect(period.path == brute.paths(plain).first, context)
        }
      }
      let departure = random.chance(1, of: 2) ? nil : try Self.days().randomElement(using: &random)
      let arrival = try EarliestArrival(
        from: query.start, to: query.end, departure: departure, filter: query.filter,
        isDirected: query.isDirected, in: view)
      let expected = Self.arrival(brute, query, departure)
      #expect((arrival != nil) == (expected != nil), context)
      if let arrival, let expected {
        #expect((arrival.day?.dayNumber ?? .min) == expected, context)
        if history.periods.isEmpty { laterThanTogether += 1 }
        #expect(arrival.path.nodes.first == query.start, context)
        #expect(arrival.path.nodes.last == query.end, context)
        for (place, step) in arrival.path.steps.enumerated() {
          let own = arrival.stepDays[place]
          let day = own ?? departure ?? CalendarDate(dayNumber: -2_000_000)
          #expect(brute.holds(step.edge, on: day), context)
          if place > 0, let own, let before = arrival.stepDays[place - 1] {
            #expect(before <= own, context)
          }
        }
      }
    }
    #expect(several > 3)
    #expect(laterThanTogether > 0)
  }

  /// Few links, each for a year or two.
  private static func shortLived(_ random: inout SeededGenerator) throws -> PropertyGraph {
    var builder = GraphBuilder()
    let handles = try (0..<Int.random(in: 4...6, using: &random)).map {
      try builder.addNode(
        type: RandomGraph.nodeTypes.randomElement(using: &random) ?? "", key: "n\($0)")
    }
    for _ in 0..<Int.random(in: 6...12, using: &random) {
      let first = Int.random(in: 2000...2008, using: &random)
      let since = PartialDate(year: first)
      let until = PartialDate(year: first + Int.random(in: 0...1, using: &random))
      try builder.addEdge(
        type: RandomGraph.edgeTypes.randomElement(using: &random) ?? "",
        from: handles.randomElement(using: &random) ?? handles[0],
        to: handles.randomElement(using: &random) ?? handles[0],
        properties: [
          ("since", since.map { .partialDate($0) } ?? .null),
          ("until", until.map { .partialDate($0) } ?? .null),
        ])
    }
    return try builder.freeze()
  }

  /// The random dates are years, so these are all changes, the days before them, and days far out.
  private static func days() throws -> [CalendarDate] {
    try (1999...2011).flatMap { year in
      [
        try #require(CalendarDate(year: year, month: 1, day: 1)),
        try #require(CalendarDate(year: year, month: 12, day: 31)),
      ]
    }
  }

  private static func reaches(
    _ brute: BruteForce, _ query: PathQuery, _ filter: TraversalFilter
  ) -> Bool {
    if query.start == query.end { return brute.exists(query.start, on: filter.asOf) }
    var seen: Set<NodeID> = [query.start]
    var waiting = [query.start]
    while let node = waiting.popLast() {
      for (_, next) in brute.steps(from: node, filter, isDirected: query.isDirected) {
        if next == query.end { return true }
        if brute.admits(next, filter), seen.insert(next).inserted { waiting.append(next) }
      }
    }
    return false
  }

  /// The least day number of arrival; `Int64.min` when unbounded.
  private static func arrival(
    _ brute: BruteForce, _ query: PathQuery, _ departure: CalendarDate?
  ) -> Int64? {
    func range(_ validity: DateInterval) -> (Int64, Int64) {
      (validity.start?.dayNumber ?? .min, validity.end?.dayNumber ?? .max)
    }
    let first = departure?.dayNumber ?? .min
    if query.start == query.end {
      let own = range(brute.graph.validity(of: query.start))
      return max(first, own.0) <= own.1 ? max(first, own.0) : nil
    }
    var days = [query.start: first]
    var isChanged = true
    while isChanged {
      isChanged = false
      for (node, day) in days where node == query.start || brute.admits(node, query.filter) {
        for (step, next) in brute.steps(from: node, query.filter, isDirected: query.isDirected) {
          let own = range(brute.graph.validity(of: step.edge))
          let arrival = max(day, own.0)
          if arrival <= own.1, arrival < days[next] ?? .max {
            days[next] = arrival
            isChanged = true
          }
        }
      }
    }
    return days[query.end]
  }
}
