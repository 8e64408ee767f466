// SPDX-License-Identifier: Apache-2.0

extension Figure {
  /// What a line looks like, told apart by weight and dashes and never by colour alone.
  public enum LineKind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Treaties and other binding ties: bold, solid.
    case legal
    /// Money: solid.
    case funding
    /// Who or where a programme reaches: thin, solid.
    case covers
    /// Who carries something out, leads or supports it: heavy dashes.
    case running
    /// What something is about: dashed.
    case addresses
    /// Who sits at the table: dotted.
    case takesPart
    /// Belonging to a group or a body: long dashes.
    case membership
    /// What replaced or continued what: dash and dot.
    case succession
    /// What something rests on or came out of: dash and two dots.
    case basis
    /// Where something is or was held: sparse short dashes.
    case place
    /// Anything else.
    case other

    public static func < (left: LineKind, right: LineKind) -> Bool {
      left.position < right.position
    }

    /// The place among all kinds, from 0.
    var position: Int {
      switch self {
      case .legal: 0
      case .funding: 1
      case .covers: 2
      case .running: 3
      case .addresses: 4
      case .takesPart: 5
      case .membership: 6
      case .succession: 7
      case .basis: 8
      case .place: 9
      case .other: 10
      }
    }
  }

  /// A line between two nodes. Parallel edges are allowed and stay apart.
  public struct Edge: Sendable, Hashable {
    /// ``Figure/Node/id`` of the node where the edge starts.
    public var from: String
    /// ``Figure/Node/id`` of the node where the edge ends.
    public var to: String
    /// Chooses the line ("COVERS") unless ``lineKind`` says otherwise.
    public var typeName: String
    /// First line of the label ("covers").
    public var verb: String
    /// Second line of the label ("2015–2019").
    public var dates: String?
    /// Numbers of ``Figure/Source``, shown as "[1][2]".
    public var sourceNumbers: [Int]
    /// True draws the edge in grey.
    public var isEnded: Bool
    /// True marks the label with "(?)".
    public var isDisputed: Bool
    /// Nil stands for the kind that ``FigureStyle`` gives the type name.
    public var lineKind: LineKind?
    /// False leaves the arrowhead away.
    public var isDirected: Bool
    /// How many edges of the graph this line stands for; see ``Figure/foldingParallelEdges()``.
    public var count: Int
    /// What style sheets test: the values of each property as text, several for a list.
    public var properties: [String: [String]]
    /// Set in a figure that compares two versions of the data; nil for what stayed the same.
    public var change: Change?
    /// The ranks of the paths that the edge is a step of, from 1 for the best; empty when the
    /// figure shows no paths, or only one.
    public var pathRanks: [Int] = []
    /// False where the boxes at its ends say what the line means: it has no label then.
    public var isLabelled = true

    public init(
      from: String,
      to: String,
      typeName: String,
      verb: String,
      dates: String? = nil,
      sourceNumbers: [Int] = [],
      isEnded: Bool = false,
      isDisputed: Bool = false,
      lineKind: LineKind? = nil,
      isDirected: Bool = true,
      count: Int = 1,
      properties: [String: [String]] = [:]
    ) {
      self.from = from
      self.to = to
      self.typeName = typeName
      self.verb = verb
      self.dates = dates
      self.sourceNumbers = sourceNumbers
      self.isEnded = isEnded
      self.isDisputed = isDisputed
      self.lineKind = lineKind
      self.isDirected = isDirected
      self.count = count
      self.properties = properties
    }
  }
}
