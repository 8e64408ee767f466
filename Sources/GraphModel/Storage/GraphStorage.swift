// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A graph at rest: nothing in it ever changes, so any number of threads may read it.
///
/// Nodes have dense numbers, contiguous by type, so that a test of the type is a test of range;
/// edges likewise. Properties lie in typed columns, strings are numbers of one table, and each edge
/// type has its adjacency in both directions. ``PropertyGraph`` is the way to read it; algorithms
/// that need speed reach through to the arrays here.
///
/// ## Topics
/// - Parts: ``NodeTypeStorage``, ``EdgeTypeStorage``, ``EdgeAdjacency``, ``PropertyColumn``
/// - Traversal of all types at once: ``MergedAdjacency``
public final class GraphStorage: Sendable {
  public let graphType: GraphType?
  public let description: GraphDescription

  /// In ascending order of their nodes.
  public let nodeTypes: [NodeTypeStorage]

  /// In ascending order of their edges.
  public let edgeTypes: [EdgeTypeStorage]
  public let nodeCount: Int
  public let edgeCount: Int

  /// The names of all properties, by number.
  public let propertyNames: [String]

  /// The texts of string properties.
  public let strings: StringTable

  package let keys: KeyTable

  /// Further names, by node.
  package let names: SparseRecordTable
  package let nodeClaims: ClaimTable
  package let edgeClaims: ClaimTable

  /// Identifiers of edges that the data names, by edge.
  package let edgeIdentifiers: SparseRecordTable

  /// In order of their keys.
  public let sources: [Source]

  /// The first and last day of each edge, its ends' taken into account; nil when nothing is dated.
  public let edgeValidity: DayRanges?

  /// The first and last day of each node; nil when no node is dated.
  public let nodeValidity: DayRanges?

  /// Where each type begins, closer together than in the types themselves.
  private let firstNodes: [UInt32]
  private let firstEdges: [UInt32]

  private let merged: Mutex<MergedAdjacency?>
  private let nameTables: Mutex<NameTable?>
  private let compiledRules = Mutex<GraphTypeRules?>(nil)

  /// Makes a storage of its parts and works out the days on which its nodes and edges hold.
  ///
  /// - Parameter nodes: a storage of the nodes alone, where there is one: its days and names, if
  ///   made, are used.
  convenience init(parts: Parts, nodes: GraphStorage? = nil, threads: Int = 1) {
    let nodeCount = parts.nodeTypes.reduce(0) { $0 + $1.count }
    let edgeCount = parts.edgeTypes.reduce(0) { $0 + $1.count }
    let nodeDays =
      nodes.map(\.nodeValidity) ?? DayRanges.ofNodes(parts: parts, count: nodeCount)
    let edgeDays = DayRanges.ofEdges(
      parts: parts, count: edgeCount, nodes: nodeDays, threads: threads)
    self.init(
      parts: parts, nodeValidity: nodeDays, edgeValidity: edgeDays,
      nameTable: nodes.flatMap { $0.nameTables.withLock { $0 } })
  }

  /// Makes a storage of parts that are known to agree with each other.
  package init(
    parts: Parts, nodeValidity: DayRanges?, edgeValidity: DayRanges?,
    merged: MergedAdjacency? = nil, nameTable: NameTable? = nil
  ) {
    graphType = parts.graphType
    description = parts.description
    nodeTypes = parts.nodeTypes
    edgeTypes = parts.edgeTypes
    firstNodes = parts.nodeTypes.map(\.firstNode)
    firstEdges = parts.edgeTypes.map(\.firstEdge)
    nodeCount = parts.nodeTypes.reduce(0) { $0 + $1.count }
    edgeCount = parts.edgeTypes.reduce(0) { $0 + $1.count }
    propertyNames = parts.propertyNames
    strings = parts.strings
    keys = parts.keys
    names = parts.names
    nodeClaims = parts.nodeClaims
    edgeClaims = parts.edgeClaims
    edgeIdentifiers = parts.edgeIdentifiers
    sources = parts.sources
    self.nodeValidity = nodeValidity
    self.edgeValidity = edgeValidity
    self.merged = Mutex(merged)
    nameTables = Mutex(nameTable)
  }

