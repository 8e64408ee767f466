// SPDX-License-Identifier: Apache-2.0

/// A name as written: of a variable, a label, an edge type, a property or a function.
///
/// Names are equal when their texts are; backquotes are gone.
public struct Name: Hashable, Sendable {
  public var text: String
  public var span: SourceSpan

  public init(_ text: String, _ span: SourceSpan) {
    self.text = text
    self.span = span
  }

  public static func == (left: Name, right: Name) -> Bool { left.text == right.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
