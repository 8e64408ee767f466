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
  ///
  /// - Parameter nodes: what ``freezeNodes()`` gave.
  package consuming func freeze(
    threads: Int, nodes: GraphStorage? = nil
  ) throws(GraphBuildingError) -> PropertyGraph {
    try checkClaims()
    let violations = violations()
    guard violations.isEmpty else { throw .violations(violations) }
    // Each part that has been frozen is let go, so that not everything is in memory twice.
    var builder = self
    return PropertyGraph(storage: builder.frozenStorage(threads: threads, nodes: nodes))
  }

  /// The storage of a builder to which nothing has been added.
  func emptyStorage() -> GraphStorage {
    var builder = self
    return builder.frozenStorage(threads: 1, nodes: nil)
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

  private mutating func frozenStorage(threads: Int, nodes known: GraphStorage?) -> GraphStorage {
    let nodes = frozenNodes ?? takeFrozenNodes()
    let edgeProperties = edgeTypes.map { type in
      type.frozen?.propertyNames
        ?? PropertyOrder(of: [type.columns], names: propertyNames).names
    }
    let properties = Set(edgeProperties.joined()).union(nodes.propertyNames).sorted()
    var edgeNumbers: [UInt32] = []
    let edgeTypes = frozenEdgeTypes(
      nodes.numbers, properties, threads: threads, numbers: &edgeNumbers)
    let nodeTypes = nodes.types.map { $0.renumbered(from: nodes.propertyNames, to: properties) }
    // The strings are those of the nodes alone, unless edges had others.
    let strings = known.flatMap { $0.strings.count == self.strings.count ? $0.strings : nil }
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
        edgeTypes: edgeTypes, propertyNames: properties,
        strings: strings ?? self.strings.frozen(), keys: nodes.keys,
        names: SparseRecordTable(
          Dictionary(
            uniqueKeysWithValues: names.map { (nodes.numbers[Int($0.key)], $0.value) })
        ) { $0.write($1) },
        nodeClaims: ClaimTable(
          renumbered(nodeClaims, nodes.numbers), subjectCount: nodeCount),
        edgeClaims: ClaimTable(renumbered(edgeClaims, edgeNumbers), subjectCount: edgeCount),
        edgeIdentifiers: SparseRecordTable(
          Dictionary(
            uniqueKeysWithValues: edgeIdentifiers.map { (edgeNumbers[Int($0.key)], $0.value) })
        ) { $0.write($1) },
        sources: sourceOrder.map { sources[$0] }),
      nodes: known, threads: threads)
  }

  mutating func frozenNodeTypes(
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
    _ nodeNumbers: [UInt32], _ properties: [String], threads: Int, numbers: inout [UInt32]
  ) -> [EdgeTypeStorage] {
    let areNumbersNeeded = !edgeClaims.isEmpty || !edgeIdentifiers.isEmpty
    let order = edgeTypes.indices.filter { edgeTypes[$0].count > 0 }
      .sorted { edgeTypes[$0].label < edgeTypes[$1].label }
    var firstEdges: [UInt32] = []
    var firstEdge: UInt32 = 0
    for number in order {
      firstEdges.append(firstEdge)
      firstEdge += UInt32(edgeTypes[number].count)
    }
    let (identifiers, names) = (edgeIdentifiers, propertyNames)
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
      var result: (storage: EdgeTypeStorage, handles: [UInt32])
      if let (storage, own) = type.frozen {
        result = (storage.renumbered(from: own, to: properties), [])
      } else {
        let own = PropertyOrder(of: [type.columns], names: names)
        result = Self.frozen(
          type, firstEdge: first[piece], nodeNumbers, own, identifiers,
          areHandlesNeeded: areNumbersNeeded)
        result.storage = result.storage.renumbered(from: own.names, to: properties)
      }
      let found = result
      frozen.withLock { $0[piece] = found }
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
  static func frozen(
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
