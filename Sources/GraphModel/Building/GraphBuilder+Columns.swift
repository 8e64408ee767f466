// SPDX-License-Identifier: Apache-2.0

// Adding many nodes or edges at once. The graph is the same as when they are added one by one in
// the same order, each with its properties in order of the columns.
extension GraphBuilder {
  /// Adds many nodes of a named type at once; see ``addNode(type:key:properties:names:)``.
  ///
  /// - Parameters:
  ///   - keys: the key of each node.
  ///   - columns: their properties. A property that has a value in two columns keeps the first.
  /// - Throws: ``GraphBuildingError/duplicateKey(_:)``,
  ///   ``GraphBuildingError/unequalColumns(type:)``,
  ///   ``GraphBuildingError/duplicateColumn(type:property:)``. Nothing is added then.
  /// - Complexity: linear in the number of nodes and values.
  public mutating func addNodes(
    type: String, keys: TextColumn, columns: [GraphColumn] = []
  ) throws(GraphBuildingError) {
    try addNodes(toType: nodeTypeNumber(named: type), keys, columns)
  }

  /// Adds many nodes with these labels at once; see ``addNode(labels:key:properties:names:)``.
  ///
  /// - Throws: the same errors as ``addNodes(type:keys:columns:)``.
  /// - Complexity: linear in the number of nodes and values.
  public mutating func addNodes(
    labels: [String], keys: TextColumn, columns: [GraphColumn] = []
  ) throws(GraphBuildingError) {
    try addNodes(
      toType: nodeTypeNumber(labels: Array(Set(labels)).sorted()), keys, columns)
  }

  private mutating func addNodes(
    toType number: Int, _ keys: TextColumn, _ columns: [GraphColumn]
  ) throws(GraphBuildingError) {
    try check(columns, type: nodeTypes[number].name, rowCount: keys.count)
    guard nodeCount + keys.count <= Self.nodeLimit else { throw .graphFull }
    let firstHandle = UInt32(nodeCount)
    try addKeys(keys)
    let firstRow = UInt32(nodeTypes[number].handles.count)
    let positions = columns.enumerated().map { index, column in
      columnPosition(of: column.name, inNodeType: number, guess: index)
    }
    let texts = try interned(
      columns, into: positions.map { nodeTypes[number].columns[$0].kind }, rowCount: keys.count)
    for (index, column) in columns.enumerated() {
      nodeTypes[number].columns[positions[index]].append(
        column, firstRow: firstRow, rowCount: keys.count, texts: texts[index], strings: strings)
    }
    nodeTypes[number].handles.append(contentsOf: firstHandle..<(firstHandle + UInt32(keys.count)))
    typeOfNode.append(contentsOf: repeatElement(UInt32(number), count: keys.count))
  }

  /// Adds the keys of new nodes, or none of them.
  private mutating func addKeys(_ texts: TextColumn) throws(GraphBuildingError) {
    let known = keys.count
    let numbers: [UInt32]
    do throws(StringTableFull) { numbers = try keys.intern(texts) } catch { throw .tooMuchText }
    guard keys.count == known + texts.count else {
      // As many numbers as keys would mean that each is new.
      var next = UInt32(known)
      for (row, number) in numbers.enumerated() {
        if number != next {
          keys.removeStrings(from: known)
          throw .duplicateKey(texts[row])
        }
        next += 1
      }
      return
    }
    keyOfNode.append(contentsOf: numbers)
  }

