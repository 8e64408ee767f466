// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A ``TraversalFilter`` made ready for one view: range tests, one bit for each node, two day
/// numbers for each edge. Nothing in it looks at a name.
///
/// The arrays are alive while the compiled filter is; a search keeps it in scope.
public struct CompiledFilter: Sendable {
  /// The edges that the sources asked for attest; nil when no source matters.
  let attestedEdges: NodeSet?

  /// Edges from `lower` up to but without `upper`, and how they may be walked: bit 0 along their
  /// direction, bit 1 against it.
  struct EdgeRange {
    let lower: UInt32
    let upper: UInt32
    let directions: UInt32
  }

  /// The edges that may be walked, ascending; nil when all may be, both ways.
  private(set) var edgeRanges: FrozenArray<EdgeRange>?

  /// The nodes that may be passed; nil when all may be.
  private(set) var nodes: NodeSet?

  /// The days on which edges hold, when a day is asked for and some edge is dated.
  private(set) var edgeDays: DayColumns?
  let day: Int32

  /// What the view remembers of the filter.
  private(set) var record: FilterRecord?

  /// Whether nothing is tested at all.
  var isOpen: Bool {
    edgeRanges == nil && nodes == nil && edgeDays == nil && attestedEdges == nil
  }

  /// Complexity: O(types · names), plus one bit for each node when nodes are restricted, plus
  /// O(edges + claims) when sources are; less when the view has been asked for the same filter
  /// lately.
  init(
    _ filter: TraversalFilter, isDirected: Bool, view: TraversalView
  ) throws(TraversalError) {
    let record = try view.filterRecord(for: filter, isDirected: isDirected)
    self = record.compiled
    self.record = record
  }

  /// Makes a filter ready that the view does not remember.
  init(
    compiling filter: TraversalFilter, isDirected: Bool, view: TraversalView
  ) throws(TraversalError) {
    try view.requireNodeTypes(filter.allowedNodeTypes ?? [])
    try view.requireNodeTypes(filter.excludedNodeTypes)
    let namedEdgeTypes =
      (filter.allowedEdgeTypes ?? []) + filter.excludedEdgeTypes
      + filter.edgeDirections.keys.sorted()
    try view.requireEdgeTypes(namedEdgeTypes)
    edgeRanges = Self.edgeRanges(filter, isDirected: isDirected, view: view)
    nodes = Self.nodes(filter, view: view)
    attestedEdges = try Self.attestedEdges(filter, view: view)
    edgeDays = filter.asOf == nil ? nil : view.edgeDays
    day = filter.asOf.map(DayRanges.clamped) ?? 0
  }

  /// Whether nothing is tested but the types and directions of edges, and nodes.
  var testsTypesAlone: Bool {
    var rest = self
    rest.edgeRanges = nil
    rest.nodes = nil
    return rest.isOpen
  }

  /// Whether nothing is tested but nodes.
  var testsNodesAlone: Bool {
    var rest = self
    rest.nodes = nil
    return rest.isOpen
  }

  /// What is left to be tested where all entries are gone that it admits in neither direction.
  var onNarrowedGround: CompiledFilter {
    var rest = self
    rest.edgeDays = nil
    guard let ranges = edgeRanges, let first = ranges.first,
      ranges.allSatisfy({ $0.directions == first.directions })
    else { return rest }
    rest.edgeRanges =
      first.directions == 3
      ? nil : FrozenArray([EdgeRange(lower: 0, upper: .max, directions: first.directions)])
    return rest
  }

