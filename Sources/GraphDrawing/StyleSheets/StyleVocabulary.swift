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

  /// What the values of a property are, where a comparison with anything else makes no sense.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `2019`, `2019-06` or `2019-06-30`.
    case date
    case number
    case truth

    /// Whether a value of this kind may be written so.
    func admits(_ text: String) -> Bool {
      switch self {
      case .date: StyleCondition.isDate(text)
      case .number: Double(text)?.isFinite == true
      case .truth: text == "true" || text == "false"
      }
    }
  }

  /// Kinds of properties by their names; what is missing is compared with anything.
  public var kinds: [String: Kind] = [:]

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
