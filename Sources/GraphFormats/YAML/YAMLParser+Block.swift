// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Lists and mappings that are structured by indentation.
extension YAMLParser {
  /// Reads the node that begins here, where a line or a list item begins.
  ///
  /// - Parameters:
  ///   - parentColumn: the column of the collection around; -1 outside of all.
  ///   - depth: 1 for the outermost node.
  mutating func parseBlockNode(
    parentColumn: Int, depth: Int
  ) throws(YAMLFault) -> YAMLNode {
    let column = self.column
    if isAtListItem { return try parseBlockSequence(column: column, depth: depth) }
    switch current {
    case ASCII.verticalBar, ASCII.greaterThan:
      return try parseBlockScalar(parentColumn: parentColumn)
    case ASCII.openBracket, ASCII.openBrace:
      let start = position
      let node = try parseFlowNode(parentColumn: parentColumn, depth: depth)
      try refuseKey(start: start)
      try expectLineEnd()
      return node
    case ASCII.quotationMark, ASCII.apostrophe:
      let start = position
      let startLine = lineStart
      let scalar = try parseQuoted(parentColumn: parentColumn)
      skipBlanks()
      if isAtKeyColon {
        guard lineStart == startLine else { throw keyNotText(start) }
        return try parseBlockMapping(firstKey: scalar, column: column, depth: depth)
      }
      try expectLineEnd()
      return scalar
    default:
      try checkPlainStart(isFlow: false)
      let start = position
      let end = try scanPlainLine(isFlow: false)
      if current == ASCII.colon {
        let key = try plainKey(start..<end)
        return try parseBlockMapping(firstKey: key, column: column, depth: depth)
      }
      let node = try continuePlain(start..<end, parentColumn: parentColumn, isFlow: false)
      try expectLineEnd()
      return node
    }
  }

  /// Reads a list whose first hyphen stands here.
  mutating func parseBlockSequence(column: Int, depth: Int) throws(YAMLFault) -> YAMLNode {
    try checkDepth(depth)
    let start = position
    var end = position + 1
    var items: [YAMLNode] = []
    parts: while true {
      let itemStart = position
      if depth == 1 { firstPairOfItem = nil }
      do throws(YAMLFault) {
        let item = try parseListItem(column: column, depth: depth)
        items.append(item)
        end = max(end, item.span.upperBound)
        guard try continues(at: column) else { break parts }
        if !isAtListItem {
          // A key at the column of the hyphens goes on with the mapping around them.
          guard depth == 1 else { break parts }
          firstPairOfItem = nil
          throw YAMLFault(diagnostic: YAMLMessages.notAListItem(at: location(position..<lineEnd)))
        }
      } catch {
        guard depth == 1 else { throw error }
        let isOn = recover(from: error, inPartAt: itemStart, column: column, isSequence: true)
        guard isOn else { break parts }
      }
    }
    return try node(.sequence(items), start..<end)
  }

  private mutating func parseListItem(column: Int, depth: Int) throws(YAMLFault) -> YAMLNode {
    position += 1
    let afterHyphen = position
    while current == ASCII.space { position += 1 }
    if current == ASCII.tab {
      throw YAMLFault(diagnostic: YAMLMessages.tab(at: location(position..<position + 1)))
    }
    if !isAtLineEnd, !isAtComment {
      return try parseBlockNode(parentColumn: column, depth: depth + 1)
    }
    try skipToContent()
    if !isAtEnd, !isAtDocumentMarker, self.column > column {
      return try parseBlockNode(parentColumn: column, depth: depth + 1)
    }
    return try node(.scalar("", .absent), afterHyphen..<afterHyphen)
  }

  /// Reads a mapping whose first key has been read; the colon stands here.
  mutating func parseBlockMapping(
    firstKey: YAMLNode, column: Int, depth: Int
  ) throws(YAMLFault) -> YAMLNode {
    try checkDepth(depth)
    var pairs = YAMLPairCollector()
    var end = firstKey.span.upperBound
    var givenKey: YAMLNode? = firstKey
    parts: while true {
      let pairStart = givenKey?.span.lowerBound ?? position
      do throws(YAMLFault) {
        let key: YAMLNode
        if let given = givenKey { key = given } else { key = try parseBlockKey() }
        givenKey = nil
        position += 1
        let value = try parseMappingValue(column: column, depth: depth)
        end = max(end, value.span.upperBound)
        add(YAMLPair(key: key, value: value), to: &pairs, depth: depth)
        guard try continues(at: column) else { break parts }
        if isAtListItem {
          throw YAMLFault(
            diagnostic: YAMLMessages.listItemAmongKeys(at: location(position..<position + 1)))
        }
      } catch {
        guard depth == 1 else { throw error }
        givenKey = nil
        let isOn = recover(from: error, inPartAt: pairStart, column: column, isSequence: false)
        guard isOn else { break parts }
      }
    }
    return try node(.mapping(pairs.pairs), firstKey.span.lowerBound..<end)
  }

