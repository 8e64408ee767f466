// SPDX-License-Identifier: Apache-2.0

/// One thing that a file of a dataset states, before the graph type gives its texts a type.
public enum FactRecord: Sendable {
  case node(NodeFactRecord)
  case edge(EdgeFactRecord)
  case source(SourceFactRecord)
}

/// A node as a file states it.
public struct NodeFactRecord: Sendable {
  public var key: FactText

  /// The name of its node type.
  public var type: FactText

  /// The further names, beside the claims of `name` among the statements.
  public var aliases: [FactName]

  /// The properties in the order written, `name`, `since` and `until` among them.
  public var statements: [FactStatement]

  /// Who says that the node exists as it is. The first stands behind every claim that names none.
  public var supports: [FactSupport]

  public init(
    key: FactText, type: FactText, aliases: [FactName] = [], statements: [FactStatement] = [],
    supports: [FactSupport] = []
  ) {
    self.key = key
    self.type = type
    self.aliases = aliases
    self.statements = statements
    self.supports = supports
  }
}

/// An edge as a file states it.
public struct EdgeFactRecord: Sendable {
  /// What tells it from parallel edges; nil when nothing does.
  public var identifier: FactText?

  /// The key of the node it goes out from.
  public var from: FactText

  /// Its edge type.
  public var type: FactText

  /// The key of the node it goes to.
  public var to: FactText

  /// The properties in the order written, `since` and `until` among them.
  public var statements: [FactStatement]

  /// Who says that the edge holds. The first stands behind every claim that names none.
  public var supports: [FactSupport]

  public init(
    identifier: FactText? = nil, from: FactText, type: FactText, to: FactText,
    statements: [FactStatement] = [], supports: [FactSupport] = []
  ) {
    self.identifier = identifier
    self.from = from
    self.type = type
    self.to = to
    self.statements = statements
    self.supports = supports
  }
}

/// A source as a file registers it.
public struct SourceFactRecord: Sendable {
  public var key: FactText
  public var title: FactText?
  public var publisher: FactText?
  public var url: FactText?
  public var published: FactText?
  public var retrieved: FactText?
  public var language: FactText?
  public var licence: FactText?
  public var note: FactText?

  public init(
    key: FactText, title: FactText? = nil, publisher: FactText? = nil, url: FactText? = nil,
    published: FactText? = nil, retrieved: FactText? = nil, language: FactText? = nil,
    licence: FactText? = nil, note: FactText? = nil
  ) {
    self.key = key
    self.title = title
    self.publisher = publisher
    self.url = url
    self.published = published
    self.retrieved = retrieved
    self.language = language
    self.licence = licence
    self.note = note
  }
}

/// A further name of a node.
public struct FactName: Sendable {
  public var name: FactText

  /// `acronym`, `former`, `short`, `translation` or `other`; nil when not said.
  public var kind: FactText?
  public var language: FactText?

  public init(name: FactText, kind: FactText? = nil, language: FactText? = nil) {
    self.name = name
    self.kind = kind
    self.language = language
  }
}

/// What is claimed of one property; more than one claim when claims disagree.
public struct FactStatement: Sendable {
  /// The name of the property, at the place of its column header.
  public var property: FactText

  /// At least one, in the order written. No two have the same value, remark and preference.
  public var claims: [FactClaim]

  public init(property: FactText, claims: [FactClaim]) {
    self.property = property
    self.claims = claims
  }
}

/// One claimed value.
public struct FactClaim: Sendable {
  public var value: FactText

  /// Who says so; nil for the first support of the record, which says so by default.
  public var support: FactSupport?

  /// Whether the editors prefer it, as written: `true`.
  public var preferred: FactText?

  public init(value: FactText, support: FactSupport? = nil, preferred: FactText? = nil) {
    self.value = value
    self.support = support
    self.preferred = preferred
  }
}

/// What stands behind a claim: its sources, and a remark of the editors.
public struct FactSupport: Sendable {
  public var citations: [FactCitation]
  public var note: FactText?

  public init(citations: [FactCitation] = [], note: FactText? = nil) {
    self.citations = citations
    self.note = note
  }
}

/// A source by its key, and the place inside it.
public struct FactCitation: Sendable {
  public var source: FactText
  public var locator: FactText?
  public var quote: FactText?

  public init(source: FactText, locator: FactText? = nil, quote: FactText? = nil) {
    self.source = source
    self.locator = locator
    self.quote = quote
  }
}
