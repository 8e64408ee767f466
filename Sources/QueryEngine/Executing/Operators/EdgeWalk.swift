// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// Finds the edges at a node that have certain types and a certain direction.
///
/// Without edits it walks the arrays of the edge types; with edits it asks the graph. Walked in
/// either direction, a loop comes once.
struct EdgeWalk {
  let run: Run
  let direction: EdgePattern.Direction
  let types: LabelTest?
  private let storage: GraphStorage

  /// The positions of the edge types that pass the test.
  private let typeNumbers: [Int]

  init(_ run: Run, _ direction: EdgePattern.Direction, types: LabelTest?) {
    self.run = run
    self.direction = direction
    self.types = types
    storage = run.context.graph.storage
    typeNumbers = storage.edgeTypes.indices.filter { [storage] position in
      types?.holds(for: [storage.edgeTypes[position].label]) ?? true
    }
  }

  /// Adds the edges at a node and the nodes at their far ends.
  func collect(at node: UInt32, _ edges: inout [UInt32], _ nodes: inout [UInt32]) {
    if run.isEdited {
      collectEdited(at: node, edges: &edges, nodes: &nodes)
      return
    }
    for type in typeNumbers {
      if direction != .incoming {
        let first = storage.edgeTypes[type].firstEdge
        let neighbours = storage.edgeTypes[type].outgoing.neighbours.base
        for entry in storage.edgeTypes[type].outgoing.entries(of: node) {
          edges.append(first &+ UInt32(truncatingIfNeeded: entry))
          nodes.append(neighbours[entry])
        }
      }
      if direction != .outgoing, let numbers = storage.edgeTypes[type].incoming.edges?.base {
        let neighbours = storage.edgeTypes[type].incoming.neighbours.base
        for entry in storage.edgeTypes[type].incoming.entries(of: node) {
          if direction == .either, neighbours[entry] == node { continue }
          edges.append(numbers[entry])
          nodes.append(neighbours[entry])
        }
      }
    }
  }

  /// Adds the edges at a node in the order of edge type, far node and edge.
  ///
  /// With edits, the order is that of the graph.
  func collectInOrder(at node: UInt32, _ edges: inout [UInt32], _ nodes: inout [UInt32]) {
    let before = edges.count
    collect(at: node, &edges, &nodes)
    guard direction == .either, !run.isEdited, edges.count > before + 1 else { return }
    let found = (before..<edges.count).map { place in
      (type: storage.edgeType(of: edges[place]), node: nodes[place], edge: edges[place])
    }
    for (place, step) in found.sorted(by: <).enumerated() {
      edges[before + place] = step.edge
      nodes[before + place] = step.node
    }
  }

  /// How many edges ``collect(at:_:_:)`` would add, where that can be told without walking them.
  func quickCount(at node: UInt32) -> Int? {
    guard !run.isEdited, direction != .either else { return nil }
    var count = 0
    for type in typeNumbers {
      count +=
        direction == .outgoing
        ? storage.edgeTypes[type].outgoing.entries(of: node).count
        : storage.edgeTypes[type].incoming.entries(of: node).count
    }
    return count
  }

  /// Adds the edges between two nodes.
  func collect(
    at node: UInt32, to far: UInt32, _ edges: inout [UInt32], _ nodes: inout [UInt32]
  ) {
    if run.isEdited {
      var found: [UInt32] = []
      var ends: [UInt32] = []
      collectEdited(at: node, edges: &found, nodes: &ends)
      for (edge, end) in zip(found, ends) where end == far {
        edges.append(edge)
        nodes.append(end)
      }
      return
    }
    for type in typeNumbers {
      if direction != .incoming {
        let first = storage.edgeTypes[type].firstEdge
        for entry in storage.edgeTypes[type].outgoing.entries(of: node, to: far) {
          edges.append(first &+ UInt32(truncatingIfNeeded: entry))
          nodes.append(far)
        }
      }
      if direction != .outgoing, direction != .either || node != far,
        let numbers = storage.edgeTypes[type].incoming.edges?.base
      {
        for entry in storage.edgeTypes[type].incoming.entries(of: node, to: far) {
          edges.append(numbers[entry])
          nodes.append(far)
        }
      }
    }
  }

  /// Whether an edge passes the test of its type.
  func admits(_ edge: EdgeID) -> Bool {
    types?.holds(for: [run.context.graph.typeName(of: edge)]) ?? true
  }

  private func collectEdited(
    at node: UInt32, edges: inout [UInt32], nodes: inout [UInt32]
  ) {
    let graph = run.context.graph
    let wanted: EdgeDirection =
      switch direction {
      case .outgoing: .outgoing
      case .incoming: .incoming
      case .either: .both
      }
    let start = NodeID(rawValue: node)
    guard graph.contains(start) else { return }
    var loops: Set<UInt32> = []
    graph.forEachEdge(at: start, direction: wanted) { edge, far in
      if let types, !types.holds(for: [graph.typeName(of: edge)]) { return }
      if direction == .either, far == start, !loops.insert(edge.rawValue).inserted { return }
      edges.append(edge.rawValue)
      nodes.append(far.rawValue)
    }
  }
}

extension EdgeAdjacency {
  /// The entries of a node that lead to another one; neighbours of a node are ascending.
  func entries(of node: UInt32, to far: UInt32) -> Range<Int> {
    let entries = entries(of: node)
    let first = lowerBound(of: far, in: entries)
    var end = first
    while end < entries.upperBound, neighbours.base[end] == far { end += 1 }
    return first..<end
  }

  private func lowerBound(of far: UInt32, in entries: Range<Int>) -> Int {
    var low = entries.lowerBound
    var high = entries.upperBound
    while low < high {
      let middle = (low + high) / 2
      if neighbours.base[middle] < far { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
