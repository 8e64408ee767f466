// SPDX-License-Identifier: Apache-2.0

/// An edit that a graph refuses. Nothing is changed when it is thrown.
public enum GraphEditingError: Error, Sendable, Hashable {
  case noSuchNode(NodeID)
  case noSuchEdge(EdgeID)
  case duplicateKey(String)
  case nodeStillHasEdges(NodeID, count: Int)
  case noSuchSource(SourceID)
  case violations([String])
  case graphFull
}

extension GraphEditingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchNode(let node): "the graph has no node \(node.rawValue)"
    case .noSuchEdge(let edge): "the graph has no edge \(edge.rawValue)"
    case .duplicateKey(let key): "two nodes would have the key '\(key)'"
    case .nodeStillHasEdges(let node, let count):
      "node \(node.rawValue) still has \(count) \(count == 1 ? "edge" : "edges")"
    case .noSuchSource(let source): "the graph has no source \(source.rawValue)"
    case .violations(let messages): messages.joined(separator: "\n")
    case .graphFull: "the graph holds as many nodes or edges as it can number"
    }
  }
}

extension PropertyGraph {
  /// Inserts a node. Against a closed graph type, the labels must be those of one concrete type and
  /// the properties must be declared.
  ///
  /// - Throws: ``GraphEditingError`` for a key in use or what the graph type forbids.
  /// - Complexity: amortised O(labels + properties).
  @discardableResult
  public mutating func insertNode(
    labels: [String], key: String? = nil, properties: [String: Value] = [:],
    names: [NodeName] = []
  ) throws(GraphEditingError) -> NodeID {
    guard nodeCapacity < GraphBuilder.nodeLimit else { throw .graphFull }
    if let key, node(key: key) != nil { throw .duplicateKey(key) }
    let labels = Array(Set(labels)).sorted()
    let stored = fitted(properties.filter { $0.value.nonNull != nil })
    try refuse(storage.rules?.faults(ofNode: labels, properties: stored))
    let node = NodeID(rawValue: UInt32(nodeCapacity))
    delta.addedNodes.append(.init(labels: labels, key: key, properties: stored))
    if let key { delta.keys[ScalarString(key)] = node.rawValue }
    if !names.isEmpty { delta.names[node.rawValue] = names }
    return node
  }

  /// Inserts an edge between two nodes of the graph.
  ///
  /// - Throws: ``GraphEditingError`` for an end that is not there or what the graph type forbids.
  @discardableResult
  public mutating func insertEdge(
    type: String, from source: NodeID, to target: NodeID, identifier: String? = nil,
    properties: [String: Value] = [:]
  ) throws(GraphEditingError) -> EdgeID {
    for end in [source, target] where !contains(end) { throw .noSuchNode(end) }
    guard edgeCapacity < GraphBuilder.edgeLimit else { throw .graphFull }
    let stored = fitted(properties.filter { $0.value.nonNull != nil })
    try refuse(
      storage.rules?.faults(
        ofEdge: type, from: labels(of: source), to: labels(of: target), properties: stored))
    let edge = EdgeID(rawValue: UInt32(edgeCapacity))
    delta.addedEdges.append(
      .init(
        type: edgeType(labelled: type), source: source, target: target, identifier: identifier,
        properties: stored))
    delta.outgoing[source.rawValue, default: []].append(edge.rawValue)
    delta.incoming[target.rawValue, default: []].append(edge.rawValue)
    return edge
  }

  /// Sets a property of a node; null removes it.
  ///
  /// Claims about the property go, unless one of them states the new value: they would vouch for
  /// what nobody said.
  public mutating func set(
    _ property: String, of node: NodeID, to value: Value
  ) throws(GraphEditingError) {
    guard contains(node) else { throw .noSuchNode(node) }
    let value = storage.rules?.fitted(value, to: property) ?? value
    try refuse(
      storage.rules?.faults(
        ofNode: labels(of: node), properties: [property: value], isPartial: true))
    delta.nodeProperties[node.rawValue, default: [:]][property] = value
    if let kept = Self.claims(claims(on: node), on: property, stating: value) {
      delta.nodeClaims[node.rawValue] = kept
    }
  }

  /// Sets a property of an edge; null removes it. Claims about the property go, unless one of them
  /// states the new value.
  public mutating func set(
    _ property: String, of edge: EdgeID, to value: Value
  ) throws(GraphEditingError) {
    guard contains(edge) else { throw .noSuchEdge(edge) }
    let value = storage.rules?.fitted(value, to: property) ?? value
    try refuse(
      storage.rules?.faults(
        ofEdge: typeName(of: edge), from: labels(of: source(of: edge)),
        to: labels(of: target(of: edge)), properties: [property: value], isPartial: true))
    delta.edgeProperties[edge.rawValue, default: [:]][property] = value
    if let kept = Self.claims(claims(on: edge), on: property, stating: value) {
      delta.edgeClaims[edge.rawValue] = kept
    }
  }

  /// Values as declared properties keep them.
  private func fitted(_ properties: [String: Value]) -> [String: Value] {
    guard let rules = storage.rules else { return properties }
    return Dictionary(
      uniqueKeysWithValues: properties.map { ($0.key, rules.fitted($0.value, to: $0.key)) })
  }

