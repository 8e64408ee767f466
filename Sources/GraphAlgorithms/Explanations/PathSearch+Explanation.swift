// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension PathSearch {
  /// Why a question has no path; nil when it has one.
  ///
  /// A path that is suggested is the first by the cost of the question, or by hops where an edge
  /// that the question ruled out has no cost. Each attempt has the whole budget of the search, the deadline excepted, which is one for all.
  ///
  /// - Complexity: one search for each constraint; when none helps, one for each pair, of at most
  ///   sixteen constraints, and one more for each.
  /// - Throws: ``TraversalError`` for a question that is refused, or when the budget ends before
  ///   the question itself is answered.
  public func explainEmptyAnswer(
    to query: PathQuery
  ) throws(TraversalError) -> EmptyPathExplanation? {
    var query = query
    query.selection = .anyShortest
    guard try paths(query).paths.isEmpty else { return nil }
    let constraints = EmptyPathExplanation.Constraint.all(of: query)
    let reaches = try reaches(of: query)
    var explanation = EmptyPathExplanation(
      constraints: constraints, relaxations: [], combination: nil, areConnected: true,
      startReach: reaches.start, endReach: reaches.end, untried: [])
    for constraint in constraints {
      switch attempt(query, dropping: [constraint]) {
      case .path(let path):
        explanation.relaxations.append(.init(constraints: [constraint], path: path))
      case .none: break
      case .ranOut: explanation.untried.append(constraint)
      }
    }
    guard explanation.relaxations.isEmpty else { return explanation }
    switch attempt(query, dropping: constraints) {
    case .path: explanation.combination = combination(of: constraints, for: query)
    case .none: explanation.areConnected = false
    case .ranOut: explanation.areConnected = nil
    }
    return explanation
  }

  private enum Attempt {
    case path(GraphPath)
    case none
    case ranOut
  }

  private func attempt(
    _ query: PathQuery, dropping constraints: [EmptyPathExplanation.Constraint]
  ) -> Attempt {
    var relaxed = constraints.reduce(query) { $1.dropped(from: $0) }
    if let attempt = attempt(relaxed) { return attempt }
    // An edge that the question ruled out has no cost: then its path is the shortest by hops.
    relaxed.cost = .hops
    return attempt(relaxed) ?? .ranOut
  }

  /// Nil for a question that is refused for the cost of an edge.
  private func attempt(_ query: PathQuery) -> Attempt? {
    do throws(TraversalError) {
      return try paths(query).paths.first.map(Attempt.path) ?? Attempt.none
    } catch {
      if case .refusedCost = error { return nil }
      return .ranOut
    }
  }

  /// The first pair that helps, else a set of which none can be kept.
  private func combination(
    of constraints: [EmptyPathExplanation.Constraint], for query: PathQuery
  ) -> EmptyPathExplanation.Relaxation? {
    let paired = constraints.prefix(16)
    for (place, first) in paired.enumerated() {
      for second in paired.dropFirst(place + 1) {
        if case .path(let path) = attempt(query, dropping: [first, second]) {
          return .init(constraints: [first, second], path: path)
        }
      }
    }
    var dropped = constraints
    // The heaviest changes are taken back first.
    for constraint in constraints.reversed() {
      let fewer = dropped.filter { $0 != constraint }
      if case .path = attempt(query, dropping: fewer) { dropped = fewer }
    }
    guard case .path(let path) = attempt(query, dropping: dropped) else { return nil }
    return .init(constraints: dropped, path: path)
  }

  private func reaches(
    of query: PathQuery
  ) throws(TraversalError) -> (start: EmptyPathExplanation.Reach, end: EmptyPathExplanation.Reach) {
    let compiled = try CompiledQuery(query, view: view)
    var meter = BudgetMeter(budget)
    return try withExtendedLifetime(compiled) { () throws(TraversalError) in
      let test = FilteredStep(compiled.filter)
      return try view.withMemory { memory throws(TraversalError) in
        (
          try reach(
            from: compiled.start, flip: 0, test: test, depth: compiled.maximumHops,
            memory: memory, meter: &meter),
          try reach(
            from: compiled.end, flip: 1, test: test, depth: compiled.maximumHops,
            memory: memory, meter: &meter)
        )
      }
    }
  }

  /// - Parameter flip: 1 to walk every edge the other way, as from the end.
  private func reach(
    from start: UInt32, flip: UInt32, test: FilteredStep, depth: Int, memory: SearchMemory,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> EmptyPathExplanation.Reach {
    memory.marks[2 * Int(start)] = memory.base
    memory.forwardNodes[0] = start
    var found = 1
    var level = 0..<1
    var reached = 0
    while reached < depth {
      for place in level {
        let entries = view.entries(of: memory.forwardNodes[place])
        try meter.charge(entries.count + 1)
        for entry in entries {
          let neighbour = view.neighbours.base[entry]
          guard memory.marks[2 * Int(neighbour)] < memory.base,
            test.admits(view.references.base[entry] ^ flip), test.admits(node: neighbour)
          else { continue }
          memory.marks[2 * Int(neighbour)] = memory.base
          memory.forwardNodes[found] = neighbour
          found += 1
        }
      }
      level = level.upperBound..<found
      if level.isEmpty { break }
      reached += 1
    }
    memory.advance(past: found)
    // A loop leads nowhere else, so it is not counted.
    let steps = view.entries(of: start).filter { view.neighbours.base[$0] != start }
    let open = steps.filter { test.admits(view.references.base[$0] ^ flip) }
    return EmptyPathExplanation.Reach(
      nodeCount: found, greatestDepth: reached, openEdgeCount: open.count, edgeCount: steps.count)
  }
}