  /// Keeps a pair, or reports that its key stands twice.
  mutating func add(_ pair: YAMLPair, to pairs: inout YAMLPairCollector, depth: Int) {
    nodeCount -= 1
    if depth == 2, firstPairOfItem == nil { firstPairOfItem = pair }
    guard let first = pairs.add(pair) else { return }
    guard diagnostics.count < limits.faults else { return }
    diagnostics.append(
      YAMLMessages.duplicateKey(
        pair.name, at: location(pair.key.span), first: location(first.key.span)))
  }

  private mutating func parseBlockKey() throws(YAMLFault) -> YAMLNode {
    let start = position
    switch current {
    case ASCII.quotationMark, ASCII.apostrophe:
      let startLine = lineStart
      let key = try parseQuoted(parentColumn: column)
      skipBlanks()
      guard isAtKeyColon else { throw keyWithoutColon(start..<key.span.upperBound) }
      guard lineStart == startLine else { throw keyNotText(start) }
      return key
    case ASCII.openBracket, ASCII.openBrace:
      throw keyNotText(start)
    default:
      try checkPlainStart(isFlow: false)
      let end = try scanPlainLine(isFlow: false)
      guard current == ASCII.colon else { throw keyWithoutColon(start..<end) }
      return try plainKey(start..<end)
    }
  }

  /// Reads what follows the colon of a key that stands at `column`.
  private mutating func parseMappingValue(
    column: Int, depth: Int
  ) throws(YAMLFault) -> YAMLNode {
    let afterColon = position
    skipBlanks()
    if isAtLineEnd || isAtComment {
      try skipToContent()
      if !isAtEnd, !isAtDocumentMarker {
        if self.column > column {
          return try parseBlockNode(parentColumn: column, depth: depth + 1)
        }
        if self.column == column, isAtListItem {
          return try parseBlockSequence(column: column, depth: depth + 1)
        }
      }
      return try node(.scalar("", .absent), afterColon..<afterColon)
    }
    let value: YAMLNode
    switch current {
    case ASCII.verticalBar, ASCII.greaterThan:
      return try parseBlockScalar(parentColumn: column)
    case ASCII.openBracket, ASCII.openBrace:
      value = try parseFlowNode(parentColumn: column, depth: depth + 1)
    case ASCII.quotationMark, ASCII.apostrophe:
      value = try parseQuoted(parentColumn: column)
    default:
      if isAtListItem {
        throw YAMLFault(
          diagnostic: YAMLMessages.listOnKeyLine(at: location(position..<position + 1)))
      }
      try checkPlainStart(isFlow: false)
      let start = position
      let end = try scanPlainLine(isFlow: false)
      value = try continuePlain(start..<end, parentColumn: column, isFlow: false)
    }
    try expectLineEnd()
    return value
  }

  // MARK: - Keys

  /// Whether a colon that ends a key in block context stands here.
  private var isAtKeyColon: Bool { current == ASCII.colon && byte(after: 1).endsIndicator }

  /// The key that an unquoted text on one line makes.
  mutating func plainKey(_ span: Range<Int>) throws(YAMLFault) -> YAMLNode {
    let text = string(span)
    if text == "<<" {
      throw YAMLFault(diagnostic: YAMLMessages.feature(.mergeKey, at: location(span)))
    }
    guard span.count <= 1_024 else {
      throw YAMLFault(diagnostic: YAMLMessages.keyTooLong(at: location(span)))
    }
    return try node(.scalar(text, .plain), span)
  }

  private mutating func refuseKey(start: Int) throws(YAMLFault) {
    skipBlanks()
    if isAtKeyColon { throw keyNotText(start) }
  }

  func keyNotText(_ start: Int) -> YAMLFault {
    YAMLFault(diagnostic: YAMLMessages.feature(.complexKey, at: location(start..<position)))
  }

  private func keyWithoutColon(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      diagnostic: YAMLMessages.keyWithoutColon(string(span).prefixed(60), at: location(span)))
  }
}

/// The pairs of one mapping, of which no two have the same key.
struct YAMLPairCollector {
  private(set) var pairs: [YAMLPair] = []

  /// By key, once there are enough pairs to be worth it.
  private var index: [String: Int] = [:]

  /// Adds the pair; returns the one that has the same key already, if there is one.
  mutating func add(_ pair: YAMLPair) -> YAMLPair? {
    let name = pair.name
    if pairs.count < 8 {
      if let first = pairs.first(where: { $0.name == name }) { return first }
    } else {
      if index.isEmpty {
        for (position, pair) in pairs.enumerated() { index[pair.name] = position }
      }
      if let first = index[name] { return pairs[first] }
      index[name] = pairs.count
    }
    pairs.append(pair)
    return nil
  }
}

extension String {
  /// The text, cut after some characters when it is longer.
  func prefixed(_ length: Int) -> String {
    guard let end = index(startIndex, offsetBy: length, limitedBy: endIndex), end != endIndex
    else { return self }
    return self[..<end] + "…"
  }
}
