// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Lists all paths of a drawn search up to a length by trying every edge at every step, and sorts
/// them as documented.
struct NaiveSearch {
  struct Found {
    var nodes: [NodeID]
    var edges: [EdgeID]
    /// The numbers of nodes and edges that each variable stands for.
    var values: [String: [Int]] = [:]
    var cost = 0

    /// Tells apart what is to be told apart.
    var identity: [[Int]] {
      [edges.map { Int($0.rawValue) }] + values.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  private struct Edge {
    let id: EdgeID
    let type: String
    let source: NodeID
    let target: NodeID
  }

  private let graph: PropertyGraph
  private let search: DrawnSearch
  private let longest: Int
  private let mode: String
  private let edges: [Edge]
  private(set) var found: [Found] = []

  init(_ graph: PropertyGraph, _ search: DrawnSearch, longest: Int) {
    self.graph = graph
    self.search = search
    self.longest = longest
    mode = search.mode ?? (search.selection == .all ? "TRAIL" : "WALK")
    edges = graph.edges.map { edge in
      Edge(
        id: edge, type: graph.typeName(of: edge), source: graph.source(of: edge),
        target: graph.target(of: edge))
    }
    for node in graph.nodes {
      place(0, Found(nodes: [node], edges: []))
    }
  }

  /// The paths between each two nodes, in order, each once.
  var byEnds: [[NodeID]: [Found]] {
    var seen: Set<[[Int]]> = []
    var groups: [[NodeID]: [Found]] = [:]
    for path in found {
      let ends = [path.nodes[0], path.nodes[path.nodes.count - 1]]
      guard seen.insert(path.identity + [ends.map { Int($0.rawValue) }]).inserted else { continue }
      groups[ends, default: []].append(path)
    }
    return groups.mapValues { paths in paths.sorted { precedes($0, $1) } }
  }

  private func precedes(_ left: Found, _ right: Found) -> Bool {
    if left.cost != right.cost { return left.cost < right.cost }
    if left.edges.count != right.edges.count { return left.edges.count < right.edges.count }
    for step in left.edges.indices where left.edges[step] != right.edges[step] {
      func key(_ path: Found) -> (String, UInt32, UInt32) {
        (
          graph.typeName(of: path.edges[step]), path.nodes[step + 1].rawValue,
          path.edges[step].rawValue
        )
      }
      return key(left) < key(right)
    }
    return false
  }

  private func id(_ node: NodeID) -> Int { number(graph.value(of: node, named: "id")) }
  private func id(_ edge: EdgeID) -> Int { number(graph.value(of: edge, named: "id")) }

  private func number(_ value: Value?) -> Int {
    if case .integer(let number)? = value { Int(number) } else { -1 }
  }

  // MARK: Matching

  private mutating func place(_ number: Int, _ path: Found) {
    var path = path
    let here = path.nodes[path.nodes.count - 1]
    let node = search.places[number]
    guard fits(node, here, &path, isList: false, known: []) else { return }
    if number == search.stretches.count {
      found.append(path)
    } else {
      repeatStretch(number, 0, path)
    }
  }

  private mutating func repeatStretch(_ number: Int, _ taken: Int, _ path: Found) {
    let stretch = search.stretches[number]
    if taken >= stretch.minimum {
      var path = path
      // What came no time at all stands for nothing.
      for name in (stretch.nodes.map(\.name) + stretch.edges.map(\.name)).compactMap({ $0 })
      where path.values[name] == nil { path.values[name] = [] }
      place(number + 1, path)
    }
    if taken == stretch.maximum ?? .max { return }
    var path = path
    var local: [String: Int] = [:]
    if stretch.isGroup {
      guard enter(stretch.nodes[0], path.nodes[path.nodes.count - 1], &path, &local) else { return }
    }
    step(number, taken, 0, path, local)
  }

  /// Takes the edge of a repetition with this position.
  private mutating func step(
    _ number: Int, _ taken: Int, _ position: Int, _ path: Found, _ local: [String: Int]
  ) {
    let stretch = search.stretches[number]
    if position == stretch.edges.count {
      if let filter = stretch.filter, !holds(filter, local, path) { return }
      repeatStretch(number, taken + 1, path)
      return
    }
    guard path.edges.count < longest else { return }
    let pattern = stretch.edges[position]
    let here = path.nodes[path.nodes.count - 1]
    for edge in edges {
      guard pattern.types.isEmpty || pattern.types.contains(edge.type) else { continue }
      var ends: Set<NodeID> = []
      if pattern.direction != .incoming, edge.source == here { ends.insert(edge.target) }
      if pattern.direction != .outgoing, edge.target == here { ends.insert(edge.source) }
      for end in ends where allows(edge.id, end, path) {
        var next = path
        var local = local
        next.edges.append(edge.id)
        next.nodes.append(end)
        if let name = pattern.name {
          next.values[name, default: []].append(id(edge.id))
          local[name] = id(edge.id)
          if search.cost?.edge == name {
            next.cost += (search.cost?.least ?? 0) + id(edge.id) % 3
          }
        }
        if search.cost == nil { next.cost += 1 }
        if let filter = pattern.filter, !holds(filter, local, next) { continue }
        if stretch.isGroup {
          guard enter(stretch.nodes[position + 1], end, &next, &local) else { continue }
        }
        step(number, taken, position + 1, next, local)
      }
    }
  }

  private func allows(_ edge: EdgeID, _ node: NodeID, _ path: Found) -> Bool {
    switch mode {
    case "TRAIL": !path.edges.contains(edge)
    case "ACYCLIC": !path.nodes.contains(node)
    case "SIMPLE":
      !path.nodes.dropFirst().contains(node)
        && (path.edges.isEmpty || path.nodes[path.nodes.count - 1] != path.nodes[0])
    default: true
    }
  }

  /// A node of a group: its name stands for one more node.
  private func enter(
    _ node: DrawnSearch.Node, _ here: NodeID, _ path: inout Found, _ local: inout [String: Int]
  ) -> Bool {
    if let label = node.label, !graph.labels(of: here).contains(label) { return false }
    if let name = node.name {
      path.values[name, default: []].append(id(here))
      local[name] = id(here)
    }
    return true
  }

  private func fits(
    _ node: DrawnSearch.Node, _ here: NodeID, _ path: inout Found, isList: Bool, known: [String]
  ) -> Bool {
    if let label = node.label, !graph.labels(of: here).contains(label) { return false }
    if let name = node.name {
      if name == "b" { return true }
      if name == "a" { return here == path.nodes[0] }
      if let known = path.values[name], known != [id(here)] { return false }
      path.values[name] = [id(here)]
    }
    if let filter = node.filter, !holds(filter, [:], path) { return false }
    return true
  }

  private func holds(
    _ condition: DrawnSearch.Condition, _ local: [String: Int], _ path: Found
  ) -> Bool {
    func value(_ name: String) -> Int {
      name == "a" ? id(path.nodes[0]) : local[name] ?? path.values[name]?.first ?? -1
    }
    let right = condition.right.map(value) ?? condition.number
    return condition.holds(value(condition.left), right)
  }
}
