// SPDX-License-Identifier: Apache-2.0

/// One of the further names of a node, beside its official one.
public struct NodeName: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case acronym, former, short, translation, other
  }

  public var text: String
  public var kind: Kind

  /// An IETF language tag such as `ru`, when the name belongs to one language.
  public var language: String?

  public init(_ text: String, kind: Kind = .other, language: String? = nil) {
    self.text = text
    self.kind = kind
    self.language = language
  }
}
