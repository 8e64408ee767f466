// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// The graph, after checking it.
  ///
  /// - Throws: ``GraphBuildingError/violations(_:)`` with everything that ``violations()`` finds.
  /// - Complexity: O(n log n) for the order of keys, linear in everything else.
  public consuming func freeze() throws(GraphBuildingError) -> PropertyGraph {
    let violations = violations()
    guard violations.isEmpty else { throw .violations(violations) }
    return PropertyGraph(storage: frozenStorage())
  }

  /// The storage of a builder to which nothing has been added.
  func emptyStorage() -> GraphStorage { frozenStorage() }

  private func frozenStorage() -> GraphStorage {
    var numbering = NodeNumbering(self)
    let nodeTypes = frozenNodeTypes(&numbering)
    var edgeNumbers = [UInt32](repeating: 0, count: edgeCount)
    let edgeTypes = frozenEdgeTypes(numbering, numbers: &edgeNumbers)
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
          precondition(Int(source.rawValue) < sourceNumbers.count, "a citation of no source")
          claim.citations[index].source = SourceID(
            rawValue: sourceNumbers[Int(source.rawValue)])
        }
        return (numbers[Int(subject)], claim)
      }
    }
    return GraphStorage(
      parts: .init(
        graphType: graphType, description: description, nodeTypes: nodeTypes,
        edgeTypes: edgeTypes, propertyNames: propertyNames, strings: strings.frozen(),
        keys: KeyTable(keys, keys: numbering.handles.map { keyOfNode[Int($0)] }),
        names: Dictionary(
          uniqueKeysWithValues: names.map { (numbering.numbers[Int($0.key)], $0.value) }),
        nodeClaims: ClaimTable(
          renumbered(nodeClaims, numbering.numbers), subjectCount: nodeCount),
        edgeClaims: ClaimTable(renumbered(edgeClaims, edgeNumbers), subjectCount: edgeCount),
        edgeIdentifiers: Dictionary(
          uniqueKeysWithValues: edgeIdentifiers.map { (edgeNumbers[Int($0.key)], $0.value) }),
        sources: sourceOrder.map { sources[$0] }))
  }

  private func frozenNodeTypes(_ numbering: inout NodeNumbering) -> [NodeTypeStorage] {
    var frozen: [NodeTypeStorage] = []
    for number in nodeTypes.indices.sorted(by: { nodeTypes[$0].name < nodeTypes[$1].name }) {
      let type = nodeTypes[number]
      let firstNode = UInt32(numbering.handles.count)
      let newRows = numbering.append(type, of: self)
      frozen.append(
        NodeTypeStorage(
          name: type.name, labels: type.labels, firstNode: firstNode, count: type.handles.count,
          columns: type.columns
            .compactMap { $0.frozen(rowCount: type.handles.count, newRows: newRows) }
            .sorted { $0.property < $1.property }))
    }
    return frozen
  }

  private func frozenEdgeTypes(
    _ numbering: NodeNumbering, numbers: inout [UInt32]
  ) -> [EdgeTypeStorage] {
    var frozen: [EdgeTypeStorage] = []
    var firstEdge: UInt32 = 0
    for number in edgeTypes.indices.sorted(by: { edgeTypes[$0].label < edgeTypes[$1].label }) {
      let type = edgeTypes[number]
      let order = identifierOrder(of: type)
      func ends(_ handles: [UInt32]) -> [UInt32] {
        order.map { order in order.map { numbering.numbers[Int(handles[$0])] } }
          ?? handles.map { numbering.numbers[Int($0)] }
      }
      var (storage, newRows) = EdgeTypeStorage.layOut(
        label: type.label, firstEdge: firstEdge, sources: ends(type.sources),
        targets: ends(type.targets))
      if let order {
        var composed = newRows
        for (position, row) in order.enumerated() { composed[row] = newRows[position] }
        newRows = composed
      }
      for (row, handle) in type.handles.enumerated() {
        numbers[Int(handle)] = firstEdge + newRows[row]
      }
      frozen.append(
        storage.with(
          columns: type.columns.compactMap {
            $0.frozen(rowCount: type.handles.count, newRows: newRows)
          }))
      firstEdge += UInt32(type.handles.count)
    }
    return frozen
  }

  /// Rows in order of the identifiers that the data give, those without first; nil when none has
  /// one. The layout is stable, so this order decides among parallel edges.
  private func identifierOrder(of type: EdgeTypeBuilder) -> [Int]? {
    guard !edgeIdentifiers.isEmpty,
      type.handles.contains(where: { edgeIdentifiers[$0] != nil })
    else { return nil }
    let identifiers = type.handles.map { edgeIdentifiers[$0] ?? "" }
    return type.handles.indices.sorted { (identifiers[$0], $0) < (identifiers[$1], $1) }
  }
}

/// The numbers that nodes get when a builder is frozen.
private struct NodeNumbering {
  /// By handle.
  var numbers: [UInt32]

  /// By number.
  var handles: [UInt32] = []

  init(_ builder: GraphBuilder) {
    numbers = [UInt32](repeating: 0, count: builder.nodeCount)
    handles.reserveCapacity(builder.nodeCount)
  }

  /// Numbers the nodes of a type; returns the new row of each row, or nil when nothing moves.
  mutating func append(_ type: GraphBuilder.NodeTypeBuilder, of builder: GraphBuilder) -> [UInt32]? {
    let first = UInt32(handles.count)
    let rows = type.handles.indices
    func precedes(_ left: Int, _ right: Int) -> Bool {
      let leftKey = builder.keyOfNode[Int(type.handles[left])]
      let rightKey = builder.keyOfNode[Int(type.handles[right])]
      switch (leftKey, rightKey) {
      case (let leftKey?, let rightKey?): return builder.keys.isOrderedBefore(leftKey, rightKey)
      case (.some, nil): return true
      case (nil, .some): return false
      case (nil, nil): return left < right
      }
    }
    let isOrdered =
      builder.order == .asAdded
      || rows.dropFirst().allSatisfy { !precedes($0, $0 - 1) }
    let order = isOrdered ? Array(rows) : rows.sorted(by: precedes)
    for (position, row) in order.enumerated() {
      numbers[Int(type.handles[row])] = first + UInt32(position)
      handles.append(type.handles[row])
    }
    guard !isOrdered else { return nil }
    var newRows = [UInt32](repeating: 0, count: order.count)
    for (position, row) in order.enumerated() { newRows[row] = UInt32(position) }
    return newRows
  }
}
