// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Which node of one graph is which node of another.
struct NodeMatching: Sendable {
  private let old: PropertyGraph
  private let new: PropertyGraph

  /// By the number of the node in the older graph.
  private(set) var newOfOld: [NodeID?]

  /// By the number of the node in the newer graph.
  private(set) var oldOfNew: [NodeID?]

  init(old: PropertyGraph, new: PropertyGraph, _ comparison: StatementComparison) {
    self.old = old
    self.new = new
    newOfOld = Array(repeating: nil, count: old.nodeCapacity)
    oldOfNew = Array(repeating: nil, count: new.nodeCapacity)
    var keyless: [NodeID] = []
    for node in old.nodes {
      guard let key = old.key(of: node) else {
        keyless.append(node)
        continue
      }
      if let same = new.node(key: key) { pair(node, same) }
    }
    let others = new.nodes.filter { new.key(of: $0) == nil }
    guard !keyless.isEmpty, !others.isEmpty else { return }
    // Of nodes that say the same, those with the same links to nodes that have keys come first.
    for hasLinks in [true, false] {
      var waiting: [[UInt8]: [NodeID]] = [:]
      for node in others.reversed() where oldOfNew[Int(node.rawValue)] == nil {
        waiting[mark(of: node, in: new, comparison, hasLinks: hasLinks), default: []].append(node)
      }
      for node in keyless where newOfOld[Int(node.rawValue)] == nil {
        let mark = mark(of: node, in: old, comparison, hasLinks: hasLinks)
        if let same = waiting[mark]?.popLast() { pair(node, same) }
      }
    }
  }

  private mutating func pair(_ node: NodeID, _ same: NodeID) {
    newOfOld[Int(node.rawValue)] = same
    oldOfNew[Int(same.rawValue)] = node
  }

  /// What a node without a key says: labels, names and properties, and what it is linked to.
  private func mark(
    of node: NodeID, in graph: PropertyGraph, _ comparison: StatementComparison, hasLinks: Bool
  ) -> [UInt8] {
    var statements = comparison.statements(of: node, in: graph)
    if !hasLinks { statements.claims = [] }
    var mark = comparison.record(of: statements, in: graph)
    guard hasLinks else { return mark }
    var links: [String] = []
    for direction in [EdgeDirection.outgoing, .incoming] {
      graph.forEachEdge(at: node, direction: direction) { edge, far in
        // No name holds what stands between the parts.
        let way = direction == .outgoing ? ">" : "<"
        links.append("\(graph.typeName(of: edge))\u{0}\(way)\u{0}\(graph.key(of: far) ?? "")")
      }
    }
    var writer = RecordWriter()
    writer.write(links.sorted())
    mark += writer.bytes
    return mark
  }

  /// The nodes that differ, by type and key.
  func differences(_ comparison: StatementComparison) -> [ElementDifference<NodeID>] {
    var found: [(order: [String], number: UInt32, change: ElementDifference<NodeID>)] = []
    func add(_ change: ElementDifference<NodeID>, _ node: NodeID, _ graph: PropertyGraph) {
      found.append(([graph.typeName(of: node), graph.key(of: node) ?? ""], node.rawValue, change))
    }
    for node in old.nodes {
      guard let same = newOfOld[Int(node.rawValue)] else {
        add(ElementDifference(.removed, old: node), node, old)
        continue
      }
      let statements = comparison.differences(
        comparison.statements(of: node, in: old), comparison.statements(of: same, in: new))
      let hasEnded =
        old.value(of: node, named: "until") == nil && new.value(of: same, named: "until") != nil
      if let change = ElementDifference(
        old: node, new: same, statements: statements, hasEnded: hasEnded)
      {
        add(change, same, new)
      }
    }
    for node in new.nodes where oldOfNew[Int(node.rawValue)] == nil {
      add(ElementDifference(.added, new: node), node, new)
    }
    return found.sorted { left, right in
      if left.order != right.order { return left.order.lexicographicallyPrecedes(right.order) }
      return left.number < right.number
    }.map(\.change)
  }
}