  /// Adds many edges of one type at once.
  ///
  /// - Parameters:
  ///   - sources: the handles of the nodes they start at.
  ///   - targets: the handles of the nodes they end at, as many.
  ///   - identifiers: what the data call the edges, for those that have a name.
  ///   - columns: their properties.
  /// - Throws: ``GraphBuildingError/unequalColumns(type:)``,
  ///   ``GraphBuildingError/duplicateColumn(type:property:)``,
  ///   ``GraphBuildingError/unknownNode(_:)``. Nothing is added then.
  /// - Complexity: linear in the number of edges and values.
  public mutating func addEdges(
    type: String, from sources: [UInt32], to targets: [UInt32],
    identifiers: (texts: TextColumn, rows: [UInt32]?)? = nil, columns: [GraphColumn]
  ) throws(GraphBuildingError) {
    let count = sources.count
    let names = identifiers.map { [GraphColumn("", .string($0.texts), rows: $0.rows)] } ?? []
    guard targets.count == count, names.allSatisfy({ $0.fits(rowCount: count) }) else {
      throw .unequalColumns(type: type)
    }
    try check(columns, type: type, rowCount: count)
    for ends in [sources, targets] {
      if let greatest = ends.max(), Int(greatest) >= nodeCount {
        throw .unknownNode(NodeHandle(rawValue: greatest))
      }
    }
    guard count <= Self.edgeLimit - edgeCount else { throw .graphFull }
    let number = edgeTypeNumber(label: type)
    let firstRow = UInt32(edgeTypes[number].handles.count)
    let positions = columns.enumerated().map { index, column in
      columnPosition(of: column.name, inEdgeType: number, guess: index)
    }
    let texts = try interned(
      columns, into: positions.map { edgeTypes[number].columns[$0].kind }, rowCount: count)
    let firstHandle = UInt32(edgeCount)
    for (index, column) in columns.enumerated() {
      edgeTypes[number].columns[positions[index]].append(
        column, firstRow: firstRow, rowCount: count, texts: texts[index], strings: strings)
    }
    edgeTypes[number].handles.append(contentsOf: firstHandle..<(firstHandle + UInt32(count)))
    edgeTypes[number].sources.append(contentsOf: sources)
    edgeTypes[number].targets.append(contentsOf: targets)
    if let identifiers {
      for position in 0..<identifiers.texts.count {
        let row = identifiers.rows.map { $0[position] } ?? UInt32(position)
        edgeIdentifiers[firstHandle + row] = identifiers.texts[position]
      }
    }
    edgeCount += count
  }

  private func check(
    _ columns: [GraphColumn], type: String, rowCount: Int
  ) throws(GraphBuildingError) {
    var names: Set<String> = []
    for column in columns {
      guard column.fits(rowCount: rowCount) else { throw .unequalColumns(type: type) }
      guard names.insert(column.name).inserted else {
        throw .duplicateColumn(type: type, property: column.name)
      }
      if case .any(let values) = column.values, values.contains(where: \.isNestedTooDeeply) {
        throw .nestedTooDeeply(property: column.name)
      }
    }
  }

  /// The numbers of the texts of each column, given row by row, as adding one by one would.
  ///
  /// - Parameter kinds: those of the columns they go to; one of mixed kinds holds its texts itself.
  private mutating func interned(
    _ columns: [GraphColumn], into kinds: [ColumnBuilder.Kind], rowCount: Int
  ) throws(GraphBuildingError) -> [[UInt32]] {
    var numbers = [[UInt32]](repeating: [], count: columns.count)
    let textual = columns.indices.filter { index in
      guard case .string = columns[index].values else { return false }
      return kinds[index] == .none || kinds[index] == .string
    }
    do throws(StringTableFull) {
      if textual.count == 1, case .string(let texts) = columns[textual[0]].values {
        numbers[textual[0]] = try strings.intern(texts)
        return numbers
      }
      if textual.isEmpty { return numbers }
      for index in textual { numbers[index].reserveCapacity(columns[index].count) }
      for row in 0..<UInt32(rowCount) {
        for index in textual {
          let position = numbers[index].count
          guard position < columns[index].count,
            columns[index].rows.map({ $0[position] == row }) ?? true,
            case .string(let texts) = columns[index].values
          else { continue }
          numbers[index].append(try strings.intern(texts, at: position))
        }
      }
    } catch {
      throw .tooMuchText
    }
    return numbers
  }
}
