// SPDX-License-Identifier: Apache-2.0

/// What a dataset says about itself: its title and the words with which its graph is read aloud.
///
/// ## Topics
/// - Words: ``wording(ofEdgeType:)``, ``TypeWording``, ``EdgeWording``
/// - Meaning: ``Facet``, ``instrumentTypes``
public struct GraphDescription: Sendable, Hashable {
  public var title: String?
  public var summary: String?
  public var licence: String?

  /// An IETF language tag; the language of names and sentences.
  public var language: String?

  /// The date that questions are asked at when they name none.
  public var asOf: PartialDate?

  /// Words for node types, by type name.
  public var types: [String: TypeWording]

  /// Words for edge types, by label.
  public var edges: [String: EdgeWording]

  /// The node types a passage through which is one step of cooperation.
  public var instrumentTypes: [String]

  /// The named restrictions of `list`, such as `area` and `state`, by name.
  public var facets: [String: Facet]

  public init(
    title: String? = nil, summary: String? = nil, licence: String? = nil, language: String? = nil,
    asOf: PartialDate? = nil, types: [String: TypeWording] = [:],
    edges: [String: EdgeWording] = [:], instrumentTypes: [String] = [],
    facets: [String: Facet] = [:]
  ) {
    self.title = title
    self.summary = summary
    self.licence = licence
    self.language = language
    self.asOf = asOf
    self.types = types
    self.edges = edges
    self.instrumentTypes = instrumentTypes
    self.facets = facets
  }

  /// The words for an edge type: those given, else made from its label (`PART_OF` reads "part of").
  public func wording(ofEdgeType label: String) -> EdgeWording {
    if let given = edges[label] { return given }
    let words = label.lowercased().split(separator: "_").joined(separator: " ")
    return EdgeWording(verb: words, inverse: "\(words) (inverse)", sentence: "{from} \(words) {to}")
  }
}

/// Words for a node type.
public struct TypeWording: Sendable, Hashable {
  /// As it stands in a legend: "Policy area".
  public var title: String?
  public var plural: String?

  public init(title: String? = nil, plural: String? = nil) {
    self.title = title
    self.plural = plural
  }
}

/// Words for an edge type, read in either direction.
public struct EdgeWording: Sendable, Hashable {
  /// From source to target: "covers".
  public var verb: String

  /// From target to source: "is covered by".
  public var inverse: String

  /// A sentence in which `{from}` and `{to}` stand for the names of the ends.
  public var sentence: String

  public init(verb: String, inverse: String, sentence: String) {
    self.verb = verb
    self.inverse = inverse
    self.sentence = sentence
  }
}

/// A named restriction of a list: the nodes that these edges link to the node asked for.
public struct Facet: Sendable, Hashable {
  /// The node types that the argument may name; empty means any.
  public var types: [String]

  /// The edge types that link an item to the facet's node, in either direction.
  public var edges: [String]

  /// How the node asked for stands for others too: an area for its sub-areas.
  public var expansion: Expansion?

  public struct Expansion: Sendable, Hashable {
    public var edge: String

    /// Whether the edge is followed from source to target.
    public var isOutgoing: Bool

    public init(edge: String, isOutgoing: Bool) {
      self.edge = edge
      self.isOutgoing = isOutgoing
    }
  }

  public init(types: [String] = [], edges: [String], expansion: Expansion? = nil) {
    self.types = types
    self.edges = edges
    self.expansion = expansion
  }
}
