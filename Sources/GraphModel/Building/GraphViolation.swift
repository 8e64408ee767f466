// SPDX-License-Identifier: Apache-2.0

/// Something that the graph type forbids, or that cannot be, about one node or edge.
public struct GraphViolation: Sendable, Hashable {
  public enum Subject: Sendable, Hashable {
    case node(NodeHandle)
    case edge(EdgeHandle)
  }

  public enum Kind: Sendable, Hashable {
    case unknownNodeType(String)
    case abstractNodeType(String)
    case unknownProperty(String, of: String)
    case missingProperty(String, of: String)
    case wrongType(property: String, expected: PropertyType, value: String)
    case patternMismatch(property: String, value: String, pattern: String)
    case notInEnumeration(property: String, value: String, allowed: [String])
    case duplicateValue(property: String, value: String)
    case duplicateKey(properties: [String], values: [String], of: String)
    case unknownEdgeType(String)
    case wrongEnds(type: String, from: String, to: String, allowed: [String])
    case tooFewEdges(type: String, isOutgoing: Bool, count: Int, allowed: Cardinality)
    case tooManyEdges(type: String, isOutgoing: Bool, count: Int, allowed: Cardinality)
    case endsBeforeItStarts(since: String, until: String)
  }

  public let subject: Subject

  /// The property that the violation is about, if one is.
  public let property: String?
  public let kind: Kind

  /// The other node that has the same value or key, where that is the fault.
  public var related: Subject?

  public init(subject: Subject, property: String? = nil, kind: Kind, related: Subject? = nil) {
    self.subject = subject
    self.property = property
    self.kind = kind
    self.related = related
  }
}

extension GraphViolation: CustomStringConvertible {
  public var description: String { kind.description }
}

extension GraphViolation.Kind: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownNodeType(""): return "a node of this graph needs a label"
    case .unknownNodeType(let name): return "no node type is called '\(name)'"
    case .abstractNodeType(let name): return "node type '\(name)' is abstract: no node can be one"
    case .unknownProperty(let name, let type): return "'\(type)' has no property '\(name)'"
    case .missingProperty(let name, let type): return "'\(type)' must have a property '\(name)'"
    case .wrongType(let property, let expected, let value):
      return "property '\(property)' holds \(expected.name), got \(value)"
    case .patternMismatch(let property, let value, let pattern):
      return "'\(value)' does not match the pattern of '\(property)': \(pattern)"
    case .notInEnumeration(let property, let value, let allowed):
      return
        "'\(value)' is not a value of '\(property)', which is one of: \(allowed.joined(separator: ", "))"
    case .duplicateValue(let property, let value):
      return "'\(property)' must be unique, and \(value) occurs twice"
    case .duplicateKey(let properties, let values, let type):
      return
        "two nodes of type '\(type)' have the same key (\(properties.joined(separator: ", "))): \(values.joined(separator: ", "))"
    case .unknownEdgeType(let name): return "no edge type is called '\(name)'"
    case .wrongEnds(let type, let from, let to, let allowed):
      return "'\(type)' cannot join \(from) to \(to); it joins \(allowed.joined(separator: ", "))"
    case .tooFewEdges(let type, let isOutgoing, let count, let allowed):
      return
        "\(count) \(isOutgoing ? "outgoing" : "incoming") '\(type)' where \(allowed) are required"
    case .tooManyEdges(let type, let isOutgoing, let count, let allowed):
      return
        "\(count) \(isOutgoing ? "outgoing" : "incoming") '\(type)' where \(allowed) are allowed"
    case .endsBeforeItStarts(let since, let until):
      return "ends \(until), before it starts \(since)"
    }
  }
}

/// A node being built: its position in the order of addition.
public struct NodeHandle: Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// An edge being built: its position in the order of addition.
public struct EdgeHandle: Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Why a graph cannot be built.
public enum GraphBuildingError: Error, Sendable, Hashable {
  case duplicateKey(String)
  case duplicateSource(String)
  case unknownNode(NodeHandle)
  case unknownEdge(EdgeHandle)
  case unknownSource(SourceID)
  case unequalColumns(type: String)
  case duplicateColumn(type: String, property: String)
  /// Lists or maps lie in each other more than 512 deep.
  case nestedTooDeeply(property: String)
  case tooMuchText
  case graphFull
  case violations([GraphViolation])
}

extension GraphBuildingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .duplicateKey(let key): "two nodes have the key '\(key)'"
    case .duplicateSource(let key): "two sources have the key '\(key)'"
    case .unknownNode(let handle): "node \(handle.rawValue) was not added to this builder"
    case .unknownEdge(let handle): "edge \(handle.rawValue) was not added to this builder"
    case .unknownSource(let source):
      "a claim cites source \(source.rawValue), which was not added to this builder"
    case .duplicateColumn(let type, let property):
      "two columns given for '\(type)' are called '\(property)'"
    case .unequalColumns(let type): "the columns given for '\(type)' differ in length"
    case .nestedTooDeeply(let property):
      "the value of '\(property)' nests lists or maps more than \(RecordReader.nestingLimit) deep"
    case .tooMuchText: StringTableFull().description
    case .graphFull: "the graph holds as many nodes or edges as it can number"
    case .violations(let violations):
      violations.map(\.description).joined(separator: "\n")
    }
  }
}