  /// The claims that are left once a property has a new value; nil when all are.
  private static func claims(
    _ claims: [Claim], on property: String, stating value: Value
  ) -> [Claim]? {
    let rivals = claims.filter { $0.property == property }
    if rivals.isEmpty || rivals.contains(where: { $0.value == value && value.nonNull != nil }) {
      return nil
    }
    return claims.filter { $0.property != property }
  }

  /// Replaces the labels of a node. Against a graph type, its properties must be declared for the
  /// new labels, and its edges must be allowed at a node that has them.
  public mutating func setLabels(
    of node: NodeID, to labels: [String]
  ) throws(GraphEditingError) {
    guard contains(node) else { throw .noSuchNode(node) }
    let labels = Array(Set(labels)).sorted()
    let values = Dictionary(uniqueKeysWithValues: properties(of: node).map { ($0.name, $0.value) })
    try refuse(storage.rules?.faults(ofNode: labels, properties: values))
    if let rules = storage.rules {
      func labelsAfterwards(_ end: NodeID) -> [String] {
        end == node ? labels : self.labels(of: end)
      }
      var faults: [GraphViolation.Kind] = []
      forEachEdge(at: node) { edge, _ in
        let label = typeName(of: edge)
        let from = labelsAfterwards(source(of: edge))
        let to = labelsAfterwards(target(of: edge))
        guard rules.edgeRule(labelled: label, from: from, to: to) == nil,
          let fault = rules.endFault(label, from: from, to: to), !faults.contains(fault)
        else { return }
        faults.append(fault)
      }
      try refuse(faults.map { .init(kind: $0) })
    }
    delta.nodeLabels[node.rawValue] = labels
  }

  /// Removes an edge.
  public mutating func remove(_ edge: EdgeID) throws(GraphEditingError) {
    guard contains(edge) else { throw .noSuchEdge(edge) }
    delta.removedEdges.insert(edge.rawValue)
  }

  /// Removes a node, and its edges when `detaching`.
  ///
  /// - Throws: ``GraphEditingError/nodeStillHasEdges(_:count:)`` without `detaching`.
  public mutating func remove(
    _ node: NodeID, detaching: Bool = false
  ) throws(GraphEditingError) {
    guard contains(node) else { throw .noSuchNode(node) }
    let edges = Set(edges(at: node))
    guard detaching || edges.isEmpty else {
      throw .nodeStillHasEdges(node, count: edges.count)
    }
    for edge in edges { delta.removedEdges.insert(edge.rawValue) }
    delta.removedNodes.insert(node.rawValue)
  }

  /// Replaces the claims about a node.
  public mutating func setClaims(
    on node: NodeID, to claims: [Claim]
  ) throws(GraphEditingError) {
    guard contains(node) else { throw .noSuchNode(node) }
    try checkSources(of: claims)
    delta.nodeClaims[node.rawValue] = claims
  }

  /// Replaces the claims about an edge.
  public mutating func setClaims(
    on edge: EdgeID, to claims: [Claim]
  ) throws(GraphEditingError) {
    guard contains(edge) else { throw .noSuchEdge(edge) }
    try checkSources(of: claims)
    delta.edgeClaims[edge.rawValue] = claims
  }

  private func checkSources(of claims: [Claim]) throws(GraphEditingError) {
    for citation in claims.flatMap(\.citations)
    where Int(citation.source.rawValue) >= sources.count {
      throw .noSuchSource(citation.source)
    }
  }

  /// The same graph with its edits merged into a new base, checked as a whole. Numbers of nodes and
  /// edges change; keys stay.
  ///
  /// - Throws: ``GraphBuildingError`` when the edits break the graph type, in cardinality or
  ///   uniqueness say, which single edits cannot see.
  /// - Complexity: that of building the graph.
  public func compacted() throws(GraphBuildingError) -> PropertyGraph {
    guard isEdited else { return self }
    var builder = GraphBuilder(graphType: graphType, description: description)
    for source in sources { _ = try builder.addSource(source) }
    var handles: [NodeID: NodeHandle] = [:]
    for node in nodes {
      let handle = try builder.addNode(
        labels: labels(of: node), key: key(of: node), properties: properties(of: node),
        names: names(of: node))
      handles[node] = handle
      for claim in claims(on: node) { builder.addClaim(claim, on: handle) }
    }
    for edge in edges {
      // An edge outlives neither of its ends, so both have been added.
      guard let source = handles[source(of: edge)], let target = handles[target(of: edge)] else {
        continue
      }
      let handle = try builder.addEdge(
        type: typeName(of: edge), from: source, to: target, identifier: identifier(of: edge),
        properties: properties(of: edge))
      for claim in claims(on: edge) { builder.addClaim(claim, on: handle) }
    }
    return try builder.freeze()
  }

  private func refuse(_ faults: [GraphTypeRules.Fault]?) throws(GraphEditingError) {
    if let faults, !faults.isEmpty { throw .violations(faults.map(\.kind.description)) }
  }

  private mutating func edgeType(labelled label: String) -> EdgeTypeID {
    if let known = edgeTypeNames.firstIndex(of: label) {
      return EdgeTypeID(rawValue: UInt32(known))
    }
    delta.edgeTypeNames.append(label)
    return EdgeTypeID(rawValue: UInt32(edgeTypeNames.count - 1))
  }
}
