// SPDX-License-Identifier: Apache-2.0

/// Which node and edge types a graph may hold, what they carry and what they may join.
///
/// The model is that of ISO/IEC 39075 (GQL) graph types, with what the standard lacks and a
/// cooperation graph needs: inheritance, keys, patterns, enumerations and cardinality. Those are
/// named extensions of ours; see the guide's page on graph types.
///
/// ## Topics
/// - Parts: ``NodeType``, ``EdgeType``, ``PropertyDeclaration``, ``Cardinality``
/// - Checking the type itself: ``problems()``
/// - Looking things up: ``nodeType(named:)``, ``edgeTypes(labelled:)``, ``allLabels(of:)``,
///   ``allProperties(of:)``
public struct GraphType: Sendable, Hashable {
  /// The name after `CREATE GRAPH TYPE`.
  public var name: String

  /// A closed graph refuses what the type does not declare; an open one takes it as it comes.
  public var isClosed: Bool

  /// In order of declaration.
  public var nodeTypes: [NodeType]

  /// In order of declaration; several may share one label and differ in their ends.
  public var edgeTypes: [EdgeType]

  public init(
    name: String, isClosed: Bool = true, nodeTypes: [NodeType] = [], edgeTypes: [EdgeType] = []
  ) {
    self.name = name
    self.isClosed = isClosed
    self.nodeTypes = nodeTypes
    self.edgeTypes = edgeTypes
  }

  /// The properties that every node may carry without being declared: its official name and the
  /// first and last day on which it existed.
  public static let builtInNodeProperties: [PropertyDeclaration] = [
    PropertyDeclaration(name: "name", type: .string),
    PropertyDeclaration(name: "since", type: .partialDate),
    PropertyDeclaration(name: "until", type: .partialDate),
  ]

  /// The properties that every edge may carry without being declared: the first and last day on
  /// which it held.
  public static let builtInEdgeProperties: [PropertyDeclaration] = [
    PropertyDeclaration(name: "since", type: .partialDate),
    PropertyDeclaration(name: "until", type: .partialDate),
  ]

  /// The node type with this name. Complexity: linear in the number of node types.
  public func nodeType(named name: String) -> NodeType? {
    nodeTypes.first { $0.name == name }
  }

  /// The edge types that carry this label, in order of declaration.
  public func edgeTypes(labelled label: String) -> [EdgeType] {
    edgeTypes.filter { $0.label == label }
  }

  /// The node type and everything it extends, nearest first, each once. A cycle ends the walk.
  public func lineage(of nodeType: NodeType) -> [NodeType] {
    NodeTypeIndex(self).lineage(of: nodeType)
  }

  /// The labels that a node of this type carries, inherited ones included, sorted.
  public func allLabels(of nodeType: NodeType) -> [String] {
    Self.allLabels(lineage(of: nodeType))
  }

  /// The declared properties of this type, inherited ones included: own first, the built-in ones
  /// last. An own declaration hides an inherited one of the same name.
  public func allProperties(of nodeType: NodeType) -> [PropertyDeclaration] {
    Self.allProperties(lineage(of: nodeType))
  }

  static func allLabels(_ lineage: [NodeType]) -> [String] {
    Array(Set(lineage.flatMap(\.labels))).sorted()
  }

  static func allProperties(_ lineage: [NodeType]) -> [PropertyDeclaration] {
    var seen: Set<String> = []
    let declared = lineage.flatMap(\.properties) + builtInNodeProperties
    return declared.filter { seen.insert($0.name).inserted }
  }

  /// The declared properties of this edge type, the built-in ones last.
  public func allProperties(of edgeType: EdgeType) -> [PropertyDeclaration] {
    var seen: Set<String> = []
    return (edgeType.properties + Self.builtInEdgeProperties)
      .filter { seen.insert($0.name).inserted }
  }

  /// The key of this node type: its own, or the nearest inherited one.
  public func key(of nodeType: NodeType) -> [String] {
    lineage(of: nodeType).first { !$0.key.isEmpty }?.key ?? []
  }

