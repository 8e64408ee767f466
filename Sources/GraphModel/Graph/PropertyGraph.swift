// SPDX-License-Identifier: Apache-2.0

/// A typed property graph: a base that never changes and the edits made on top of it.
///
/// A graph is a value. A copy is a snapshot that later edits of the original do not touch, costs
/// nothing to make and may be read from any thread.
///
/// ```swift
/// var builder = GraphBuilder()
/// let poland = try builder.addNode(labels: ["State"], key: "poland")
/// let process = try builder.addNode(labels: ["Dialogue"], key: "prague-process")
/// _ = try builder.addEdge(type: "LEADS", from: poland, to: process)
/// let graph = try builder.freeze()
/// ```
///
/// ## Topics
/// - Nodes: ``nodes``, ``node(key:)``, ``labels(of:)``, ``typeName(of:)``, ``displayName(of:)``
/// - Edges: ``edges``, ``source(of:)``, ``target(of:)``, ``typeName(of:)-(EdgeID)``,
///   ``forEachEdge(at:direction:_:)``
/// - Properties: ``value(of:named:)-(NodeID,_)``, ``properties(of:)-(NodeID)``
/// - Evidence: ``claims(on:)-(NodeID)``, ``source(_:)``
/// - Time: ``validity(of:)-(EdgeID)``
/// - Editing: ``insertNode(labels:key:properties:names:)``, ``compacted()``
public struct PropertyGraph: Sendable {
  /// The frozen base. Complete only while ``isEdited`` is false.
  public let storage: GraphStorage

  var delta = GraphDelta()

  /// What has been made of ``storage``; nil in a graph that such a thing holds itself.
  package let companions: GraphCompanions?

  package init(storage: GraphStorage) {
    self.init(storage: storage, companions: GraphCompanions())
  }

  init(storage: GraphStorage, companions: GraphCompanions?) {
    self.storage = storage
    self.companions = companions
  }

  /// A graph without nodes, of this type.
  public init(graphType: GraphType? = nil, description: GraphDescription = GraphDescription()) {
    // An empty builder has nothing that could be refused.
    self.init(storage: GraphBuilder(graphType: graphType, description: description).emptyStorage())
  }

  public var graphType: GraphType? { storage.graphType }
  public var description: GraphDescription { storage.description }

  /// Whether there are edits on top of the base.
  public var isEdited: Bool { !delta.isEmpty }

  public var nodeCount: Int {
    storage.nodeCount + delta.addedNodes.count - delta.removedNodes.count
  }

  public var edgeCount: Int {
    storage.edgeCount + delta.addedEdges.count - delta.removedEdges.count
  }

  /// One more than the greatest number a node may have: the length of an array with a place for
  /// each.
  public var nodeCapacity: Int { storage.nodeCount + delta.addedNodes.count }

  /// One more than the greatest number an edge may have.
  public var edgeCapacity: Int { storage.edgeCount + delta.addedEdges.count }

  public func contains(_ node: NodeID) -> Bool {
    Int(node.rawValue) < nodeCapacity && !delta.removedNodes.contains(node.rawValue)
  }

  public func contains(_ edge: EdgeID) -> Bool {
    Int(edge.rawValue) < edgeCapacity && !delta.removedEdges.contains(edge.rawValue)
  }

  /// Every node, ascending. Walking it is linear and allocates nothing.
  public var nodes: some Sequence<NodeID> {
    let removed = delta.removedNodes
    return (0..<UInt32(nodeCapacity)).lazy
      .filter { removed.isEmpty || !removed.contains($0) }
      .map { NodeID(rawValue: $0) }
  }

  /// Every edge, ascending. Walking it is linear and allocates nothing.
  public var edges: some Sequence<EdgeID> {
    let removed = delta.removedEdges
    return (0..<UInt32(edgeCapacity)).lazy
      .filter { removed.isEmpty || !removed.contains($0) }
      .map { EdgeID(rawValue: $0) }
  }

