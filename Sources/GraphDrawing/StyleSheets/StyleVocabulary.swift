// SPDX-License-Identifier: Apache-2.0

/// The names that the selectors of a style sheet may use.
///
/// What is nil is not checked. Names of edge types and of node types do not mix.
public struct StyleVocabulary: Sendable {
  /// Names of node types, abstract ones among them.
  public var nodeTypes: [String]?
  public var edgeTypes: [String]?
  /// Names of properties of nodes and edges.
  public var properties: [String]?
  /// Keys of nodes.
  public var keys: Keys?

  /// The keys of a graph that may be large: looked up, and listed only for a suggestion.
  public struct Keys: Sendable {
    var contains: @Sendable (String) -> Bool
    var all: @Sendable () -> [String]

    public init(
      contains: @escaping @Sendable (String) -> Bool, all: @escaping @Sendable () -> [String]
    ) {
      self.contains = contains
      self.all = all
    }
  }

  public init(
    nodeTypes: [String]? = nil, edgeTypes: [String]? = nil, properties: [String]? = nil,
    keys: Keys? = nil
  ) {
    self.nodeTypes = nodeTypes
    self.edgeTypes = edgeTypes
    self.properties = properties
    self.keys = keys
  }

  /// Every name is taken as it is.
  public static let anything = StyleVocabulary()
}
