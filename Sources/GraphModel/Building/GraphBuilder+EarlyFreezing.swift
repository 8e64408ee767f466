// SPDX-License-Identifier: Apache-2.0

// Whoever adds all nodes before the edges, and the edges type by type, can have what is complete
// frozen while the rest is still being read. The graph is the same, and less is in memory twice.
extension GraphBuilder {
  /// Freezes the nodes; none may be added afterwards.
  ///
  /// - Returns: a storage of the nodes alone, numbered as they will be in the graph; nil where
  ///   something is still to be said about nodes when all is known, which leaves everything to
  ///   ``freeze()``.
  package mutating func freezeNodes() -> GraphStorage? {
    guard graphType == nil, frozenNodes == nil, edgeCount == 0, nodeClaims.isEmpty, names.isEmpty,
      reversedNodeSpans().isEmpty
    else { return nil }
    let nodes = takeFrozenNodes()
    frozenNodes = nodes
    keys = StringInterner()
    let empty = SparseRecordTable([UInt32: String]()) { $0.write($1) }
    return GraphStorage(
      parts: .init(
        graphType: nil, description: GraphDescription(), nodeTypes: nodes.types, edgeTypes: [],
        propertyNames: nodes.propertyNames, strings: strings.frozen(), keys: nodes.keys,
        names: empty, nodeClaims: ClaimTable([], subjectCount: nodeCount),
        edgeClaims: ClaimTable([], subjectCount: 0), edgeIdentifiers: empty, sources: []))
  }

  /// Freezes the edges of one type, which must be all that it will have. The types before it in
  /// order of label must have been frozen so.
  ///
  /// - Returns: the edges, numbered as they will be in the graph; nil where they must wait for
  ///   ``freeze()``, as then must those of all types after it.
  package mutating func freezeEdges(label: String) -> EdgeTypeStorage? {
    guard let frozenNodes, edgeClaims.isEmpty, edgeIdentifiers.isEmpty,
      let number = edgeTypes.firstIndex(where: { $0.label == label }),
      !edgeTypes[number].handles.isEmpty, reversedSpans(of: edgeTypes[number]).isEmpty
    else { return nil }
    var firstEdge: UInt32 = 0
    for type in edgeTypes where type.label < label {
      guard let frozen = type.frozen else { return nil }
      firstEdge += UInt32(frozen.storage.count)
    }
    var type = EdgeTypeBuilder(label: label)
    swap(&type, &edgeTypes[number])
    let properties = PropertyOrder(of: [type.columns], names: propertyNames)
    let storage = Self.frozen(
      type, firstEdge: firstEdge, frozenNodes.numbers, properties, [:], areHandlesNeeded: false
    ).storage
    edgeTypes[number].frozen = (storage, properties.names)
    return storage
  }

  /// The nodes, frozen, whose columns are then let go.
  mutating func takeFrozenNodes() -> FrozenNodes {
    let properties = PropertyOrder(of: nodeTypes.map(\.columns), names: propertyNames)
    var numbering = NodeNumbering(self)
    let types = frozenNodeTypes(&numbering, properties)
    return FrozenNodes(
      types: types, propertyNames: properties.names, numbers: numbering.numbers,
      keys: KeyTable(keys, keys: numbering.keys))
  }
}

/// The nodes of a builder as they will be in the graph.
struct FrozenNodes: Sendable {
  let types: [NodeTypeStorage]

  /// The names of their properties, in order; the columns are numbered by it.
  let propertyNames: [String]

  /// The number of each node by handle.
  let numbers: [UInt32]
  let keys: KeyTable
}
