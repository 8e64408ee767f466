// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// How early something that one node has from a day on can reach another, when links may be used
/// one after the other: each on some day on which it holds, never on an earlier day than the link
/// before it. A step takes no time, and waiting is free.
///
/// Not to be taken for ``ConnectionHistory``, whose links hold together. Whatever is connected on a
/// day can be reached by that day, but not the other way round.
///
/// ```
///   a ──2001..2003──> b ──2005..──> c     a reaches c in 2005, yet they are never connected
/// ```
/// ```swift
/// let arrival = try EarliestArrival(from: a, to: c, departure: day, in: view)
/// ```
///
/// - Preconditions: both nodes are in the graph and not avoided. Checked.
/// - Filter: node rules hold between the ends. Its date must not be set.
/// - Ties: the day is exact; of the ways to reach it, one is given, the same on every machine.
/// - Complexity: O(edges · log nodes).
/// - Literature: H. Wu, J. Cheng, S. Huang, Y. Ke, Y. Lu, Y. Xu, "Path problems in temporal graphs",
///   Proceedings of the VLDB Endowment 7 (2014).
public struct EarliestArrival: Hashable, Sendable {
  /// The first day on which the end can be reached; nil when neither the departure nor the data
  /// bound it.
  public let day: CalendarDate?
  public let path: GraphPath

  /// For each step the first day on which it can be taken; nil where nothing bounds it.
  public let stepDays: [CalendarDate?]

  /// Finds the way; nil when there is none.
  /// - Parameter departure: the day before which no link may be used; nil for any day.
  /// - Throws: ``AlgorithmError``.
  public init?(
    from start: NodeID, to end: NodeID, departure: CalendarDate? = nil,
    filter: TraversalFilter = TraversalFilter(), isDirected: Bool = false, in view: TraversalView,
    budget: SearchBudget = .standard
  ) throws(AlgorithmError) {
    if let day = filter.asOf {
      throw .parameterOutOfRange(name: "filter.asOf", value: "\(day)", expected: "unset")
    }
    let found = try traversing { () throws(TraversalError) in
      for node in [start, end] where filter.avoidedNodes.contains(node) {
        _ = try view.requirePosition(of: node)
        throw .avoidedEnd(view.graph.displayName(of: node))
      }
      for node in filter.avoidedNodes { _ = try view.requirePosition(of: node) }
      var meter = BudgetMeter(budget)
      var search = ArrivalSearch(
        start: try view.requirePosition(of: start), end: try view.requirePosition(of: end),
        filter: try CompiledFilter(filter, isDirected: isDirected, view: view), view: view)
      return try search.run(
        departure: departure.map(DayRanges.clamped) ?? Int32.min, meter: &meter)
    }
    guard let found else { return nil }
    func date(_ day: Int32) -> CalendarDate? {
      day == Int32.min ? nil : CalendarDate(dayNumber: Int64(day))
    }
    day = date(found.day)
    path = found.path
    stepDays = found.stepDays.map(date)
  }
}

/// Dijkstra's search by day.
private struct ArrivalSearch {
  private struct Waiting: Comparable {
    let day: Int32
    let node: UInt32

    static func < (left: Waiting, right: Waiting) -> Bool {
      left.day != right.day ? left.day < right.day : left.node < right.node
    }
  }

  let start: UInt32
  let end: UInt32
  let filter: CompiledFilter
  let view: TraversalView

  /// For each node reached: the day, the node before it and the entry there.
  private var arrivals: [UInt32: (day: Int32, parent: UInt32, entry: UInt32)] = [:]

  init(start: UInt32, end: UInt32, filter: CompiledFilter, view: TraversalView) {
    self.start = start
    self.end = end
    self.filter = filter
    self.view = view
  }

  mutating func run(
    departure: Int32, meter: inout BudgetMeter
  ) throws(TraversalError) -> (day: Int32, path: GraphPath, stepDays: [Int32])? {
    if start == end {
      let own = view.graph.validity(of: view.node(at: start)).dayNumbers
      let day = max(departure, own.first)
      return day > own.last ? nil : (day, view.path(from: start, entries: []), [])
    }
    let test = FilteredStep(filter)
    let days = view.edgeDays
    var queue = PriorityQueue<Waiting>()
    queue.insert(Waiting(day: departure, node: start))
    arrivals[start] = (departure, start, 0)
    while let next = queue.removeFirst() {
      if next.node == end { return way() }
      guard next.day == arrivals[next.node]?.day else { continue }
      let entries = view.entries(of: next.node)
      try meter.charge(entries.count + 1)
      for entry in entries where test.admits(view.references.base[entry]) {
        let neighbour = view.neighbours.base[entry]
        guard neighbour == end || test.admits(node: neighbour) else { continue }
        let edge = Int(view.references.base[entry] >> 1)
        var day = next.day
        if let days {
          day = max(day, days.first.base[edge])
          if day > days.last.base[edge] { continue }
        }
        if let known = arrivals[neighbour], known.day <= day { continue }
        try meter.reserve(64)
        arrivals[neighbour] = (day, next.node, UInt32(entry))
        queue.insert(Waiting(day: day, node: neighbour))
      }
    }
    withExtendedLifetime(filter) {}
    return nil
  }

  private func way() -> (day: Int32, path: GraphPath, stepDays: [Int32])? {
    var entries: [UInt32] = []
    var days: [Int32] = []
    var node = end
    while node != start {
      guard let arrival = arrivals[node] else { return nil }
      entries.append(arrival.entry)
      days.append(arrival.day)
      node = arrival.parent
    }
    guard let day = days.first else { return nil }
    return (day, view.path(from: start, entries: entries.reversed()), days.reversed())
  }
}