  /// The node with this key. Complexity: expected linear in the key's length.
  public func node(key: String) -> NodeID? {
    if let added = delta.keys[ScalarString(key)] {
      return delta.removedNodes.contains(added) ? nil : NodeID(rawValue: added)
    }
    guard let node = storage.keys.node(key: key), !delta.removedNodes.contains(node) else {
      return nil
    }
    return NodeID(rawValue: node)
  }

  /// The key of a node, if it has one.
  public func key(of node: NodeID) -> String? {
    if let added = delta.added(node, over: storage) { return added.key }
    return storage.keys.key(ofNode: node.rawValue)
  }

  /// The labels of a node, sorted.
  public func labels(of node: NodeID) -> [String] {
    if let changed = delta.nodeLabels[node.rawValue] { return changed }
    if let added = delta.added(node, over: storage) { return added.labels }
    return storage.nodeTypes[storage.nodeType(of: node.rawValue)].labels
  }

  /// The name of a node's type; in an open graph its labels joined by `&`.
  public func typeName(of node: NodeID) -> String {
    if let changed = delta.nodeLabels[node.rawValue] { return nodeTypeName(labels: changed) }
    if let added = delta.added(node, over: storage) { return nodeTypeName(labels: added.labels) }
    return storage.nodeTypes[storage.nodeType(of: node.rawValue)].name
  }

  /// The type that carries exactly these labels, else the labels joined.
  private func nodeTypeName(labels: [String]) -> String {
    storage.rules?.typeName(labels) ?? labels.joined(separator: "&")
  }

  /// The official name of a node, else its key, else its number.
  public func displayName(of node: NodeID) -> String {
    if case .string(let name)? = value(of: node, named: "name") { return name }
    return key(of: node) ?? "#\(node.rawValue)"
  }

  /// The further names of a node, as the data list them.
  public func names(of node: NodeID) -> [NodeName] {
    delta.names[node.rawValue] ?? storage.names(ofNode: node.rawValue)
  }

  /// Where an edge starts.
  public func source(of edge: EdgeID) -> NodeID {
    if let added = delta.added(edge, over: storage) { return added.source }
    let type = storage.edgeType(of: edge.rawValue)
    let row = Int(edge.rawValue - storage.edgeTypes[type].firstEdge)
    return NodeID(rawValue: storage.edgeTypes[type].sources[row])
  }

  /// Where an edge ends.
  public func target(of edge: EdgeID) -> NodeID {
    if let added = delta.added(edge, over: storage) { return added.target }
    let type = storage.edgeType(of: edge.rawValue)
    let row = Int(edge.rawValue - storage.edgeTypes[type].firstEdge)
    return NodeID(rawValue: storage.edgeTypes[type].outgoing.neighbours[row])
  }

  /// The label of an edge.
  public func typeName(of edge: EdgeID) -> String {
    let type = Int(type(of: edge).rawValue)
    return type < storage.edgeTypes.count
      ? storage.edgeTypes[type].label : delta.edgeTypeNames[type - storage.edgeTypes.count]
  }

  /// The type of an edge, as a position in ``edgeTypeNames``.
  public func type(of edge: EdgeID) -> EdgeTypeID {
    if let added = delta.added(edge, over: storage) { return added.type }
    return EdgeTypeID(rawValue: UInt32(storage.edgeType(of: edge.rawValue)))
  }

  /// The labels that edges carry, those of the base first.
  public var edgeTypeNames: [String] { storage.edgeTypes.map(\.label) + delta.edgeTypeNames }

  /// The names of the node types, each once: those of the base first, then those that edits have
  /// brought in, by name. Complexity: linear in the number of edits.
  public var nodeTypeNames: [String] {
    let labels = Set(delta.addedNodes.map(\.labels) + delta.nodeLabels.values)
    var seen: Set<String> = []
    return (storage.nodeTypes.map(\.name) + labels.map(nodeTypeName).sorted())
      .filter { seen.insert($0).inserted }
  }

