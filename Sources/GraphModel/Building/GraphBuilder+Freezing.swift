// SPDX-License-Identifier: Apache-2.0

import Synchronization

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
    return PropertyGraph(storage: builder.frozenStorage(threads: threads))
  }

  /// The storage of a builder to which nothing has been added.
  func emptyStorage() -> GraphStorage {
    var builder = self
    return builder.frozenStorage(threads: 1)
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

  private mutating func frozenStorage(threads: Int) -> GraphStorage {
    let properties = PropertyOrder(self)
    var numbering = NodeNumbering(self)
    let nodeTypes = frozenNodeTypes(&numbering, properties)
    var edgeNumbers: [UInt32] = []
    let edgeTypes = frozenEdgeTypes(
      numbering.numbers, properties, threads: threads, numbers: &edgeNumbers)
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
    _ nodeNumbers: [UInt32], _ properties: PropertyOrder, threads: Int,
    numbers: inout [UInt32]
  ) -> [EdgeTypeStorage] {
    let areNumbersNeeded = !edgeClaims.isEmpty || !edgeIdentifiers.isEmpty
    let order = edgeTypes.indices.filter { !edgeTypes[$0].handles.isEmpty }
      .sorted { edgeTypes[$0].label < edgeTypes[$1].label }
    var firstEdges: [UInt32] = []
    var firstEdge: UInt32 = 0
    for number in order {
      firstEdges.append(firstEdge)
      firstEdge += UInt32(edgeTypes[number].handles.count)
    }
    let identifiers = edgeIdentifiers
    let first = firstEdges
    // Each type is let go when it is frozen, so that not everything is in memory twice.
    let gathered = Mutex<[EdgeTypeBuilder?]>(order.map { edgeTypes[$0] })
    edgeTypes = []
    let frozen = Mutex<[(storage: EdgeTypeStorage, handles: [UInt32])?]>(
      Array(repeating: nil, count: order.count))
    ParallelWork.run(order.count, threads: threads) { piece in
      let type = gathered.withLock { gathered in
        defer { gathered[piece] = nil }
        return gathered[piece]
      }
      guard let type else { return }
      let result = Self.frozen(
        type, firstEdge: first[piece], nodeNumbers, properties, identifiers,
        areHandlesNeeded: areNumbersNeeded)
      frozen.withLock { $0[piece] = result }
    }
    let result = frozen.withLock { $0.compactMap { $0 } }
    if areNumbersNeeded {
      numbers = [UInt32](repeating: 0, count: edgeCount)
      for type in result {
        for (row, handle) in type.handles.enumerated() {
          numbers[Int(handle)] = type.storage.firstEdge + UInt32(row)
        }
      }
    }
    return result.map(\.storage)
  }

  /// - Returns: the edges of a type, and where they are asked for their handles by row.
  private static func frozen(
    _ type: EdgeTypeBuilder, firstEdge: UInt32, _ nodeNumbers: [UInt32],
    _ properties: PropertyOrder, _ identifiers: [UInt32: String], areHandlesNeeded: Bool
  ) -> (storage: EdgeTypeStorage, handles: [UInt32]) {
    let identifierOrder = identifierOrder(of: type, identifiers)
    func ends(_ handles: [UInt32]) -> [UInt32] {
      identifierOrder.map { order in order.map { nodeNumbers[Int(handles[Int($0)])] } }
        ?? handles.map { nodeNumbers[Int($0)] }
    }
    var (storage, oldRows) = EdgeTypeStorage.layOut(
      label: type.label, firstEdge: firstEdge, sources: ends(type.sources),
      targets: ends(type.targets))
    if let identifierOrder { oldRows = oldRows.map { identifierOrder[Int($0)] } }
    let handles = areHandlesNeeded ? oldRows.map { type.handles[Int($0)] } : []
    let columns = properties.frozen(
      type.columns, rowCount: type.handles.count, order: RowOrder(oldRows: oldRows))
    return (storage.with(columns: columns), handles)
  }

  /// Rows in order of the identifiers that the data give, those without first; nil when none has
  /// one. The layout is stable, so this order decides among parallel edges.
  private static func identifierOrder(
    of type: EdgeTypeBuilder, _ edgeIdentifiers: [UInt32: String]
  ) -> [UInt32]? {
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
private struct PropertyOrder: Sendable {
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
