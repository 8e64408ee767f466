// SPDX-License-Identifier: Apache-2.0

/// Gathers nodes, edges and claims, checks them against a graph type, and freezes them.
///
/// Numbers in the frozen graph do not depend on the order of addition, unless `order` says so:
/// node types are in order of name, nodes of a type in order of key, edge types in order of label
/// and edges in order of source, then target. Comparing numbers is therefore comparing names.
/// Only what the data give no name keeps the order of addition: nodes without a key, which follow
/// those that have one, and parallel edges of one type without an identifier.
///
/// ```swift
/// var builder = GraphBuilder()
/// let poland = try builder.addNode(labels: ["State"], key: "poland")
/// let union = try builder.addNode(labels: ["StateGroup"], key: "eu")
/// _ = try builder.addEdge(type: "MEMBER_OF", from: poland, to: union)
/// let graph = try builder.freeze()
/// ```
public struct GraphBuilder: Sendable {
  /// How the nodes of one type are ordered in the frozen graph.
  public enum NodeOrder: Sendable { case byKey, asAdded }

  struct NodeTypeBuilder: Sendable {
    let name: String
    let labels: [String]
    var handles: [UInt32] = []
    var columns: [ColumnBuilder] = []
  }

  struct EdgeTypeBuilder: Sendable {
    let label: String
    var handles: [UInt32] = []
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var columns: [ColumnBuilder] = []

    /// The edges where they were frozen early, and the properties that their columns are numbered
    /// by.
    var frozen: (storage: EdgeTypeStorage, propertyNames: [String])?

    var count: Int { frozen?.storage.count ?? handles.count }
  }

  let graphType: GraphType?
  let description: GraphDescription
  let order: NodeOrder

  var nodeTypes: [NodeTypeBuilder] = []
  var edgeTypes: [EdgeTypeBuilder] = []

  /// The nodes where they were frozen early.
  var frozenNodes: FrozenNodes?

  /// By node handle: its type builder, and its key's number or `KeyTable.none`.
  var typeOfNode: [UInt32] = []
  var keyOfNode: [UInt32] = []
  public internal(set) var edgeCount = 0
  var strings = StringInterner()
  var keys = StringInterner()
  var propertyNames: [String] = []
  private var propertyNumbers: [String: UInt32] = [:]
  private var namedTypeNumbers: [String: Int] = [:]
  private var labelledTypeNumbers: [[String]: Int] = [:]
  private var edgeTypeNumbers: [String: Int] = [:]
  private var latestEdgeType = 0
  private var latestNodeType: (name: String?, number: Int) = (nil, 0)
  var names: [UInt32: [NodeName]] = [:]
  var edgeIdentifiers: [UInt32: String] = [:]
  var nodeClaims: [(subject: UInt32, claim: Claim)] = []
  var edgeClaims: [(subject: UInt32, claim: Claim)] = []
  private(set) var sources: [Source] = []
  private var sourceKeys: Set<String> = []

  public init(
    graphType: GraphType? = nil, description: GraphDescription = GraphDescription(),
    order: NodeOrder = .byKey
  ) {
    self.graphType = graphType
    self.description = description
    self.order = order
  }

  public var nodeCount: Int { typeOfNode.count }

  /// One number is left over to say "none".
  static let nodeLimit = Int(UInt32.max) - 1

  /// A reference to an edge needs one bit for the direction.
  static let edgeLimit = Int(UInt32.max >> 1)

  /// Registers a source. The number returned is the one to cite in claims; freezing renumbers.
  /// - Throws: ``GraphBuildingError/duplicateSource(_:)``.
  public mutating func addSource(_ source: Source) throws(GraphBuildingError) -> SourceID {
    guard sourceKeys.insert(source.key).inserted else { throw .duplicateSource(source.key) }
    sources.append(source)
    return SourceID(rawValue: UInt32(sources.count - 1))
  }

  /// Adds a node of a named type, with the labels that the graph type gives it; without such a
  /// type, the name is its label.
  /// - Throws: ``GraphBuildingError/duplicateKey(_:)``,
  ///   ``GraphBuildingError/nestedTooDeeply(property:)``.
  @discardableResult
  public mutating func addNode(
    type: String, key: String?, properties: [(name: String, value: Value)] = [],
    names: [NodeName] = []
  ) throws(GraphBuildingError) -> NodeHandle {
    try addNode(toType: nodeTypeNumber(named: type), key, properties, names)
  }

