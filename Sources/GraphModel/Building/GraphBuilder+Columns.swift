// SPDX-License-Identifier: Apache-2.0

import Synchronization

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
    try addNodes(toType: nodeTypeNumber(named: type), [(keys, columns)], threads: 1)
  }

  /// Adds many nodes with these labels at once; see ``addNode(labels:key:properties:names:)``.
  ///
  /// - Throws: the same errors as ``addNodes(type:keys:columns:)``.
  /// - Complexity: linear in the number of nodes and values.
  public mutating func addNodes(
    labels: [String], keys: TextColumn, columns: [GraphColumn] = []
  ) throws(GraphBuildingError) {
    try addNodes(
      toType: nodeTypeNumber(labels: Array(Set(labels)).sorted()), [(keys, columns)], threads: 1)
  }

  /// Nodes that are added at once: their keys and properties.
  package typealias NodeBatch = (keys: TextColumn, columns: [GraphColumn])

  /// Adds batches of nodes one after the other, all or none of them. What the keys need is done
  /// beside what the texts need.
  ///
  /// - Parameters:
  ///   - type: the name of their type.
  ///   - labels: instead of the type, where they are given.
  package mutating func addNodes(
    type: String, labels: [String]?, _ batches: [NodeBatch], threads: Int
  ) throws(GraphBuildingError) {
    let number =
      labels.map { nodeTypeNumber(labels: Array(Set($0)).sorted()) }
      ?? nodeTypeNumber(named: type)
    try addNodes(toType: number, batches, threads: threads)
  }

  private mutating func addNodes(
    toType number: Int, _ batches: [NodeBatch], threads: Int
  ) throws(GraphBuildingError) {
    precondition(frozenNodes == nil, "nodes added after all were frozen")
    for (keys, columns) in batches {
      try check(columns, type: nodeTypes[number].name, rowCount: keys.count)
    }
    let count = batches.reduce(0) { $0 + $1.keys.count }
    guard nodeCount + count <= Self.nodeLimit else { throw .graphFull }
    let positions = batches.map { batch in
      batch.columns.enumerated().map { index, column in
        columnPosition(of: column.name, inNodeType: number, guess: index)
      }
    }
    let kinds = positions.map { $0.map { nodeTypes[number].columns[$0].kind } }
    let (keyNumbers, texts) = try numbered(batches, kinds, threads: threads)
    for (position, (keys, columns)) in batches.enumerated() {
      let firstHandle = UInt32(nodeCount)
      let firstRow = UInt32(nodeTypes[number].handles.count)
      for (index, column) in columns.enumerated() {
        nodeTypes[number].columns[positions[position][index]].append(
          column, firstRow: firstRow, rowCount: keys.count, texts: texts[position][index],
          strings: strings)
      }
      nodeTypes[number].handles.append(
        contentsOf: firstHandle..<(firstHandle + UInt32(keys.count)))
      typeOfNode.append(contentsOf: repeatElement(UInt32(number), count: keys.count))
    }
    keyOfNode.append(contentsOf: keyNumbers)
  }

  /// The numbers of the keys and of the texts of nodes, which get them here, or none does.
  ///
  /// - Parameter kinds: of the columns that the texts of each batch go to.
  private mutating func numbered(
    _ batches: [NodeBatch], _ kinds: [[ColumnBuilder.Kind]], threads: Int
  ) throws(GraphBuildingError) -> (keys: [UInt32], texts: [[[UInt32]]]) {
    let (knownKeys, knownStrings) = (keys.count, strings.count)
    let keyNumbering = Mutex(KeyNumbering(keys: keys))
    let textNumbering = Mutex(TextNumbering(strings: strings))
    // Nobody else may hold what is about to change, or it would be copied.
    (keys, strings) = (StringInterner(), StringInterner())
    ParallelWork.run(2, threads: threads) { piece in
      if piece == 0 {
        keyNumbering.withLock { $0.add(batches.map(\.keys)) }
      } else {
        textNumbering.withLock { $0.add(batches, kinds) }
      }
    }
    let (error, keyNumbers) = keyNumbering.withLock { numbering in
      keys = numbering.keys
      numbering.keys = StringInterner()
      return (numbering.error, numbering.numbers)
    }
    let (isFull, texts) = textNumbering.withLock { numbering in
      strings = numbering.strings
      numbering.strings = StringInterner()
      return (numbering.isFull, numbering.texts)
    }
    if let error = error ?? (isFull ? .tooMuchText : nil) {
      keys.removeStrings(from: knownKeys)
      strings.removeStrings(from: knownStrings)
      throw error
    }
    return (keyNumbers, texts)
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
    let kinds = positions.map { edgeTypes[number].columns[$0].kind }
    let texts: [[UInt32]]
    do throws(StringTableFull) {
      texts = try strings.intern(columns, into: kinds, rowCount: count)
    } catch {
      throw .tooMuchText
    }
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
}
