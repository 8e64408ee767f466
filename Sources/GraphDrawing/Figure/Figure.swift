// SPDX-License-Identifier: Apache-2.0

/// What a figure shows: nodes, edges, and the frame of title, date, sources and notes around them.
///
/// A plain value with no tie to a graph: the same figure gives the same bytes on every machine.
///
/// ```swift
/// let figure = Figure(
///   title: "Programmes on border management",
///   nodes: [
///     Figure.Node(id: "bomca", typeName: "Programme", label: "BOMCA"),
///     Figure.Node(id: "kazakhstan", typeName: "State", label: "Kazakhstan"),
///   ],
///   edges: [
///     Figure.Edge(from: "bomca", to: "kazakhstan", typeName: "COVERS", verb: "covers",
///                 dates: "2003–", sourceNumbers: [1]),
///   ],
///   sources: [Figure.Source(number: 1, text: "European Commission, Action document")]
/// )
/// ```
public struct Figure: Sendable, Hashable {
  /// Which way the edges run.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// For paths and funding chains.
    case leftToRight
    /// For hierarchies.
    case topDown
  }

  /// What decides how far along a node stands.
  public enum Ranking: String, Sendable, Hashable, CaseIterable {
    /// What it is linked to: a node stands behind those that lead to it.
    case links
    /// Its type: nodes of one type stand in one rank.
    case types
    /// Its type too, but several types share a rank, and one takes several, so that no rank is
    /// longer than a page is wide.
    case rows
  }

  /// What became of a node or edge from one version of the data to the next.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    case added, removed
    /// It has an end now and had none.
    case ended
    /// Other properties differ.
    case changed
    /// Only its sources differ.
    case resourced
  }

  /// A numbered source under the figure.
  public struct Source: Sendable, Hashable {
    public var number: Int
    public var text: String
    /// Linked when ``LinkAddress`` allows it, otherwise left out.
    public var url: String?
    /// What the source is called where the data come from; nil where nobody needs to know.
    public var key: String?
    /// The places in it that are cited, as far as its key is known.
    public var locators: [String]

    public init(
      number: Int, text: String, url: String? = nil, key: String? = nil, locators: [String] = []
    ) {
      self.number = number
      self.text = text
      self.url = url
      self.key = key
      self.locators = locators
    }
  }

  /// Where the figure comes from, printed in small type under the sources.
  public struct Metadata: Sendable, Hashable {
    /// The question the figure answers, as the user put it.
    public var question: String?
    /// The command that makes the figure again.
    public var command: String?
    /// Version of the data the answer was drawn from.
    public var dataVersion: String?
    /// A hash of the data the answer was drawn from.
    public var dataHash: String?
    /// In a figure that compares two, a hash of the earlier data.
    public var earlierDataHash: String?
    /// The program that made the figure, and its version.
    public var program: String?
    /// Theme and style sheets by name.
    public var style: String?
    /// A hash of theme and style sheets.
    public var styleHash: String?

    public init(
      question: String? = nil, command: String? = nil, dataVersion: String? = nil,
      dataHash: String? = nil
    ) {
      self.question = question
      self.command = command
      self.dataVersion = dataVersion
      self.dataHash = dataHash
    }
  }

  public var title: String
  public var subtitle: String?
  /// The date the answer holds for, in words of the reader ("1 June 2020").
  public var asOf: String?
  /// A BCP 47 tag ("en", "ru"): the language of the labels, and of the words the frame adds.
  public var language: String
  public var direction: Direction
  public var nodes: [Node]
  public var edges: [Edge]
  public var sources: [Source]
  public var notes: [String]
  /// Sets of nodes with names of their own; see ``grouped(maximumNodes:)``.
  public var groups: [Group]
  /// Sets of nodes that are drawn close together, with a frame around them.
  public var clusters: [Group] = []
  /// What decides how far along a node stands.
  public var ranking = Ranking.links
  /// Where nodes stood in an earlier figure, by ``Node/id``: they stay there, others join them.
  public var keptPositions: [String: FigureLayout.Point] = [:]
  /// Start of every `id` in the SVG, so that several figures fit in one page.
  /// Nil stands for a short hash of the content.
  public var idPrefix: String?
  /// True leaves away the frame (title, legend, sources) and the white background.
  public var isBare: Bool
  public var metadata: Metadata?

  public init(
    title: String,
    subtitle: String? = nil,
    asOf: String? = nil,
    language: String = "en",
    direction: Direction = .leftToRight,
    nodes: [Node] = [],
    edges: [Edge] = [],
    sources: [Source] = [],
    notes: [String] = [],
    groups: [Group] = [],
    idPrefix: String? = nil,
    isBare: Bool = false,
    metadata: Metadata? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.asOf = asOf
    self.language = language
    self.direction = direction
    self.nodes = nodes
    self.edges = edges
    self.sources = sources
    self.notes = notes
    self.groups = groups
    self.idPrefix = idPrefix
    self.isBare = isBare
    self.metadata = metadata
  }
}