  /// Adds a node with these labels. Where the graph type has a type with just these, it is one.
  /// - Throws: ``GraphBuildingError/duplicateKey(_:)``,
  ///   ``GraphBuildingError/nestedTooDeeply(property:)``.
  @discardableResult
  public mutating func addNode(
    labels: [String], key: String? = nil, properties: [(name: String, value: Value)] = [],
    names: [NodeName] = []
  ) throws(GraphBuildingError) -> NodeHandle {
    try addNode(toType: nodeTypeNumber(labels: Array(Set(labels)).sorted()), key, properties, names)
  }

  /// Adds an edge between two nodes of this builder.
  /// - Throws: ``GraphBuildingError/unknownNode(_:)``,
  ///   ``GraphBuildingError/nestedTooDeeply(property:)``.
  @discardableResult
  public mutating func addEdge(
    type: String, from source: NodeHandle, to target: NodeHandle, identifier: String? = nil,
    properties: [(name: String, value: Value)] = []
  ) throws(GraphBuildingError) -> EdgeHandle {
    try Self.checkNesting(properties)
    for end in [source, target] where Int(end.rawValue) >= nodeCount { throw .unknownNode(end) }
    guard edgeCount < Self.edgeLimit else { throw .graphFull }
    let number = edgeTypeNumber(label: type)
    let row = UInt32(edgeTypes[number].handles.count)
    for (index, (name, value)) in properties.enumerated() {
      let position = columnPosition(of: name, inEdgeType: number, guess: index)
      do throws(StringTableFull) {
        try edgeTypes[number].columns[position].append(value, row: row, strings: &strings)
      } catch {
        throw .tooMuchText
      }
    }
    let handle = UInt32(edgeCount)
    edgeTypes[number].handles.append(handle)
    edgeTypes[number].sources.append(source.rawValue)
    edgeTypes[number].targets.append(target.rawValue)
    if let identifier { edgeIdentifiers[handle] = identifier }
    edgeCount += 1
    return EdgeHandle(rawValue: handle)
  }

  /// Adds many edges of one type at once, without a call for each.
  ///
  /// - Parameters:
  ///   - sources: the handles of the nodes they start at.
  ///   - targets: the handles of the nodes they end at, as many.
  ///   - integers: columns of integers, each as long. Only for a type that has no edges yet.
  ///   - partialDates: columns of partial dates, likewise.
  /// - Throws: ``GraphBuildingError/unequalColumns(type:)``,
  ///   ``GraphBuildingError/duplicateColumn(type:property:)``,
  ///   ``GraphBuildingError/unknownNode(_:)``. Nothing is added then.
  public mutating func addEdges(
    type: String, from sources: [UInt32], to targets: [UInt32],
    integers: [(name: String, values: [Int64])] = [],
    partialDates: [(name: String, values: [PartialDate])] = []
  ) throws(GraphBuildingError) {
    let number = edgeTypeNumber(label: type)
    let columnsFit =
      (integers.isEmpty && partialDates.isEmpty || edgeTypes[number].handles.isEmpty)
      && integers.allSatisfy { $0.values.count == sources.count }
      && partialDates.allSatisfy { $0.values.count == sources.count }
    guard sources.count == targets.count, columnsFit else { throw .unequalColumns(type: type) }
    var columnNames: Set<String> = []
    for name in integers.map(\.name) + partialDates.map(\.name)
    where !columnNames.insert(name).inserted {
      throw .duplicateColumn(type: type, property: name)
    }
    if sources.isEmpty { return }
    for ends in [sources, targets] {
      if let greatest = ends.max(), Int(greatest) >= nodeCount {
        throw .unknownNode(NodeHandle(rawValue: greatest))
      }
    }
    guard edgeCount + sources.count < Self.edgeLimit else { throw .graphFull }
    edgeTypes[number].handles.append(
      contentsOf: UInt32(edgeCount)..<UInt32(edgeCount + sources.count))
    edgeTypes[number].sources.append(contentsOf: sources)
    edgeTypes[number].targets.append(contentsOf: targets)
    for (name, values) in integers {
      let property = propertyNumber(of: name)
      edgeTypes[number].columns.append(ColumnBuilder(property: property, integers: values))
    }
    for (name, values) in partialDates {
      let property = propertyNumber(of: name)
      edgeTypes[number].columns.append(ColumnBuilder(property: property, partialDates: values))
    }
    edgeCount += sources.count
  }

  /// Records a claim about a node of this builder. A property's claims should include the value
  /// that the property was given.
  public mutating func addClaim(_ claim: Claim, on node: NodeHandle) {
    nodeClaims.append((node.rawValue, claim))
  }

  /// Records a claim about an edge of this builder.
  public mutating func addClaim(_ claim: Claim, on edge: EdgeHandle) {
    edgeClaims.append((edge.rawValue, claim))
  }

