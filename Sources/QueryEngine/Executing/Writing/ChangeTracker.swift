// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Notes what a query touches, so that what it changed can be counted at its end.
///
/// Only the difference between before and after counts, as openCypher has it: what is created and
/// deleted again is no change.
struct ChangeTracker {
  private(set) var nodes: Set<UInt32> = []
  private(set) var edges: Set<UInt32> = []

  mutating func touch(_ node: NodeID) { nodes.insert(node.rawValue) }
  mutating func touch(_ edge: EdgeID) { edges.insert(edge.rawValue) }

  /// The difference between two states of a graph.
  /// Complexity: linear in what was touched, and in the graph for a label that may be new or gone.
  func changes(from before: PropertyGraph, to after: PropertyGraph) -> GraphChanges {
    var changes = GraphChanges()
    var labelsBefore: Set<String> = []
    var labelsAfter: Set<String> = []
    for number in nodes {
      let node = NodeID(rawValue: number)
      let (was, isNow) = (before.contains(node), after.contains(node))
      if !was, isNow { changes.nodesCreated += 1 }
      if was, !isNow { changes.nodesDeleted += 1 }
      if was { labelsBefore.formUnion(before.labels(of: node)) }
      if isNow { labelsAfter.formUnion(after.labels(of: node)) }
      changes.count(
        was ? before.properties(of: node) : [], isNow ? after.properties(of: node) : [])
    }
    for number in edges {
      let edge = EdgeID(rawValue: number)
      let (was, isNow) = (before.contains(edge), after.contains(edge))
      if !was, isNow { changes.edgesCreated += 1 }
      if was, !isNow { changes.edgesDeleted += 1 }
      changes.count(
        was ? before.properties(of: edge) : [], isNow ? after.properties(of: edge) : [])
    }
    changes.labelsAdded = labelsAfter.subtracting(labelsBefore).count {
      !before.hasNode(labelled: $0)
    }
    changes.labelsRemoved = labelsBefore.subtracting(labelsAfter).count {
      !after.hasNode(labelled: $0)
    }
    return changes
  }
}

extension GraphChanges {
  fileprivate mutating func count(
    _ before: [(name: String, value: Value)], _ after: [(name: String, value: Value)]
  ) {
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.name, $0.value) })
    let new = Dictionary(uniqueKeysWithValues: after.map { ($0.name, $0.value) })
    propertiesSet += new.count { old[$0.key] != $0.value }
    propertiesRemoved += old.count { new[$0.key] != $0.value }
  }
}

extension PropertyGraph {
  /// Whether any node has a label. Mostly the first node that the base has it for tells.
  func hasNode(labelled label: String) -> Bool {
    for type in storage.nodeTypes where type.labels.contains(label) {
      for number in type.nodes {
        let node = NodeID(rawValue: number)
        if contains(node), labels(of: node).contains(label) { return true }
      }
    }
    guard isEdited else { return false }
    return nodes.contains { labels(of: $0).contains(label) }
  }
}
