// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphAlgorithms
import GraphModel

/// Finds the paths of one pattern from one node after the other, each to any number of ends.
///
/// What is known of a start is kept until another one is asked for.
final class PathSearcher {
  let search: BoundPathSearch
  let signature: PathSignature?
  private let run: Run
  private let checks: PathChecks
  private let overflow: QueryFault

  /// The start at hand, and what has been found from it.
  private var start: UInt32?
  private var walks: RankedWalks?
  private var restricted: RestrictedPaths?
  private var found: [UInt32: [FittingPath]] = [:]
  private var foundBytes = 0
  private var knowsAllEnds = false
  private var quotaCount: Int?

  init(
    _ run: Run, _ search: BoundPathSearch, _ evaluators: EvaluatorBuilder
  ) throws(QueryFault) {
    self.run = run
    self.search = search
    checks = try PathChecks(run, search, evaluators)
    signature =
      search.program.isAmbiguous
      ? PathSignature(program: search.program, variables: search.variables) : nil
    overflow = ExecutionMessages.costTooLarge(search.cost?.expression.span ?? search.span)
  }

  /// Begins with the rows of a batch.
  func enter(_ batch: Batch) {
    checks.frame.enter(batch)
    if !search.isFixed || run.isEdited { forget() }
  }

  /// Makes a row the one whose values conditions look at; false where its day is null, so that
  /// nothing can be found.
  func enter(row: Int) throws(QueryFault) -> Bool { try checks.enter(row: row) }

  /// The day of the row.
  var day: CalendarDate? { checks.day }

  private func forget() {
    start = nil
    walks = nil
    restricted = nil
    found = [:]
    knowsAllEnds = false
    run.giveBack(foundBytes)
    foundBytes = 0
  }

  /// The wanted paths between the two nodes of the row that was entered.
  /// - Parameters:
  ///   - ends: all nodes that paths from the start are wanted to, in rows that come next.
  ///   - count: how many are wanted, where the pattern says a number.
  func paths(
    from left: UInt32, to right: UInt32, among ends: Set<UInt32>, count: Int?
  ) throws(QueryFault) -> [FittingPath] {
    if start != left || !search.isFixed || quotaCount != count {
      forget()
      start = left
      quotaCount = count
    }
    if case .all = search.selection {
      if let known = found[right] { return known }
      if knowsAllEnds { return [] }
      // Whoever asks for more ends than were asked for at first will ask for all of them.
      let wanted = !search.isFixed ? [right] : found.isEmpty ? ends : nil
      try findAll(from: left, to: wanted)
      return found[right] ?? []
    }
    let quota = search.selection.quota(count)
    let isOnlyFirst = if case .first(1) = quota { true } else { false }
    if search.mode == .walk || isOnlyFirst {
      if walks == nil { walks = try makeWalks(from: left, quota) }
      let paths = try walks?.paths(to: right) ?? []
      if search.mode == .walk { return try checked(paths) }
      guard let first = paths.first else { return [] }
      // The first of all walks is the first of those that the mode allows, if it is one of them.
      if search.mode.allows(first) { return paths }
    }
    if restricted == nil { restricted = try makeRestricted(from: left) }
    return try checked(restricted?.paths(to: right, quota, signature) ?? [])
  }

  /// Groups hold so many paths at most.
  private func checked(_ paths: [FittingPath]) throws(QueryFault) -> [FittingPath] {
    if case .shortestGroups = search.selection, paths.count > PathQuery.countLimit {
      throw ExecutionMessages.tooManyPaths(PathQuery.countLimit, search.span)
    }
    return paths
  }

  private func makeWalks(from left: UInt32, _ quota: PathQuota) throws(QueryFault) -> RankedWalks {
    // Where repetitions are edges, the first ways to a node are also those with fewest repetitions.
    let isPlain =
      search.program.isOneWalk && search.cost == nil && search.program.registers.isEmpty
      && (quota.ranks(isPriced: false) ?? 2) == 1
    let product = try PathProduct(
      checks, from: left, isPriced: search.cost != nil, ignoresMaximum: isPlain)
    return try RankedWalks(
      product, quota, signature, isPriced: search.cost != nil,
      hopLimit: isPlain ? search.program.stretches[0].maximum : nil, overflow: overflow)
  }

  private func makeRestricted(from left: UInt32) throws(QueryFault) -> RestrictedPaths {
    let product = try PathProduct(
      checks, from: left, isPriced: search.cost != nil, ignoresMaximum: false)
    return RestrictedPaths(
      product, mode: search.mode, isPriced: search.cost != nil, overflow: overflow)
  }

  /// Finds all paths from a start to some nodes, nil for any.
  private func findAll(from left: UInt32, to ends: Set<UInt32>?) throws(QueryFault) {
    let restricted = try makeRestricted(from: left)
    var seen: Set<[UInt32]> = []
    found = [:]
    run.giveBack(foundBytes)
    foundBytes = 0
    knowsAllEnds = ends == nil
    for end in ends ?? [] { found[end] = [] }
    try restricted.forEachPath(to: { ends?.contains($0) ?? true }) { path throws(QueryFault) in
      guard let end = path.nodes.last else { return }
      if let signature {
        let key = signature.key(of: path) + [path.nodes[0]]
        guard seen.insert(key).inserted else { return }
      }
      let size = path.byteCount + (signature == nil ? 0 : 48 + 8 * path.nodes.count)
      foundBytes += size
      try run.reserve(size)
      found[end, default: []].append(path)
    }
  }
}

extension BoundPathSelection {
  /// How many paths are wanted, with the number that was worked out.
  fileprivate func quota(_ count: Int?) -> PathQuota {
    switch self {
    case .all: .all
    case .anyShortest: .first(1)
    case .any, .shortest: .first(count ?? 1)
    case .allShortest: .groups(1)
    case .shortestGroups: .groups(count ?? 1)
    }
  }
}
