// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension PathSearch {
  /// Up to `count` loopless paths without waypoints, as entries, in order, as long as `goesOn` says
  /// so.
  func directPaths(
    _ compiled: CompiledQuery, count: Int, test: some StepTest, meter: inout BudgetMeter,
    while goesOn: ([[UInt32]]) -> Bool
  ) throws(TraversalError) -> [[UInt32]] {
    let ground = view.ground(for: compiled.filter)
    defer { ground.note(meter.expandedEdges) }
    return try withExtendedLifetime(ground) { () throws(TraversalError) in
      if count == 1 {
        return try firstPath(compiled, ground, meter: &meter).map { [ground.entries($0)] } ?? []
      }
      guard ground.isNarrowed else {
        return try PathSearch.directPaths(
          compiled, in: view, count: count, test: test, meter: &meter, while: goesOn)
      }
      let found =
        ground.filter.isOpen
        ? try PathSearch.directPaths(
          compiled, in: ground.view, count: count, test: EveryStep(), meter: &meter, while: goesOn)
        : try PathSearch.directPaths(
          compiled, in: ground.view, count: count, test: FilteredStep(ground.filter),
          meter: &meter, while: goesOn)
      return found.map(ground.entries)
    }
  }

  /// The first of the shortest paths, as entries of the ground.
  private func firstPath(
    _ compiled: CompiledQuery, _ ground: Ground, meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32]? {
    try view.withMemory { memory throws(TraversalError) in
      if ground.filter.isOpen {
        let runs = MergedRuns(ground.view)
        return try FirstPathSearch(
          ground.view, forward: runs, backward: runs, test: EveryStep(), memory: memory
        ).path(
          from: compiled.start, to: compiled.end, maximumHops: compiled.maximumHops, meter: &meter)
      }
      let test = FilteredStep(ground.filter)
      return try FirstPathSearch(
        ground.view, forward: FilteredRuns(ground.view, test: test, flip: 0),
        backward: FilteredRuns(ground.view, test: test, flip: 1), test: test, memory: memory
      ).path(
        from: compiled.start, to: compiled.end, maximumHops: compiled.maximumHops, meter: &meter)
    }
  }

  private static func directPaths(
    _ compiled: CompiledQuery, in view: TraversalView, count: Int, test: some StepTest,
    meter: inout BudgetMeter, while goesOn: ([[UInt32]]) -> Bool
  ) throws(TraversalError) -> [[UInt32]] {
    try view.withMemory { memory throws(TraversalError) in
      var near = NearShortestPaths(
        view, test: test, memory: memory, start: compiled.start, end: compiled.end,
        maximumHops: compiled.maximumHops)
      let found = try near.list(count: count, meter: &meter, while: goesOn)
      if near.isComplete { return found }
      // Longer ones are wanted too. Their search finds the near ones again.
      meter.foundPaths = 0
      try meter.reserve(-4 * found.reduce(0) { $0 + $1.count })
      var paths = LooplessPaths(
        view, memory: memory, start: compiled.start, maximumHops: compiled.maximumHops,
        count: count,
        suffixes: DirectSuffixes(
          search: BidirectionalSearch(view, test: test, memory: memory), end: compiled.end))
      return try paths.list(count: count, meter: &meter, while: goesOn)
    }
  }
}

extension LooplessPaths {
  /// Up to `count` paths, in order, as long as `goesOn` says so.
  mutating func list(
    count: Int, meter: inout BudgetMeter, while goesOn: ([[UInt32]]) -> Bool
  ) throws(TraversalError) -> [[UInt32]] {
    var found: [[UInt32]] = []
    try begin(meter: &meter)
    while found.count < count, let path = try next(meter: &meter) {
      found.append(path)
      if !goesOn(found) { break }
    }
    return found
  }
}