  /// The nodes of a type, ascending. Complexity: linear in their number without edits, in the
  /// number of all nodes with some.
  public func nodes(ofType name: String) -> [NodeID] {
    if delta.isEmpty {
      return storage.nodeTypes.filter { $0.name == name }
        .flatMap { $0.nodes.map(NodeID.init(rawValue:)) }
    }
    return nodes.filter { typeName(of: $0) == name }
  }

  /// The identifier that the data give an edge, if they do.
  public func identifier(of edge: EdgeID) -> String? {
    if let added = delta.added(edge, over: storage) { return added.identifier }
    return storage.identifier(ofEdge: edge.rawValue)
  }
}

/// Which edges of a node: those that leave it, those that reach it, or both.
public enum EdgeDirection: Sendable, Hashable, CaseIterable {
  case outgoing, incoming, both
}

extension PropertyGraph {
  /// Calls `body` with each edge at a node and the node at its far end, in order of edge type,
  /// outgoing before incoming, then by far node. Edges inserted on top of the base follow, in order
  /// of insertion, outgoing before incoming. A loop comes twice when both directions are asked.
  ///
  /// Complexity: linear in the number of edges at the node, plus the number of edge types.
  public func forEachEdge(
    at node: NodeID, direction: EdgeDirection = .both, _ body: (EdgeID, NodeID) -> Void
  ) {
    let removed = delta.removedEdges
    if Int(node.rawValue) < storage.nodeCount {
      // By position: a copy of a type counts the owners of all its arrays up and down.
      for type in storage.edgeTypes.indices {
        if direction != .incoming {
          let first = storage.edgeTypes[type].firstEdge
          for entry in storage.edgeTypes[type].outgoing.entries(of: node.rawValue) {
            let edge = first + UInt32(entry)
            if !removed.isEmpty, removed.contains(edge) { continue }
            let far = storage.edgeTypes[type].outgoing.neighbours[entry]
            body(EdgeID(rawValue: edge), NodeID(rawValue: far))
          }
        }
        if direction != .outgoing {
          for entry in storage.edgeTypes[type].incoming.entries(of: node.rawValue) {
            let edge = storage.edgeTypes[type].incoming.edge(at: entry)
            if !removed.isEmpty, removed.contains(edge) { continue }
            let far = storage.edgeTypes[type].incoming.neighbours[entry]
            body(EdgeID(rawValue: edge), NodeID(rawValue: far))
          }
        }
      }
    }
    if direction != .incoming {
      for edge in delta.outgoing[node.rawValue] ?? [] where !removed.contains(edge) {
        body(EdgeID(rawValue: edge), target(of: EdgeID(rawValue: edge)))
      }
    }
    if direction != .outgoing {
      for edge in delta.incoming[node.rawValue] ?? [] where !removed.contains(edge) {
        body(EdgeID(rawValue: edge), source(of: EdgeID(rawValue: edge)))
      }
    }
  }

  /// The edges at a node, as ``forEachEdge(at:direction:_:)`` gives them.
  public func edges(at node: NodeID, direction: EdgeDirection = .both) -> [EdgeID] {
    var edges: [EdgeID] = []
    forEachEdge(at: node, direction: direction) { edge, _ in edges.append(edge) }
    return edges
  }

  /// The number of edges at a node; a loop counts twice when both directions are asked.
  ///
  /// Complexity: linear in the number of edge types; with edits, in that of edges at the node too.
  public func degree(of node: NodeID, direction: EdgeDirection = .both) -> Int {
    var degree = 0
    if delta.isEmpty {
      for type in storage.edgeTypes.indices {
        if direction != .incoming {
          degree += storage.edgeTypes[type].outgoing.entries(of: node.rawValue).count
        }
        if direction != .outgoing {
          degree += storage.edgeTypes[type].incoming.entries(of: node.rawValue).count
        }
      }
      return degree
    }
    forEachEdge(at: node, direction: direction) { _, _ in degree += 1 }
    return degree
  }
}
