// SPDX-License-Identifier: Apache-2.0

/// A part of a YAML text: a piece of text, a list, or a mapping, with the place it was read from.
///
/// Nothing is given a type here: `no`, `012` and `2009-04` are the texts that they look like.
public struct YAMLNode: Sendable {
  public enum Content: Sendable {
    case scalar(String, YAMLScalarStyle)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  public let content: Content

  // A file is at most 64 MB long, so half a word is enough for an offset.
  private let start: UInt32
  private let end: UInt32

  init(_ content: Content, span: Range<Int>) {
    self.content = content
    start = UInt32(truncatingIfNeeded: span.lowerBound)
    end = UInt32(truncatingIfNeeded: span.upperBound)
  }

  /// The bytes of the text that the node was read from, quotes and brackets included.
  public var span: Range<Int> { Int(start)..<Int(end) }
}

extension YAMLNode {
  /// The text of a scalar; nil for a list or a mapping. A value left out is an empty text.
  public var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  public var style: YAMLScalarStyle? {
    if case .scalar(_, let style) = content { return style }
    return nil
  }

  public var items: [YAMLNode]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  public var pairs: [YAMLPair]? {
    if case .mapping(let pairs) = content { return pairs }
    return nil
  }

  /// Whether nothing at all was written, as after `key:`.
  public var isAbsent: Bool { style == .absent }

  /// The value of the first pair with this key. Complexity: linear in the number of pairs.
  public func value(of key: String) -> YAMLNode? {
    pairs?.first { $0.name == key }?.value
  }
}

/// A key and its value, in a mapping.
public struct YAMLPair: Sendable {
  /// The key as written; always a scalar.
  public let key: YAMLNode
  public let value: YAMLNode

  /// The text of the key.
  public var name: String { key.text ?? "" }

  init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// How a scalar was written.
public enum YAMLScalarStyle: UInt8, Sendable, Hashable {
  case plain, singleQuoted, doubleQuoted

  /// `|`: line breaks are kept.
  case literal

  /// `>`: line breaks become spaces.
  case folded

  /// Nothing was written where a value could stand.
  case absent
}
