// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// The graph, after checking it.
  ///
  /// - Throws: ``GraphBuildingError/violations(_:)`` with everything that ``violations()`` finds;
  ///   ``GraphBuildingError/unknownNode(_:)``, ``GraphBuildingError/unknownEdge(_:)`` and
  ///   ``GraphBuildingError/unknownSource(_:)`` for a claim about or from what was never added.
  /// - Complexity: O(n log n) for the order of keys, linear in everything else.
  public consuming func freeze() throws(GraphBuildingError) -> PropertyGraph {
    try freeze(threads: 1)
  }

  /// The same by several threads; the graph does not depend on how many.
  package consuming func freeze(
    threads: Int
  ) throws(GraphBuildingError) -> PropertyGraph {
    try checkClaims()
    let violations = violations()
    guard violations.isEmpty else { throw .violations(violations) }
    // Each part that has been frozen is let go, so that not everything is in memory twice.
    var builder = self
    return PropertyGraph(storage: builder.frozenStorage())
  }

  /// The storage of a builder to which nothing has been added.
  func emptyStorage() -> GraphStorage {
    var builder = self
    return builder.frozenStorage()
  }

  private func checkClaims() throws(GraphBuildingError) {
    for (node, _) in nodeClaims where Int(node) >= nodeCount {
      throw .unknownNode(NodeHandle(rawValue: node))
    }
    for (edge, _) in edgeClaims where Int(edge) >= edgeCount {
      throw .unknownEdge(EdgeHandle(rawValue: edge))
    }
    for claims in [nodeClaims, edgeClaims] {
      for (_, claim) in claims {
        if claim.value.isNestedTooDeeply {
          throw .nestedTooDeeply(property: claim.property ?? "")
        }
        for citation in claim.citations where Int(citation.source.rawValue) >= sources.count {
          throw .unknownSource(citation.source)
        }
      }
    }
  }

  private mutating func frozenStorage() -> GraphStorage {
    let properties = PropertyOrder(self)
    var numbering = NodeNumbering(self)
    let nodeTypes = frozenNodeTypes(&numbering, properties)
    var edgeNumbers: [UInt32] = []
    let edgeTypes = frozenEdgeTypes(numbering.numbers, properties, numbers: &edgeNumbers)
    let sourceOrder = sources.indices.sorted { sources[$0].key < sources[$1].key }
    var sourceNumbers = [UInt32](repeating: 0, count: sources.count)
    for (position, old) in sourceOrder.enumerated() { sourceNumbers[old] = UInt32(position) }
    func renumbered(_ gathered: [(subject: UInt32, claim: Claim)], _ numbers: [UInt32])
      -> [(subject: UInt32, claim: Claim)]
    {
      gathered.map { subject, claim in
        var claim = claim
        for index in claim.citations.indices {
          let source = claim.citations[index].source
          claim.citations[index].source = SourceID(
            rawValue: sourceNumbers[Int(source.rawValue)])
        }
        return (numbers[Int(subject)], claim)
      }
    }
    return GraphStorage(
      parts: .init(
        graphType: graphType, description: description, nodeTypes: nodeTypes,
        edgeTypes: edgeTypes, propertyNames: properties.names, strings: strings.frozen(),
        keys: KeyTable(keys, keys: numbering.keys),
        names: SparseRecordTable(
          Dictionary(
            uniqueKeysWithValues: names.map { (numbering.numbers[Int($0.key)], $0.value) })
        ) { $0.write($1) },
        nodeClaims: ClaimTable(
          renumbered(nodeClaims, numbering.numbers), subjectCount: nodeCount),
        edgeClaims: ClaimTable(renumbered(edgeClaims, edgeNumbers), subjectCount: edgeCount),
        edgeIdentifiers: SparseRecordTable(
          Dictionary(
            uniqueKeysWithValues: edgeIdentifiers.map { (edgeNumbers[Int($0.key)], $0.value) })
        ) { $0.write($1) },
        sources: sourceOrder.map { sources[$0] }))
  }

  private mutating func frozenNodeTypes(
    _ numbering: inout NodeNumbering, _ properties: PropertyOrder
  ) -> [NodeTypeStorage] {
    let order = nodeTypes.indices.filter { !nodeTypes[$0].handles.isEmpty }
      .sorted { left, right in
        let (left, right) = (nodeTypes[left], nodeTypes[right])
        return left.name == right.name
          ? left.labels.lexicographicallyPrecedes(right.labels) : left.name < right.name
      }
    return order.map { number in
      let type = nodeTypes[number]
      let firstNode = UInt32(numbering.keys.count)
      let rowOrder = numbering.append(type, of: self)
      nodeTypes[number].columns = []
      return NodeTypeStorage(
        name: type.name, labels: type.labels, firstNode: firstNode, count: type.handles.count,
        columns: properties.frozen(type.columns, rowCount: type.handles.count, order: rowOrder))
    }
  }

  /// - Parameter numbers: receives the number of each edge by handle, when something needs it.
  private mutating func frozenEdgeTypes(
    _ nodeNumbers: [UInt32], _ properties: PropertyOrder, numbers: inout [UInt32]
  ) -> [EdgeTypeStorage] {
    let areNumbersNeeded = !edgeClaims.isEmpty || !edgeIdentifiers.isEmpty
    if areNumbersNeeded { numbers = [UInt32](repeating: 0, count: edgeCount) }
    var firstEdge: UInt32 = 0
    let order = edgeTypes.indices.filter { !edgeTypes[$0].handles.isEmpty }
      .sorted { edgeTypes[$0].label < edgeTypes[$1].label }
    return order.map { number in
      let type = edgeTypes[number]
      edgeTypes[number] = EdgeTypeBuilder(label: type.label)
      let identifierOrder = identifierOrder(of: type)
      func ends(_ handles: [UInt32]) -> [UInt32] {
        identifierOrder.map { order in order.map { nodeNumbers[Int(handles[Int($0)])] } }
          ?? handles.map { nodeNumbers[Int($0)] }
      }
      var (storage, oldRows) = EdgeTypeStorage.layOut(
        label: type.label, firstEdge: firstEdge, sources: ends(type.sources),
        targets: ends(type.targets))
      if let identifierOrder { oldRows = oldRows.map { identifierOrder[Int($0)] } }
      if areNumbersNeeded {
        for (row, old) in oldRows.enumerated() {
          numbers[Int(type.handles[Int(old)])] = firstEdge + UInt32(row)
        }
      }
      firstEdge += UInt32(type.handles.count)
      return storage.with(
        columns: properties.frozen(
          type.columns, rowCount: type.handles.count, order: RowOrder(oldRows: oldRows)))
    }
  }

  /// Rows in order of the identifiers that the data give, those without first; nil when none has
  /// one. The layout is stable, so this order decides among parallel edges.
  private func identifierOrder(of type: EdgeTypeBuilder) -> [UInt32]? {
    guard !edgeIdentifiers.isEmpty,
      type.handles.contains(where: { edgeIdentifiers[$0] != nil })
    else { return nil }
    let identifiers = type.handles.map { edgeIdentifiers[$0] ?? "" }
    return (0..<UInt32(type.handles.count)).sorted {
      (identifiers[Int($0)], $0) < (identifiers[Int($1)], $1)
    }
  }
}

