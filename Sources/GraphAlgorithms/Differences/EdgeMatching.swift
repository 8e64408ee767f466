// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Which edge of one graph is which edge of another, and how they differ.
struct EdgeMatching {
  private let old: PropertyGraph
  private let new: PropertyGraph
  private let nodes: NodeMatching
  private let comparison: StatementComparison

  /// More pairs of parallel edges than this are not compared for likeness, but taken in order.
  private static let pairLimit = 250_000

  /// An edge with what it states.
  private struct Stated {
    var edge: EdgeID
    var statements: StatementComparison.Statements
    var record: [UInt8]

    init(_ edge: EdgeID, in graph: PropertyGraph, _ comparison: StatementComparison) {
      self.edge = edge
      statements = comparison.statements(of: edge, in: graph)
      record = comparison.record(of: statements, in: graph)
    }
  }

  init(
    old: PropertyGraph, new: PropertyGraph, _ nodes: NodeMatching,
    _ comparison: StatementComparison
  ) {
    self.old = old
    self.new = new
    self.nodes = nodes
    self.comparison = comparison
  }

  /// The edges that differ, by type and ends.
  func differences() -> [ElementDifference<EdgeID>] {
    var found: [ElementDifference<EdgeID>] = []
    for node in old.nodes {
      guard let same = nodes.newOfOld[Int(node.rawValue)] else {
        old.forEachEdge(at: node, direction: .outgoing) { edge, _ in
          found.append(ElementDifference(.removed, old: edge))
        }
        continue
      }
      compareEdges(leaving: node, same, &found)
    }
    for node in new.nodes where nodes.oldOfNew[Int(node.rawValue)] == nil {
      new.forEachEdge(at: node, direction: .outgoing) { edge, _ in
        found.append(ElementDifference(.added, new: edge))
      }
    }
    return sorted(found)
  }

  /// Edges of one type to one node.
  private struct Bundle: Hashable {
    var type: String
    var target: NodeID
  }

  private func compareEdges(
    leaving node: NodeID, _ same: NodeID, _ found: inout [ElementDifference<EdgeID>]
  ) {
    var before: [Bundle: [EdgeID]] = [:]
    var order: [Bundle] = []
    old.forEachEdge(at: node, direction: .outgoing) { edge, far in
      guard let target = nodes.newOfOld[Int(far.rawValue)] else {
        found.append(ElementDifference(.removed, old: edge))
        return
      }
      let bundle = Bundle(type: old.typeName(of: edge), target: target)
      if before[bundle] == nil { order.append(bundle) }
      before[bundle, default: []].append(edge)
    }
    var after: [Bundle: [EdgeID]] = [:]
    new.forEachEdge(at: same, direction: .outgoing) { edge, far in
      let bundle = Bundle(type: new.typeName(of: edge), target: far)
      if before[bundle] == nil {
        found.append(ElementDifference(.added, new: edge))
      } else {
        after[bundle, default: []].append(edge)
      }
    }
    for bundle in order { compare(before[bundle] ?? [], after[bundle] ?? [], &found) }
  }

  /// Pairs parallel edges, and tells what is left over and what differs.
  private func compare(
    _ before: [EdgeID], _ after: [EdgeID], _ found: inout [ElementDifference<EdgeID>]
  ) {
    var left = before.map { Stated($0, in: old, comparison) }
    var right = after.map { Stated($0, in: new, comparison) }
    removeSame(&left, &right)
    let paired = pairs(left, right)
    for (first, second) in paired {
      let (was, now) = (left[first], right[second])
      let hasEnded =
        !was.statements.properties.contains { $0.name == "until" }
        && now.statements.properties.contains { $0.name == "until" }
      if let change = ElementDifference(
        old: was.edge, new: now.edge,
        statements: comparison.differences(was.statements, now.statements), hasEnded: hasEnded)
      {
        found.append(change)
      }
    }
    let (firsts, seconds) = (Set(paired.map(\.0)), Set(paired.map(\.1)))
    for place in left.indices where !firsts.contains(place) {
      found.append(ElementDifference(.removed, old: left[place].edge))
    }
    for place in right.indices where !seconds.contains(place) {
      found.append(ElementDifference(.added, new: right[place].edge))
    }
  }

  /// Leaves away what is word for word in both, each as often as in both.
  private func removeSame(_ left: inout [Stated], _ right: inout [Stated]) {
    var waiting: [[UInt8]: Int] = [:]
    for stated in right { waiting[stated.record, default: 0] += 1 }
    var shared: [[UInt8]: Int] = [:]
    left.removeAll { stated in
      guard let count = waiting[stated.record], count > 0 else { return false }
      waiting[stated.record] = count - 1
      shared[stated.record, default: 0] += 1
      return true
    }
    right.removeAll { stated in
      guard let count = shared[stated.record], count > 0 else { return false }
      shared[stated.record] = count - 1
      return true
    }
    // What they state orders them, so that their numbers do not matter.
    left.sort { $0.record.lexicographicallyPrecedes($1.record) }
    right.sort { $0.record.lexicographicallyPrecedes($1.record) }
  }

  /// The places of the edges that are taken to be the same, the most alike first.
  private func pairs(_ left: [Stated], _ right: [Stated]) -> [(Int, Int)] {
    guard !left.isEmpty, !right.isEmpty else { return [] }
    guard left.count * right.count <= Self.pairLimit else {
      return (0..<min(left.count, right.count)).map { ($0, $0) }
    }
    var ranked: [(likeness: Int, first: Int, second: Int)] = []
    for (first, was) in left.enumerated() {
      for (second, now) in right.enumerated() {
        if let likeness = likeness(was.statements, now.statements) {
          ranked.append((likeness, first, second))
        }
      }
    }
    ranked.sort { ($1.likeness, $0.first, $0.second) < ($0.likeness, $1.first, $1.second) }
    var (firsts, seconds): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [(Int, Int)] = []
    for pair in ranked where !firsts.contains(pair.first) && !seconds.contains(pair.second) {
      firsts.insert(pair.first)
      seconds.insert(pair.second)
      pairs.append((pair.first, pair.second))
    }
    return pairs
  }

  /// How much two parallel edges are alike; nil when the data call them by different identifiers.
  private func likeness(
    _ before: StatementComparison.Statements, _ after: StatementComparison.Statements
  ) -> Int? {
    var likeness = 0
    if let was = before.identifier, let now = after.identifier {
      guard was == now else { return nil }
      likeness += 1 << 20
    }
    for (name, value) in before.properties
    where after.properties.contains(where: { $0.name == name && $0.value == value }) {
      likeness += name == "since" ? 1 << 12 : 2
    }
    let sources = Set(before.claims.flatMap(\.citations).map { old.source($0.source).key })
    let others = Set(after.claims.flatMap(\.citations).map { new.source($0.source).key })
    if !sources.isDisjoint(with: others) { likeness += 1 }
    return likeness
  }

  private func sorted(_ changes: [ElementDifference<EdgeID>]) -> [ElementDifference<EdgeID>] {
    let keyed = changes.enumerated().map { place, change in (order(of: change), place, change) }
    return keyed.sorted { left, right in
      if left.0 != right.0 { return left.0.lexicographicallyPrecedes(right.0) }
      return left.1 < right.1
    }.map(\.2)
  }

  private func order(of change: ElementDifference<EdgeID>) -> [String] {
    let graph = change.new == nil ? old : new
    guard let edge = change.new ?? change.old else { return [] }
    return [
      graph.typeName(of: edge), graph.key(of: graph.source(of: edge)) ?? "",
      graph.key(of: graph.target(of: edge)) ?? "",
    ]
  }
}
