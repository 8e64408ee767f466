// SPDX-License-Identifier: Apache-2.0

/// Somebody's publication that states something: an entity of its own, not a node of the graph.
public struct Source: Sendable, Hashable {
  /// The short name by which claims cite it; unique in the register.
  public var key: String
  public var title: String
  public var publisher: String?
  public var url: String?
  public var published: PartialDate?
  public var retrieved: PartialDate?
  public var language: String?
  public var licence: String?
  public var note: String?

  public init(
    key: String, title: String, publisher: String? = nil, url: String? = nil,
    published: PartialDate? = nil, retrieved: PartialDate? = nil, language: String? = nil,
    licence: String? = nil, note: String? = nil
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

/// A position in the source register of one graph.
@frozen
public struct SourceID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  public static func < (left: SourceID, right: SourceID) -> Bool {
    left.rawValue < right.rawValue
  }
}