/// The properties that have values, in order of name.
private struct PropertyOrder {
  let names: [String]

  /// By the number in the builder.
  private let numbers: [UInt32]

  init(_ builder: GraphBuilder) {
    var isUsed = [Bool](repeating: false, count: builder.propertyNames.count)
    for columns in builder.nodeTypes.map(\.columns) + builder.edgeTypes.map(\.columns) {
      for column in columns where column.count > 0 { isUsed[Int(column.property)] = true }
    }
    let order = isUsed.indices.filter { isUsed[$0] }
      .sorted { builder.propertyNames[$0] < builder.propertyNames[$1] }
    names = order.map { builder.propertyNames[$0] }
    var numbers = [UInt32](repeating: 0, count: isUsed.count)
    for (position, old) in order.enumerated() { numbers[old] = UInt32(position) }
    self.numbers = numbers
  }

  func frozen(
    _ columns: [ColumnBuilder], rowCount: Int, order: RowOrder?
  ) -> [PropertyColumn] {
    columns
      .compactMap {
        $0.frozen(as: numbers[Int($0.property)], rowCount: rowCount, order: order)
      }
      .sorted { $0.property < $1.property }
  }
}

/// The numbers that nodes get when a builder is frozen.
private struct NodeNumbering {
  /// By handle.
  var numbers: [UInt32]

  /// The key's number in the builder, or `KeyTable.none`, by node number.
  var keys: [UInt32] = []

  init(_ builder: GraphBuilder) {
    numbers = [UInt32](repeating: 0, count: builder.nodeCount)
    keys.reserveCapacity(builder.nodeCount)
  }

  /// Numbers the nodes of a type; returns their order, or nil when nothing moves.
  mutating func append(
    _ type: GraphBuilder.NodeTypeBuilder, of builder: GraphBuilder
  ) -> RowOrder? {
    let keysByRow = type.handles.map { builder.keyOfNode[Int($0)] }
    let order = builder.order == .asAdded ? nil : Self.order(keysByRow, builder.keys)
    for row in order?.oldRows ?? Array(0..<UInt32(keysByRow.count)) {
      numbers[Int(type.handles[Int(row)])] = UInt32(keys.count)
      keys.append(keysByRow[Int(row)])
    }
    return order
  }

  /// Rows by key, those without one last; nil when they are so already.
  private static func order(_ keys: [UInt32], _ texts: StringInterner) -> RowOrder? {
    let isOrdered = keys.indices.dropFirst().allSatisfy { row in
      let (previous, key) = (keys[row - 1], keys[row])
      if key == KeyTable.none { return true }
      return previous != KeyTable.none && texts.isOrderedBefore(previous, key)
    }
    if isOrdered { return nil }
    let rows = 0..<UInt32(keys.count)
    let keyed = rows.filter { keys[Int($0)] != KeyTable.none }
    let sorted = texts.positionsSortedByText(of: keyed.map { keys[Int($0)] })
    return RowOrder(
      oldRows: sorted.map { keyed[Int($0)] } + rows.filter { keys[Int($0)] == KeyTable.none })
  }
}