  /// What a storage is made of.
  package struct Parts {
    package var graphType: GraphType?
    package var description: GraphDescription
    package var nodeTypes: [NodeTypeStorage]
    package var edgeTypes: [EdgeTypeStorage]
    package var propertyNames: [String]
    package var strings: StringTable
    package var keys: KeyTable
    package var names: SparseRecordTable
    package var nodeClaims: ClaimTable
    package var edgeClaims: ClaimTable
    package var edgeIdentifiers: SparseRecordTable
    package var sources: [Source]

    package init(
      graphType: GraphType?, description: GraphDescription, nodeTypes: [NodeTypeStorage],
      edgeTypes: [EdgeTypeStorage], propertyNames: [String], strings: StringTable,
      keys: KeyTable, names: SparseRecordTable, nodeClaims: ClaimTable, edgeClaims: ClaimTable,
      edgeIdentifiers: SparseRecordTable, sources: [Source]
    ) {
      self.graphType = graphType
      self.description = description
      self.nodeTypes = nodeTypes
      self.edgeTypes = edgeTypes
      self.propertyNames = propertyNames
      self.strings = strings
      self.keys = keys
      self.names = names
      self.nodeClaims = nodeClaims
      self.edgeClaims = edgeClaims
      self.edgeIdentifiers = edgeIdentifiers
      self.sources = sources
    }
  }

  /// The further names of a node, as the data list them.
  func names(ofNode node: UInt32) -> [NodeName] {
    names.record(of: node) { (reader: inout RecordReader) throws(DamagedRecord) in
      try reader.names()
    } ?? []
  }

  /// The identifier that the data give an edge.
  func identifier(ofEdge edge: UInt32) -> String? {
    edgeIdentifiers.record(of: edge) { (reader: inout RecordReader) throws(DamagedRecord) in
      try reader.text()
    }
  }

  /// Every name of every node, made on first use and kept.
  /// Complexity: linear in the total length of all names the first time, O(1) afterwards.
  package var nameTable: NameTable {
    nameTables.withLock { table in
      if let made = table { return made }
      let made = NameTable(PropertyGraph(storage: self))
      table = made
      return made
    }
  }

  /// The edges of all types in both directions, made on first use and kept.
  /// Complexity: linear in the size of the graph the first time, O(1) afterwards.
  public var mergedAdjacency: MergedAdjacency { mergedAdjacency(threads: 1) }

  /// The same, made by several threads.
  package func mergedAdjacency(threads: Int) -> MergedAdjacency {
    merged.withLock { merged in
      if let made = merged { return made }
      let made = MergedAdjacency(
        edgeTypes: edgeTypes, nodeCount: nodeCount, threads: threads)
      merged = made
      return made
    }
  }

  /// What the graph type allows, compiled on first use and kept; nil without a graph type.
  var rules: GraphTypeRules? {
    guard let graphType else { return nil }
    return compiledRules.withLock { rules in
      if let made = rules { return made }
      let made = GraphTypeRules(graphType)
      rules = made
      return made
    }
  }

  /// The type of a node. Complexity: O(log types).
  public func nodeType(of node: UInt32) -> Int {
    Self.position(of: node, among: firstNodes)
  }

  /// The type of an edge. Complexity: O(log types).
  public func edgeType(of edge: UInt32) -> Int {
    Self.position(of: edge, among: firstEdges)
  }

  /// The last range that begins at or before a number. Of ranges that begin together, all but the
  /// last are empty.
  private static func position(of number: UInt32, among firstNumbers: [UInt32]) -> Int {
    var low = 0
    var high = firstNumbers.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstNumbers[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }

  /// Memory in bytes of the arrays, without claims, further names and what mixed values allocate.
  public var byteCount: Int {
    nodeTypes.reduce(0) { $0 + $1.byteCount } + edgeTypes.reduce(0) { $0 + $1.byteCount }
      + strings.byteCount + keys.byteCount + (edgeValidity?.byteCount ?? 0)
      + (nodeValidity?.byteCount ?? 0)
  }
}
