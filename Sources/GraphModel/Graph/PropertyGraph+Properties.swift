// SPDX-License-Identifier: Apache-2.0

extension PropertyGraph {
  /// The value of a node's property; nil when it has none. Of competing claims, the preferred one,
  /// else the first. Complexity: O(properties of the type).
  public func value(of node: NodeID, named property: String) -> Value? {
    if let changed = delta.nodeProperties[node.rawValue]?[property] { return changed.nonNull }
    if let added = delta.added(node, over: storage) { return added.properties[property] }
    let type = storage.nodeType(of: node.rawValue)
    let row = Int(node.rawValue - storage.nodeTypes[type].firstNode)
    return storage.value(of: property, row: row, in: storage.nodeTypes[type].columns)
  }

  /// The value of an edge's property; nil when it has none.
  public func value(of edge: EdgeID, named property: String) -> Value? {
    if let changed = delta.edgeProperties[edge.rawValue]?[property] { return changed.nonNull }
    if let added = delta.added(edge, over: storage) { return added.properties[property] }
    let type = storage.edgeType(of: edge.rawValue)
    let row = Int(edge.rawValue - storage.edgeTypes[type].firstEdge)
    return storage.value(of: property, row: row, in: storage.edgeTypes[type].columns)
  }

  /// The properties of a node with their values, by name.
  public func properties(of node: NodeID) -> [(name: String, value: Value)] {
    let changes = delta.nodeProperties[node.rawValue] ?? [:]
    if let added = delta.added(node, over: storage) { return merged(added.properties, changes) }
    let type = storage.nodeTypes[storage.nodeType(of: node.rawValue)]
    return merged(stored(Int(node.rawValue - type.firstNode), type.columns), changes)
  }

  /// The properties of an edge with their values, by name.
  public func properties(of edge: EdgeID) -> [(name: String, value: Value)] {
    let changes = delta.edgeProperties[edge.rawValue] ?? [:]
    if let added = delta.added(edge, over: storage) { return merged(added.properties, changes) }
    let type = storage.edgeTypes[storage.edgeType(of: edge.rawValue)]
    return merged(stored(Int(edge.rawValue - type.firstEdge), type.columns), changes)
  }

  private func stored(_ row: Int, _ columns: [PropertyColumn]) -> [String: Value] {
    var stored: [String: Value] = [:]
    for column in columns {
      if let value = column.value(ofRow: row, strings: storage.strings) {
        stored[storage.propertyNames[Int(column.property)]] = value
      }
    }
    return stored
  }

  private func merged(
    _ values: [String: Value], _ changes: [String: Value]
  ) -> [(name: String, value: Value)] {
    values.merging(changes) { $1 }
      .filter { $0.value.nonNull != nil }
      .sorted { $0.key < $1.key }
      .map { (name: $0.key, value: $0.value) }
  }
}

extension GraphStorage {
  /// The stored value of a property by name.
  func value(of property: String, row: Int, in columns: [PropertyColumn]) -> Value? {
    for position in columns.indices
    where propertyNames[Int(columns[position].property)] == property {
      return columns[position].value(ofRow: row, strings: strings)
    }
    return nil
  }
}

extension PropertyGraph {
  /// The claims about a node, in the order of the data: its own statement and those of its
  /// properties.
  public func claims(on node: NodeID) -> [Claim] {
    if let changed = delta.nodeClaims[node.rawValue] { return changed }
    return storage.nodeClaims.claims(on: node.rawValue)
  }

  /// The claims about an edge, in the order of the data.
  public func claims(on edge: EdgeID) -> [Claim] {
    if let changed = delta.edgeClaims[edge.rawValue] { return changed }
    return storage.edgeClaims.claims(on: edge.rawValue)
  }

  /// How many claims the graph holds.
  public var claimCount: Int {
    guard isEdited else { return storage.nodeClaims.count + storage.edgeClaims.count }
    return nodes.reduce(0) { $0 + claims(on: $1).count }
      + edges.reduce(0) { $0 + claims(on: $1).count }
  }

  /// The source register, by key.
  public var sources: [Source] { storage.sources }

  /// A source of the register. The number must come from a citation of this graph.
  public func source(_ id: SourceID) -> Source { storage.sources[Int(id.rawValue)] }
}

extension PropertyGraph {
  /// The days on which an edge holds: its own, cut by those on which both its ends exist.
  /// What the data do not bound is unbounded.
  public func validity(of edge: EdgeID) -> DateInterval {
    let isTouched =
      Int(edge.rawValue) >= storage.edgeCount || delta.edgeProperties[edge.rawValue] != nil
      || delta.nodeProperties[source(of: edge).rawValue] != nil
      || delta.nodeProperties[target(of: edge).rawValue] != nil
    guard isTouched else {
      return storage.edgeValidity?.interval(at: Int(edge.rawValue)) ?? .unbounded
    }
    var start: CalendarDate?
    var end: CalendarDate?
    for interval in [
      ownValidity(of: edge), validity(of: source(of: edge)), validity(of: target(of: edge)),
    ] {
      start = [start, interval.start].compactMap { $0 }.max()
      end = [end, interval.end].compactMap { $0 }.min()
    }
    return DateInterval(start: start, end: end)
  }

  /// The days that the edge itself states, whatever its ends say.
  public func ownValidity(of edge: EdgeID) -> DateInterval {
    DateInterval(
      start: value(of: edge, named: "since")?.dayBounds?.earliest,
      end: value(of: edge, named: "until")?.dayBounds?.latest)
  }

  /// The days on which a node exists.
  public func validity(of node: NodeID) -> DateInterval {
    DateInterval(
      start: value(of: node, named: "since")?.dayBounds?.earliest,
      end: value(of: node, named: "until")?.dayBounds?.latest)
  }
}

extension Value {
  /// The value itself, or nil for null.
  public var nonNull: Value? {
    if case .null = self { return nil }
    return self
  }
}
