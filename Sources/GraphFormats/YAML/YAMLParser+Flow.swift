// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Lists and mappings in brackets and braces.
extension YAMLParser {
  /// Reads the list, mapping or scalar that begins here, inside or at the start of brackets.
  mutating func parseFlowNode(
    parentColumn: Int, depth: Int
  ) throws(YAMLFault) -> YAMLNode {
    switch current {
    case ASCII.openBracket:
      return try parseFlowSequence(parentColumn: parentColumn, depth: depth)
    case ASCII.openBrace:
      return try parseFlowMapping(parentColumn: parentColumn, depth: depth)
    case ASCII.quotationMark, ASCII.apostrophe:
      return try parseQuoted(parentColumn: parentColumn)
    default:
      try checkPlainStart(isFlow: true)
      let start = position
      let end = try scanPlainLine(isFlow: true)
      return try continuePlain(start..<end, parentColumn: parentColumn, isFlow: true)
    }
  }

  private mutating func parseFlowSequence(
    parentColumn: Int, depth: Int
  ) throws(YAMLFault) -> YAMLNode {
    try checkDepth(depth)
    let open = position
    position += 1
    var items: [YAMLNode] = []
    while true {
      try skipFlowSpace(from: open, parentColumn: parentColumn)
      if current == ASCII.closeBracket { break }
      if current == ASCII.comma {
        throw YAMLFault(diagnostic: YAMLMessages.emptyItem(at: location(position..<position + 1)))
      }
      let start = position
      let startLine = lineStart
      var item = try parseFlowNode(parentColumn: parentColumn, depth: depth + 1)
      try skipFlowSpace(from: open, parentColumn: parentColumn)
      if current == ASCII.colon {
        guard item.text != nil, lineStart == startLine else { throw keyNotText(start) }
        let key = try flowKey(item)
        let value = try parseFlowValue(
          from: open, closing: ASCII.closeBracket, parentColumn: parentColumn, depth: depth + 2)
        let pair = YAMLPair(key: key, value: value)
        nodeCount -= 1
        item = try node(.mapping([pair]), start..<max(position, value.span.upperBound))
        try skipFlowSpace(from: open, parentColumn: parentColumn)
      }
      items.append(item)
      if current == ASCII.closeBracket { break }
      try expectComma(from: open)
    }
    position += 1
    return try node(.sequence(items), open..<position)
  }

  private mutating func parseFlowMapping(
    parentColumn: Int, depth: Int
  ) throws(YAMLFault) -> YAMLNode {
    try checkDepth(depth)
    let open = position
    position += 1
    var pairs = YAMLPairCollector()
    while true {
      try skipFlowSpace(from: open, parentColumn: parentColumn)
      if current == ASCII.closeBrace { break }
      if current == ASCII.comma {
        throw YAMLFault(diagnostic: YAMLMessages.emptyItem(at: location(position..<position + 1)))
      }
      let start = position
      let startLine = lineStart
      let scalar = try parseFlowNode(parentColumn: parentColumn, depth: depth + 1)
      guard scalar.text != nil else { throw keyNotText(start) }
      try skipFlowSpace(from: open, parentColumn: parentColumn)
      guard current == ASCII.colon else {
        if current != ASCII.comma, current != ASCII.closeBrace { try expectComma(from: open) }
        throw YAMLFault(
          diagnostic: YAMLMessages.keyWithoutValue(
            (scalar.text ?? "").prefixed(60), at: location(scalar.span)))
      }
      guard lineStart == startLine else { throw keyNotText(start) }
      let key = try flowKey(scalar)
      let value = try parseFlowValue(
        from: open, closing: ASCII.closeBrace, parentColumn: parentColumn, depth: depth + 1)
      add(YAMLPair(key: key, value: value), to: &pairs, depth: depth)
      try skipFlowSpace(from: open, parentColumn: parentColumn)
      if current == ASCII.closeBrace { break }
      try expectComma(from: open)
    }
    position += 1
    return try node(.mapping(pairs.pairs), open..<position)
  }

  /// Reads what follows a colon in brackets; the colon stands here.
  private mutating func parseFlowValue(
    from open: Int, closing: UInt8, parentColumn: Int, depth: Int
  ) throws(YAMLFault) -> YAMLNode {
    position += 1
    let afterColon = position
    try skipFlowSpace(from: open, parentColumn: parentColumn)
    if current == ASCII.comma || current == closing {
      return try node(.scalar("", .absent), afterColon..<afterColon)
    }
    return try parseFlowNode(parentColumn: parentColumn, depth: depth)
  }

  private func flowKey(_ scalar: YAMLNode) throws(YAMLFault) -> YAMLNode {
    if scalar.text == "<<", scalar.style == .plain {
      throw YAMLFault(diagnostic: YAMLMessages.feature(.mergeKey, at: location(scalar.span)))
    }
    guard scalar.span.count <= 1_024 else {
      throw YAMLFault(diagnostic: YAMLMessages.keyTooLong(at: location(scalar.span)))
    }
    return scalar
  }

  private mutating func expectComma(from open: Int) throws(YAMLFault) {
    guard current == ASCII.comma else {
      throw YAMLFault(
        diagnostic: YAMLMessages.expectedComma(
          closing: bytes[open] == ASCII.openBracket ? "]" : "}",
          at: location(position..<position + 1), opened: location(open..<open + 1)))
    }
    position += 1
  }

  /// Moves over blanks, line ends and comments inside brackets.
  ///
  /// A line that is not indented more than the collection around the brackets cannot belong to
  /// them: a bracket that was never closed is found there, not at the end of the file.
  private mutating func skipFlowSpace(
    from open: Int, parentColumn: Int
  ) throws(YAMLFault) {
    var isNewLine = false
    while true {
      skipBlanks()
      if isAtComment { position = lineEnd }
      guard current.isBreak else { break }
      skipBreak()
      isNewLine = true
    }
    let isClosing = current == ASCII.closeBracket || current == ASCII.closeBrace
    let isOutside =
      isNewLine && (isClosing ? column < max(0, parentColumn) : column <= parentColumn)
    guard !isAtEnd, !isAtDocumentMarker, !isOutside else {
      throw YAMLFault(
        diagnostic: YAMLMessages.notClosed(
          bracket: bytes[open] == ASCII.openBracket ? "[" : "{", at: location(open..<open + 1)))
    }
  }
}
