// SPDX-License-Identifier: Apache-2.0

extension YAMLSyntaxDocument {
  /// The document with its entries in order and every comment where the printer can write it.
  ///
  /// Complexity: linear in the size of the tree, times its depth.
  func canonical() -> YAMLSyntaxDocument {
    var document = self
    guard var root else { return document }
    root.arrange(isRoot: true)
    document.root = root
    return document
  }
}

extension YAMLSyntaxNode {
  fileprivate mutating func arrange(isRoot: Bool) {
    switch content {
    case .scalar, .blockScalar: break
    case .sequence(var sequence):
      for index in sequence.items.indices { sequence.items[index].arrange(isEntry: isRoot) }
      content = .sequence(sequence)
    case .mapping(var mapping):
      for index in mapping.entries.indices { mapping.entries[index].arrange() }
      content = .mapping(mapping)
    }
  }

  /// Takes away what stands above the first line inside: it has to stand above the dash.
  fileprivate mutating func takeFirstLeading() -> [YAMLTrivia] {
    switch content {
    case .scalar, .blockScalar: return []
    case .sequence(var sequence):
      guard !sequence.items.isEmpty else { return [] }
      let leading = sequence.items[0].leading
      sequence.items[0].leading = []
      content = .sequence(sequence)
      return leading
    case .mapping(var mapping):
      guard !mapping.entries.isEmpty else { return [] }
      let leading = mapping.entries[0].leading
      mapping.entries[0].leading = []
      content = .mapping(mapping)
      return leading
    }
  }

  fileprivate mutating func appendTrailing(_ comment: YAMLComment) {
    switch content {
    case .scalar, .blockScalar: break
    case .sequence(var sequence):
      sequence.trailing.append(.comment(comment))
      content = .sequence(sequence)
    case .mapping(var mapping):
      mapping.trailing.append(.comment(comment))
      content = .mapping(mapping)
    }
  }
}

extension YAMLSyntaxSequence.Item {
  /// - Parameter isEntry: whether the item belongs to the outermost list, whose mappings are
  ///   entries with an order of keys.
  fileprivate mutating func arrange(isEntry: Bool) {
    guard var node = value else { return }
    node.arrange(isRoot: false)
    if isEntry, case .mapping(var mapping) = node.content, !mapping.entries.isEmpty {
      mapping.entries = YAMLEntryOrder.sorted(mapping.entries)
      mapping.isFlow = false
      node.content = .mapping(mapping)
      if let comment = lineEnd { leading.append(.comment(comment)) }
      lineEnd = nil
    }
    leading += node.takeFirstLeading().filter {
      if case .comment = $0 { return true }
      return false
    }
    value = node
  }
}

extension YAMLSyntaxMapping.Entry {
  fileprivate mutating func arrange() {
    guard var node = value else {
      if lineEnd == nil { swap(&lineEnd, &keyComment) }
      return
    }
    node.arrange(isRoot: false)
    if let comment = keyComment, let atEnd = lineEnd {
      // Two comments, one line: the first goes above it, or the second below the list.
      if node.isFilledCollection {
        node.appendTrailing(atEnd)
        lineEnd = nil
      } else {
        leading.append(.comment(comment))
        keyComment = nil
      }
    }
    value = node
  }
}
