// SPDX-License-Identifier: Apache-2.0

/// What somebody states about one node or edge: that it exists, or that a property has a value.
///
/// Claims of one property may disagree. All are kept; at most one is preferred, and that one (or
/// else the first) is the value that the property's column holds.
public struct Claim: Sendable, Hashable {
  /// The property stated, or nil for the statement that the node or edge exists as it is.
  public var property: String?

  /// The stated value; null when `property` is nil.
  public var value: Value

  /// Who says so, and where.
  public var citations: [Citation]

  /// Whether the editors of the dataset prefer this claim to its rivals.
  public var isPreferred: Bool

  /// A remark of the editors.
  public var note: String?

  public init(
    property: String? = nil, value: Value = .null, citations: [Citation] = [],
    isPreferred: Bool = false, note: String? = nil
  ) {
    self.property = property
    self.value = value
    self.citations = citations
    self.isPreferred = isPreferred
    self.note = note
  }
}

/// A source, and the place inside it.
public struct Citation: Sendable, Hashable {
  public var source: SourceID

  /// Where in the source: a heading, an article, a page, a row.
  public var locator: String?

  /// A short quotation, where the licence of the source allows one.
  public var quote: String?

  public init(source: SourceID, locator: String? = nil, quote: String? = nil) {
    self.source = source
    self.locator = locator
    self.quote = quote
  }
}