  private static func checkNesting(
    _ properties: [(name: String, value: Value)]
  ) throws(GraphBuildingError) {
    for (name, value) in properties where value.isNestedTooDeeply {
      throw .nestedTooDeeply(property: name)
    }
  }

  /// The keys of the nodes, by number. Where every node has one, these are the handles.
  package var nodeKeys: StringInterner { keys }

  private mutating func addNode(
    toType number: Int, _ key: String?, _ properties: [(name: String, value: Value)],
    _ names: [NodeName]
  ) throws(GraphBuildingError) -> NodeHandle {
    precondition(frozenNodes == nil, "a node added after all were frozen")
    try Self.checkNesting(properties)
    guard nodeCount < Self.nodeLimit else { throw .graphFull }
    var keyNumber = KeyTable.none
    if let key {
      let known = keys.count
      do throws(StringTableFull) { keyNumber = try keys.intern(key) } catch { throw .tooMuchText }
      if Int(keyNumber) < known { throw .duplicateKey(key) }
    }
    let handle = UInt32(nodeCount)
    let row = UInt32(nodeTypes[number].handles.count)
    for (index, (name, value)) in properties.enumerated() {
      let position = columnPosition(of: name, inNodeType: number, guess: index)
      do throws(StringTableFull) {
        try nodeTypes[number].columns[position].append(value, row: row, strings: &strings)
      } catch {
        throw .tooMuchText
      }
    }
    nodeTypes[number].handles.append(handle)
    typeOfNode.append(UInt32(number))
    keyOfNode.append(keyNumber)
    if !names.isEmpty { self.names[handle] = names }
    return NodeHandle(rawValue: handle)
  }

  mutating func nodeTypeNumber(named name: String) -> Int {
    // Nodes of one type tend to come one after the other.
    if name == latestNodeType.name { return latestNodeType.number }
    if let known = namedTypeNumbers[name] {
      latestNodeType = (name, known)
      return known
    }
    let labels = graphType.flatMap { graphType in
      graphType.nodeType(named: name).map(graphType.allLabels)
    }
    let number = nodeTypeNumber(labels: labels ?? [name])
    namedTypeNumbers[name] = number
    return number
  }

  /// Labels make the type. Its name is that of the declared type with just these, or is made of
  /// them, and may then be that of another.
  mutating func nodeTypeNumber(labels: [String]) -> Int {
    if let known = labelledTypeNumbers[labels] { return known }
    let declared = graphType.flatMap { graphType in
      graphType.concreteNodeTypes.first { graphType.allLabels(of: $0) == labels }
    }
    nodeTypes.append(
      NodeTypeBuilder(name: declared?.name ?? labels.joined(separator: "&"), labels: labels))
    labelledTypeNumbers[labels] = nodeTypes.count - 1
    return nodeTypes.count - 1
  }

  mutating func edgeTypeNumber(label: String) -> Int {
    // Edges of one type tend to come one after the other.
    if latestEdgeType < edgeTypes.count, edgeTypes[latestEdgeType].label == label {
      return latestEdgeType
    }
    if let known = edgeTypeNumbers[label] {
      latestEdgeType = known
      return known
    }
    edgeTypes.append(EdgeTypeBuilder(label: label))
    edgeTypeNumbers[label] = edgeTypes.count - 1
    return edgeTypes.count - 1
  }

  private mutating func propertyNumber(of name: String) -> UInt32 {
    if let known = propertyNumbers[name] { return known }
    let number = UInt32(propertyNames.count)
    propertyNames.append(name)
    propertyNumbers[name] = number
    return number
  }

  /// - Parameter guess: where the column lies when every node names its properties in one order.
  mutating func columnPosition(
    of name: String, inNodeType type: Int, guess: Int
  ) -> Int {
    if guess < nodeTypes[type].columns.count,
      propertyNames[Int(nodeTypes[type].columns[guess].property)] == name
    {
      return guess
    }
    let property = propertyNumber(of: name)
    if let known = nodeTypes[type].columns.firstIndex(where: { $0.property == property }) {
      return known
    }
    nodeTypes[type].columns.append(ColumnBuilder(property: property))
    return nodeTypes[type].columns.count - 1
  }

  mutating func columnPosition(
    of name: String, inEdgeType type: Int, guess: Int
  ) -> Int {
    if guess < edgeTypes[type].columns.count,
      propertyNames[Int(edgeTypes[type].columns[guess].property)] == name
    {
      return guess
    }
    let property = propertyNumber(of: name)
    if let known = edgeTypes[type].columns.firstIndex(where: { $0.property == property }) {
      return known
    }
    edgeTypes[type].columns.append(ColumnBuilder(property: property))
    return edgeTypes[type].columns.count - 1
  }
}
