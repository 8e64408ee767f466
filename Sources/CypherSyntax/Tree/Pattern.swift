// SPDX-License-Identifier: Apache-2.0

/// The patterns of one `MATCH`, separated by commas, and what holds for all of them.
public struct GraphPattern: Sendable {
  /// Which elements may come again within one match.
  public enum MatchMode: String, Sendable, Hashable {
    /// No edge twice: openCypher's rule, and the standard's `DIFFERENT EDGES`.
    case differentEdges = "DIFFERENT EDGES"
    case repeatableElements = "REPEATABLE ELEMENTS"
  }

  /// Nil where the text names none.
  public var mode: MatchMode?
  public var paths: [PathPattern]
  /// `KEEP prefix`, for all paths.
  public var keep: PathPrefix?
  public var span: SourceSpan

  public init(
    mode: MatchMode? = nil, paths: [PathPattern], keep: PathPrefix? = nil, span: SourceSpan
  ) {
    self.mode = mode
    self.paths = paths
    self.keep = keep
    self.span = span
  }
}

/// One path: nodes, edges and groups by turns, beginning and ending with a node or a group.
public struct PathPattern: Sendable {
  public var variable: Name?
  public var prefix: PathPrefix?
  public var elements: [PatternElement]
  /// `COST expression`, our extension: what each edge adds to the cost of a shortest path.
  public var cost: Expression?
  public var span: SourceSpan

  public init(
    variable: Name? = nil, prefix: PathPrefix? = nil, elements: [PatternElement],
    cost: Expression? = nil, span: SourceSpan
  ) {
    self.variable = variable
    self.prefix = prefix
    self.elements = elements
    self.cost = cost
    self.span = span
  }
}

public indirect enum PatternElement: Sendable {
  case node(NodePattern)
  case edge(EdgePattern)
  case group(GroupPattern)
}

public struct NodePattern: Sendable {
  public var variable: Name?
  public var labels: LabelExpression?
  /// A map or a parameter.
  public var properties: Expression?
  public var filter: Expression?
  public var span: SourceSpan

  public init(
    variable: Name? = nil, labels: LabelExpression? = nil, properties: Expression? = nil,
    filter: Expression? = nil, span: SourceSpan
  ) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.filter = filter
    self.span = span
  }
}

public struct EdgePattern: Sendable {
  public enum Direction: Sendable, Hashable {
    case outgoing, incoming
    /// Both, each edge once: `--`, `<-->`, `~`.
    case either
  }

  public var variable: Name?
  public var direction: Direction
  public var types: LabelExpression?
  /// A map or a parameter.
  public var properties: Expression?
  public var filter: Expression?
  /// `*`, `*2`, `*1..3`: openCypher's variable length, which binds the variable to a list.
  public var length: LengthRange?
  /// `{1,3}`, `+`, `*` after the edge: the standard's quantifier.
  public var quantifier: PathQuantifier?
  public var span: SourceSpan

  public init(
    variable: Name? = nil, direction: Direction, types: LabelExpression? = nil,
    properties: Expression? = nil, filter: Expression? = nil, length: LengthRange? = nil,
    quantifier: PathQuantifier? = nil, span: SourceSpan
  ) {
    self.variable = variable
    self.direction = direction
    self.types = types
    self.properties = properties
    self.filter = filter
    self.length = length
    self.quantifier = quantifier
    self.span = span
  }
}

/// `((a)-[e]->(b) WHERE …){1,3}`: a stretch of a path that is repeated.
public struct GroupPattern: Sendable {
  public var path: PathPattern
  public var filter: Expression?
  /// Nil for parentheses that only group.
  public var quantifier: PathQuantifier?
  public var span: SourceSpan

  public init(
    path: PathPattern, filter: Expression?, quantifier: PathQuantifier?, span: SourceSpan
  ) {
    self.path = path
    self.filter = filter
    self.quantifier = quantifier
    self.span = span
  }
}

/// The range after a star; what is not written is nil.
public struct LengthRange: Sendable, Hashable {
  public var minimum: Int?
  public var maximum: Int?
  /// Whether the text is `*n`, one number that is both.
  public var isExact: Bool
  public var span: SourceSpan

  public init(minimum: Int?, maximum: Int?, isExact: Bool = false, span: SourceSpan) {
    self.minimum = minimum
    self.maximum = maximum
    self.isExact = isExact
    self.span = span
  }
}

public struct PathQuantifier: Sendable, Hashable {
  public var minimum: Int
  /// Nil for no limit.
  public var maximum: Int?
  /// Whether the text is `?`, which binds its variables singly.
  public var isQuestion: Bool
  public var span: SourceSpan

  public init(minimum: Int, maximum: Int?, isQuestion: Bool = false, span: SourceSpan) {
    self.minimum = minimum
    self.maximum = maximum
    self.isQuestion = isQuestion
    self.span = span
  }
}
