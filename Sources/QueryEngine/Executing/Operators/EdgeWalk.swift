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

  /// The arrays of the edge types that pass the test.
  let runs: [EdgeRun]

  init(_ run: Run, _ direction: EdgePattern.Direction, types: LabelTest?) {
    self.run = run
    self.direction = direction
    self.types = types
    storage = run.context.graph.storage
    var runs: [EdgeRun] = []
    for type in storage.edgeTypes
    where type.count > 0 && types?.holds(for: [type.label]) ?? true {
      let isBothWays = direction == .either
      if direction != .incoming {
        runs.append(EdgeRun(type, isIncoming: false, isBothWays: isBothWays))
      }
      if direction != .outgoing {
        runs.append(EdgeRun(type, isIncoming: true, isBothWays: isBothWays))
      }
    }
    self.runs = runs
  }

  /// Adds the edges at a node and the nodes at their far ends.
  @inline(__always)
  func collect(at node: UInt32, _ edges: inout [UInt32], _ nodes: inout [UInt32]) {
    if run.isEdited {
      collectEdited(at: node, edges: &edges, nodes: &nodes)
      return
    }
    for run in runs { run.collect(at: node, &edges, &nodes) }
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

  /// Adds the nodes at the far ends of the edges at a node of a graph at rest.
  @inline(__always)
  func collectAtRest(at node: UInt32, _ nodes: inout [UInt32]) {
    for run in runs { run.collect(at: node, &nodes) }
  }

  /// How many edges there are at a node of a graph at rest.
  @inline(__always)
  func countAtRest(at node: UInt32) -> Int {
    var count = 0
    for run in runs { count += run.count(at: node) }
    return count
  }

  /// Whether there is an edge at a node of a graph at rest.
  @inline(__always)
  func isAnyAtRest(at node: UInt32) -> Bool {
    for run in runs where run.count(at: node) > 0 { return true }
    return false
  }

  /// How many edges lead from one node of a graph at rest to another.
  @inline(__always)
  func countAtRest(at node: UInt32, to far: UInt32) -> Int {
    var count = 0
    for run in runs where !run.skipsLoops || node != far {
      count += run.entries(of: node, to: far).count
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
    for run in runs where !run.skipsLoops || node != far {
      for entry in run.entries(of: node, to: far) {
        edges.append(run.edge(at: entry))
        nodes.append(far)
      }
    }
  }

  /// Whether the walk finds an edge at a node that is an end of it.
  func finds(_ edge: UInt32, at node: UInt32) -> Bool {
    let graph = run.context.graph
    let edge = EdgeID(rawValue: edge)
    guard admits(edge) else { return false }
    return direction != .incoming && graph.source(of: edge).rawValue == node
      || direction != .outgoing && graph.target(of: edge).rawValue == node
  }

  /// The end of an edge that is not this one; of a loop, the same.
  func farEnd(of edge: UInt32, from node: UInt32) -> UInt32 {
    let graph = run.context.graph
    let source = graph.source(of: EdgeID(rawValue: edge)).rawValue
    return source == node ? graph.target(of: EdgeID(rawValue: edge)).rawValue : source
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
