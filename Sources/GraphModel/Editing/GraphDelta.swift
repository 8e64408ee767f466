// SPDX-License-Identifier: Apache-2.0

/// The edits on top of a frozen base. Numbers of inserted nodes and edges follow the base's.
///
/// Every part is a value that copies on write, so a snapshot of a graph shares them until one of
/// the two is edited.
struct GraphDelta: Sendable {
  struct AddedNode: Sendable {
    /// Sorted.
    var labels: [String]
    var key: String?
    var properties: [String: Value]
  }

  struct AddedEdge: Sendable {
    var type: EdgeTypeID
    var source: NodeID
    var target: NodeID
    var identifier: String?
    var properties: [String: Value]
  }

  var addedNodes: [AddedNode] = []
  var addedEdges: [AddedEdge] = []
  var removedNodes: Set<UInt32> = []
  var removedEdges: Set<UInt32> = []

  /// Changed properties by node; null stands for a removed one.
  var nodeProperties: [UInt32: [String: Value]] = [:]
  var edgeProperties: [UInt32: [String: Value]] = [:]

  /// Changed labels by node, all of them, sorted.
  var nodeLabels: [UInt32: [String]] = [:]
  var names: [UInt32: [NodeName]] = [:]
  var nodeClaims: [UInt32: [Claim]] = [:]
  var edgeClaims: [UInt32: [Claim]] = [:]

  /// Inserted edges by node.
  var outgoing: [UInt32: [UInt32]] = [:]
  var incoming: [UInt32: [UInt32]] = [:]

  /// Keys of inserted nodes.
  var keys: [ScalarString: UInt32] = [:]

  /// Labels of edges that the base has none of.
  var edgeTypeNames: [String] = []

  var isEmpty: Bool {
    addedNodes.isEmpty && addedEdges.isEmpty && removedNodes.isEmpty && removedEdges.isEmpty
      && nodeProperties.isEmpty && edgeProperties.isEmpty && nodeLabels.isEmpty && names.isEmpty
      && nodeClaims.isEmpty && edgeClaims.isEmpty
  }

  func added(_ node: NodeID, over storage: GraphStorage) -> AddedNode? {
    Int(node.rawValue) < storage.nodeCount
      ? nil : addedNodes[Int(node.rawValue) - storage.nodeCount]
  }

  func added(_ edge: EdgeID, over storage: GraphStorage) -> AddedEdge? {
    Int(edge.rawValue) < storage.edgeCount
      ? nil : addedEdges[Int(edge.rawValue) - storage.edgeCount]
  }
}