  /// The types of which nodes can exist: the node types that are not abstract.
  public var concreteNodeTypes: [NodeType] { nodeTypes.filter { !$0.isAbstract } }

  /// Whether a node that carries `labels` may stand at an end that names `endLabels`.
  public func end(_ endLabels: [String], admits labels: [String]) -> Bool {
    endLabels.isEmpty || endLabels.contains { labels.contains($0) }
  }
}

/// A kind of node: its labels, its properties, what it extends.
public struct NodeType: Sendable, Hashable {
  /// The name by which entries, ends and subtypes refer to it.
  public var name: String

  /// Its own labels, the key label set and the implied ones alike.
  public var labels: [String]

  /// An abstract type has no nodes of its own; it gives labels and properties to its subtypes.
  public var isAbstract: Bool

  /// The names of the node types it extends.
  public var supertypes: [String]

  public var properties: [PropertyDeclaration]

  /// The properties that identify a node among those of its type; empty when none are declared.
  public var key: [String]

  public init(
    name: String, labels: [String]? = nil, isAbstract: Bool = false, supertypes: [String] = [],
    properties: [PropertyDeclaration] = [], key: [String] = []
  ) {
    self.name = name
    self.labels = labels ?? [name]
    self.isAbstract = isAbstract
    self.supertypes = supertypes
    self.properties = properties
    self.key = key
  }
}

/// A kind of edge: its label, the ends it may join, its properties.
public struct EdgeType: Sendable, Hashable {
  /// The name of the element type; the label when the text gives none.
  public var name: String

  /// The label that edges of this type carry.
  public var label: String

  public var isDirected: Bool

  /// An edge may start at a node that carries one of these labels; empty means any.
  public var sourceLabels: [String]

  /// An edge may end at a node that carries one of these labels; empty means any.
  public var targetLabels: [String]

  public var properties: [PropertyDeclaration]

  /// How many such edges may leave one node that fits the source end.
  public var outgoing: Cardinality

  /// How many such edges may reach one node that fits the target end.
  public var incoming: Cardinality

  public init(
    name: String? = nil, label: String, isDirected: Bool = true, from sourceLabels: [String],
    to targetLabels: [String], properties: [PropertyDeclaration] = [],
    outgoing: Cardinality = .any, incoming: Cardinality = .any
  ) {
    self.name = name ?? label
    self.label = label
    self.isDirected = isDirected
    self.sourceLabels = sourceLabels
    self.targetLabels = targetLabels
    self.properties = properties
    self.outgoing = outgoing
    self.incoming = incoming
  }
}

/// A property that a node or edge type carries.
public struct PropertyDeclaration: Sendable, Hashable {
  public var name: String
  public var type: PropertyType

  /// Whether the property must be present (`NOT NULL`).
  public var isRequired: Bool

  /// Whether no two nodes of the type may have the same value (`UNIQUE`, ours).
  public var isUnique: Bool

  /// A regular expression that the whole text must match (`MATCHES`, ours). For a list, each item.
  public var pattern: String?

  /// The values allowed (`IN […]`, ours); empty means any. For a list, each item.
  public var enumeration: [Value]

  public init(
    name: String, type: PropertyType, isRequired: Bool = false, isUnique: Bool = false,
    pattern: String? = nil, enumeration: [Value] = []
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.isUnique = isUnique
    self.pattern = pattern
    self.enumeration = enumeration
  }
}

/// A closed range of counts, open above when `maximum` is nil.
public struct Cardinality: Sendable, Hashable {
  public var minimum: Int
  public var maximum: Int?

  public init(minimum: Int = 0, maximum: Int? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// No bound on either side.
  public static let any = Cardinality()

  public func contains(_ count: Int) -> Bool {
    count >= minimum && (maximum.map { count <= $0 } ?? true)
  }
}

extension Cardinality: CustomStringConvertible {
  /// The text form of graph types: `0..1`, `1..*`.
  public var description: String { "\(minimum)..\(maximum.map(String.init) ?? "*")" }
}