  private static func edgeRanges(
    _ filter: TraversalFilter, isDirected: Bool, view: TraversalView
  ) -> FrozenArray<EdgeRange>? {
    var ranges: [EdgeRange] = []
    for type in view.edgeTypes where !type.range.isEmpty {
      let isAllowed = filter.allowedEdgeTypes?.contains(type.label) ?? true
      guard isAllowed, !filter.excludedEdgeTypes.contains(type.label) else { continue }
      let directions: UInt32 =
        switch filter.edgeDirections[type.label] {
        case .outgoing: 1
        case .incoming: 2
        case .both: 3
        case nil: isDirected ? 1 : 3
        }
      if let last = ranges.last, last.upper == type.range.lowerBound,
        last.directions == directions
      {
        ranges.removeLast()
        ranges.append(
          EdgeRange(lower: last.lower, upper: type.range.upperBound, directions: directions))
      } else {
        ranges.append(
          EdgeRange(
            lower: type.range.lowerBound, upper: type.range.upperBound, directions: directions))
      }
    }
    if ranges.isEmpty, view.edgeCount == 0 { return nil }
    let isEverything =
      ranges.count == 1 && ranges[0].directions == 3
      && ranges[0].lower == 0 && Int(ranges[0].upper) == view.edgeCount
    return isEverything ? nil : FrozenArray(ranges)
  }

  private static func nodes(_ filter: TraversalFilter, view: TraversalView) -> NodeSet? {
    let areTypesRestricted = filter.allowedNodeTypes != nil || !filter.excludedNodeTypes.isEmpty
    guard areTypesRestricted || !filter.avoidedNodes.isEmpty else { return nil }
    let ranges = view.nodeTypes.filter { type in
      (filter.allowedNodeTypes?.contains(where: type.isNamed) ?? true)
        && !filter.excludedNodeTypes.contains(where: type.isNamed)
    }
    return NodeSet(
      count: view.nodeCount, ranges: ranges.map(\.range),
      without: filter.avoidedNodes.compactMap(view.position(of:)))
  }

  private static func attestedEdges(
    _ filter: TraversalFilter, view: TraversalView
  ) throws(TraversalError) -> NodeSet? {
    for source in (filter.allowedSources ?? []) + filter.excludedSources
    where Int(source.rawValue) >= view.graph.sources.count {
      throw .unknownSource(source)
    }
    if filter.allowedSources == nil, filter.excludedSources.isEmpty { return nil }
    let allowed = filter.allowedSources.map(Set.init)
    let excluded = Set(filter.excludedSources)
    let edges = (0..<UInt32(view.edgeCount)).filter { edge in
      let claims = view.graph.claims(on: view.edge(at: edge))
      if claims.isEmpty { return allowed == nil }
      return claims.contains { claim in
        let isAllowed =
          allowed.map { allowed in claim.citations.contains { allowed.contains($0.source) } }
          ?? true
        return isAllowed && !claim.citations.contains { excluded.contains($0.source) }
      }
    }
    return NodeSet(count: view.edgeCount, ranges: edges.map { $0..<($0 + 1) })
  }
}

/// A set of positions of nodes or edges, one bit for each.
struct NodeSet: Sendable {
  let words: FrozenArray<UInt64>

  /// The members of the ranges, without some.
  /// Complexity: O(count / 64 + ranges + without).
  init(count: Int, ranges: [Range<UInt32>], without: [UInt32] = []) {
    words = FrozenArray(count: (count + 63) / 64) { words in
      words.initialize(repeating: 0)
      for range in ranges where !range.isEmpty {
        let first = Int(range.lowerBound)
        let last = Int(range.upperBound) - 1
        let head = ~UInt64(0) << UInt64(first & 63)
        let tail = ~UInt64(0) >> UInt64(63 - (last & 63))
        if first >> 6 == last >> 6 {
          words[first >> 6] |= head & tail
          continue
        }
        words[first >> 6] |= head
        for word in ((first >> 6) + 1)..<(last >> 6) { words[word] = ~0 }
        words[last >> 6] |= tail
      }
      for node in without { words[Int(node) >> 6] &= ~(1 << UInt64(node & 63)) }
    }
  }

  func contains(_ node: UInt32) -> Bool {
    words.base[Int(node) >> 6] >> UInt64(node & 63) & 1 == 1
  }
}
