// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// When two nodes are connected: all periods on each day of which a path leads from one to the
/// other, all of whose links hold together on that day.
///
/// Not to be taken for ``EarliestArrival``, whose links hold one after the other.
///
/// ```
///   poland ──2004..──> eu ──2009..2013──> bomca ──2011..──> tajikistan
///   connected from 2011-01-01 to 2013-12-31, though every link but one holds longer
/// ```
/// ```swift
/// let history = try ConnectionHistory(from: poland, to: tajikistan, in: view)
/// if let first = history.periods.first { print("since \(first.interval)") }
/// ```
///
/// - Preconditions: both nodes are in the graph and not avoided. Checked.
/// - Filter: as for paths; node rules hold between the ends. Its date must not be set, as the
///   question is for all dates.
/// - What the data do not bound holds without bound. ``GraphPath/validity(in:)`` of a period's path
///   says of which steps no start is known.
/// - Complexity: O(p · edges · log nodes) for p changes of the best path; p is at most twice the
///   number of different first and last days, in practice little more than the number of periods.
/// - Method: on a day without connection, no day is connected before the least, over all paths,
///   of the latest start on the path; on a day with one, the path whose links all hold longest
///   says up to when there is one for sure. Both are bottleneck paths, so only days on which the
///   answer may change are looked at. Literature: M. Pollack, "The maximum capacity through a
///   network", Operations Research 8 (1960).
public struct ConnectionHistory: Hashable, Sendable {
  /// Days that follow each other, all with a connection.
  public struct Period: Hashable, Sendable {
    /// From the first day to the last; an open end is not bounded by the data.
    public var interval: DateInterval

    /// The first of the shortest paths on the first day. It need not hold up to the last: another
    /// may have taken its place.
    public var path: GraphPath
  }

  /// Every maximal period, by time, with a day between each and the next.
  public let periods: [Period]

  /// Finds all periods.
  /// - Throws: ``AlgorithmError``.
  public init(
    from start: NodeID, to end: NodeID, filter: TraversalFilter = TraversalFilter(),
    isDirected: Bool = false, in view: TraversalView, budget: SearchBudget = .standard
  ) throws(AlgorithmError) {
    if let day = filter.asOf {
      throw .parameterOutOfRange(name: "filter.asOf", value: "\(day)", expected: "unset")
    }
    var query = PathQuery(from: start, to: end, filter: filter)
    query.isDirected = isDirected
    let days = try traversing { () throws(TraversalError) in
      try Self.days(of: query, in: view, budget: budget)
    }
    var periods: [Period] = []
    for range in days {
      query.filter.asOf = CalendarDate(dayNumber: Int64(range.first))
      let query = query
      let paths = try traversing { () throws(TraversalError) in
        try PathSearch(view, budget: budget).paths(query).paths
      }
      guard let path = paths.first else { continue }
      periods.append(Period(interval: DateInterval(dayNumbers: range), path: path))
    }
    self.periods = periods
  }

  /// The maximal ranges of day numbers.
  private static func days(
    of query: PathQuery, in view: TraversalView, budget: SearchBudget
  ) throws(TraversalError) -> [(first: Int32, last: Int32)] {
    // The question that every path answers, whatever its dates: refuses what must be refused.
    guard try PathSearch(view, budget: budget).paths(query).paths.first != nil else { return [] }
    if query.start == query.end {
      let own = view.graph.validity(of: query.start)
      return own.isEmpty ? [] : [own.dayNumbers]
    }
    guard view.edgeDays != nil else { return [DayRanges.unbounded] }
    var search = try BottleneckSearch(query, in: view)
    var meter = BudgetMeter(budget)
    var found: [(first: Int32, last: Int32)] = []
    var day = Int32.min
    while let first = try search.earliestCommonStart(notBefore: day, meter: &meter) {
      // No day before `first` is connected, and `first` itself only if the links of some path have
      // all begun and none has ended.
      guard let last = try search.latestCommonEnd(on: first, meter: &meter) else {
        day = first
        continue
      }
      if let open = found.last, open.last + 1 == first {
        found[found.count - 1].last = last
      } else {
        found.append((first, last))
      }
      if last == Int32.max { break }
      day = last + 1
    }
    return found
  }
}

extension DateInterval {
  /// The interval of two day numbers of a view, where the least and the greatest stand for no
  /// bound.
  init(dayNumbers: (first: Int32, last: Int32)) {
    self.init(
      start: dayNumbers.first == Int32.min
        ? nil : CalendarDate(dayNumber: Int64(dayNumbers.first)),
      end: dayNumbers.last == Int32.max ? nil : CalendarDate(dayNumber: Int64(dayNumbers.last)))
  }

  var dayNumbers: (first: Int32, last: Int32) {
    (start.map(DayRanges.clamped) ?? Int32.min, end.map(DayRanges.clamped) ?? Int32.max)
  }
}
