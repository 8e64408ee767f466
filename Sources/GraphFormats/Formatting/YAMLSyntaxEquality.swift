// SPDX-License-Identifier: Apache-2.0

/// Whether two texts say the same: what must not change when a file is formatted.
enum YAMLSyntaxEquality {
  /// Whether the trees are equal but for the order of keys, and the comments but for their places.
  ///
  /// Complexity: O(n log n) for the comments.
  static func isEqual(_ left: YAMLSyntaxDocument, _ right: YAMLSyntaxDocument) -> Bool {
    isEqual(left.root, right.root) && sorted(left.comments) == sorted(right.comments)
  }

  private static func sorted(_ comments: [[UInt8]]) -> [[UInt8]] {
    comments.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func isEqual(_ left: YAMLSyntaxNode?, _ right: YAMLSyntaxNode?) -> Bool {
    switch (left?.content, right?.content) {
    case (nil, nil): return true
    case (.sequence(let left)?, .sequence(let right)?):
      return left.items.count == right.items.count
        && zip(left.items, right.items).allSatisfy { isEqual($0.value, $1.value) }
    case (.mapping(let left)?, .mapping(let right)?):
      return isEqual(left, right)
    case (let left?, let right?):
      guard let left = Meaning(left), let right = Meaning(right) else { return false }
      return left == right
    default: return false
    }
  }

  private static func isEqual(_ left: YAMLSyntaxMapping, _ right: YAMLSyntaxMapping) -> Bool {
    guard left.entries.count == right.entries.count else { return false }
    var byKey: [Meaning: YAMLSyntaxNode?] = [:]
    for entry in right.entries { byKey[Meaning(entry.key)] = .some(entry.value) }
    return left.entries.allSatisfy { entry in
      byKey[Meaning(entry.key)].map { isEqual(entry.value, $0) } ?? false
    }
  }

  /// What a scalar says.
  private enum Meaning: Hashable {
    /// Text to every reader, quoted or not.
    case text([UInt8])
    /// Written without quotes, and more than text to some readers.
    case untyped([UInt8])
    case block(isFolded: Bool, lines: [[UInt8]], trailingNewlines: Int)

    init(_ scalar: YAMLSyntaxScalar) {
      let isText = scalar.style == .quoted || YAMLPlainText.isText(scalar.text)
      self = isText ? .text(scalar.text) : .untyped(scalar.text)
    }

    init?(_ content: YAMLSyntaxNode.Content) {
      switch content {
      case .scalar(let scalar): self.init(scalar)
      case .blockScalar(let scalar) where scalar.lines.isEmpty:
        self = .text(Array(repeating: YAMLByte.lineFeed, count: scalar.trailingNewlines))
      case .blockScalar(let scalar):
        self = .block(
          isFolded: scalar.isFolded, lines: scalar.lines,
          trailingNewlines: scalar.trailingNewlines)
      default: return nil
      }
    }
  }
}
