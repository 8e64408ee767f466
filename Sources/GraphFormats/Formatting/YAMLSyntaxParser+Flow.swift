// SPDX-License-Identifier: Apache-2.0

extension YAMLSyntaxParser {
  /// Reads a list in brackets or a mapping in braces, up to behind its closing bracket.
  mutating func parseFlow() throws(YAMLRefusal) -> YAMLSyntaxNode {
    try enterCollection()
    defer { depth -= 1 }
    let start = position
    if byte(0) == YAMLByte.openBracket {
      let sequence = try parseFlowSequence()
      return YAMLSyntaxNode(content: .sequence(sequence), span: start..<position)
    }
    let mapping = try parseFlowMapping()
    return YAMLSyntaxNode(content: .mapping(mapping), span: start..<position)
  }

  /// The comments behind an opening bracket, which stand above the item or key that holds it.
  func hoisted(from node: inout YAMLSyntaxNode) -> [YAMLTrivia] {
    switch node.content {
    case .sequence(var sequence):
      defer {
        sequence.opening = []
        node.content = .sequence(sequence)
      }
      return sequence.opening
    case .mapping(var mapping):
      defer {
        mapping.opening = []
        node.content = .mapping(mapping)
      }
      return mapping.opening
    default: return []
    }
  }

  private mutating func parseFlowSequence() throws(YAMLRefusal) -> YAMLSyntaxSequence {
    let opening = position
    position += 1
    var sequence = YAMLSyntaxSequence(isFlow: true)
    var space = try skipFlowSpace(opening)
    if let comment = space.sameLine { sequence.opening.append(.comment(comment)) }
    var carried = space.ownLine
    while byte(0) != YAMLByte.closeBracket {
      var item = YAMLSyntaxSequence.Item(leading: carried)
      var node = try parseFlowItem()
      item.leading += hoisted(from: &node)
      item.value = node
      space = try skipFlowSpace(opening)
      (item.lineEnd, carried) = (space.sameLine, space.ownLine)
      if byte(0) == YAMLByte.comma {
        position += 1
        space = try skipFlowSpace(opening)
        if let comment = space.sameLine {
          if item.lineEnd == nil, carried.isEmpty {
            item.lineEnd = comment
          } else {
            carried.append(.comment(comment))
          }
        }
        carried += space.ownLine
      } else if byte(0) != YAMLByte.closeBracket {
        throw unexpectedFlowItem()
      }
      sequence.items.append(item)
    }
    position += 1
    sequence.trailing = carried
    if sequence.items.isEmpty {
      sequence.opening += sequence.trailing
      sequence.trailing = []
    }
    return sequence
  }

  private mutating func parseFlowMapping() throws(YAMLRefusal) -> YAMLSyntaxMapping {
    let opening = position
    position += 1
    var mapping = YAMLSyntaxMapping(isFlow: true)
    var keys: Set<[UInt8]> = []
    var space = try skipFlowSpace(opening)
    if let comment = space.sameLine { mapping.opening.append(.comment(comment)) }
    var carried = space.ownLine
    while byte(0) != YAMLByte.closeBrace {
      let keyStart = position
      let key = try scanFlowScalar()
      let keySpan = keyStart..<position
      guard skipFlowColon(afterQuote: key.style == .quoted) else {
        throw position < bytes.count
          ? refuse(.noKey, at: keySpan) : refuse(.unclosedFlow("{"), at: opening..<opening + 1)
      }
      try checkKey(key, at: keySpan)
      guard keys.insert(key.text).inserted else {
        let name = String(decoding: key.text, as: UTF8.self)
        throw refuse(.repeatedKey(name), at: keySpan)
      }
      var entry = YAMLSyntaxMapping.Entry(leading: carried, key: key, keySpan: keySpan)
      try parseFlowValue(of: &entry, opening: opening, closing: YAMLByte.closeBrace)
      space = try skipFlowSpace(opening)
      (entry.lineEnd, carried) = (space.sameLine, space.ownLine)
      if byte(0) == YAMLByte.comma {
        position += 1
        space = try skipFlowSpace(opening)
        if let comment = space.sameLine {
          if entry.lineEnd == nil, carried.isEmpty {
            entry.lineEnd = comment
          } else {
            carried.append(.comment(comment))
          }
        }
        carried += space.ownLine
      } else if byte(0) != YAMLByte.closeBrace {
        throw unexpectedFlowItem()
      }
      mapping.entries.append(entry)
    }
    position += 1
    mapping.trailing = carried
    if mapping.entries.isEmpty {
      mapping.opening += mapping.trailing
      mapping.trailing = []
    }
    return mapping
  }

  /// An item of a list in brackets: a node, or one `key: value`, which is a mapping of its own.
  private mutating func parseFlowItem() throws(YAMLRefusal) -> YAMLSyntaxNode {
    let start = position
    if byte(0) == YAMLByte.openBracket || byte(0) == YAMLByte.openBrace {
      let node = try parseFlow()
      if skipFlowColon(afterQuote: true) {
        throw refuse(.feature(.collectionKey), at: start..<start + 1)
      }
      return node
    }
    let scalar = try scanFlowScalar()
    let span = start..<position
    guard skipFlowColon(afterQuote: scalar.style == .quoted) else {
      return YAMLSyntaxNode(content: .scalar(scalar), span: span)
    }
    try checkKey(scalar, at: span)
    try enterCollection()
    defer { depth -= 1 }
    var entry = YAMLSyntaxMapping.Entry(key: scalar, keySpan: span)
    try parseFlowValue(of: &entry, opening: start, closing: YAMLByte.closeBracket)
    // In front of a pair without braces a comment can only stand above the item.
    let above = entry.leading
    entry.leading = []
    let mapping = YAMLSyntaxMapping(isFlow: true, entries: [entry], opening: above)
    return YAMLSyntaxNode(content: .mapping(mapping), span: start..<position)
  }

  /// Reads what follows the colon of a pair.
  private mutating func parseFlowValue(
    of entry: inout YAMLSyntaxMapping.Entry, opening: Int, closing: UInt8
  ) throws(YAMLRefusal) {
    let space = try skipFlowSpace(opening)
    guard byte(0) != YAMLByte.comma, byte(0) != closing else {
      let key = String(decoding: entry.key.text, as: UTF8.self)
      throw refuse(.noFlowValue(key), at: entry.keySpan)
    }
    if let comment = space.sameLine { entry.leading.append(.comment(comment)) }
    entry.leading += space.ownLine
    let start = position
    if byte(0) == YAMLByte.openBracket || byte(0) == YAMLByte.openBrace {
      var node = try parseFlow()
      entry.leading += hoisted(from: &node)
      entry.value = node
    } else {
      let scalar = try scanFlowScalar()
      entry.value = YAMLSyntaxNode(content: .scalar(scalar), span: start..<position)
    }
    if skipFlowColon(afterQuote: false) {
      throw refuse(.flowItem(":"), at: position - 1..<position)
    }
  }

  /// Passes over the colon of a pair on the line of its key.
  private mutating func skipFlowColon(afterQuote: Bool) -> Bool {
    let start = position
    while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
    let ends = isEndOrWhite(1) || byte(1).map(YAMLByte.isFlowIndicator) == true
    guard byte(0) == YAMLByte.colon, ends || afterQuote else {
      position = start
      return false
    }
    position += 1
    return true
  }

  private func unexpectedFlowItem() -> YAMLRefusal {
    let found = bytes[position...].prefix { !YAMLByte.isBlank($0) && !YAMLByte.isBreak($0) }
    let text = String(decoding: found.prefix(20), as: UTF8.self).unicodeScalars
      .filter { $0.value != 0xFFFD }
    return refuse(
      .flowItem(String(String.UnicodeScalarView(text))), at: position..<position + found.count)
  }

  /// Passes over white space, line ends and comments inside brackets.
  ///
  /// - Parameter opening: the bracket to name when the text ends before it is closed.
  private mutating func skipFlowSpace(
    _ opening: Int
  ) throws(YAMLRefusal) -> (sameLine: YAMLComment?, ownLine: [YAMLTrivia]) {
    var sameLine: YAMLComment?
    var ownLine: [YAMLTrivia] = []
    var isSameLine = true
    while let next = byte(0) {
      if YAMLByte.isBlank(next) {
        position += 1
      } else if YAMLByte.isBreak(next) {
        isSameLine = false
        skipBreak()
        if isMarker("---") || isMarker("...") { throw refuse(.feature(.documents)) }
      } else if next == YAMLByte.number {
        let before = position > lineStart ? bytes[position - 1] : YAMLByte.space
        guard YAMLByte.isBlank(before) else { throw refuse(.commentWithoutSpace) }
        let comment = scanComment()
        if isSameLine { sameLine = comment } else { ownLine.append(.comment(comment)) }
      } else {
        return (sameLine, ownLine)
      }
    }
    let bracket = String(UnicodeScalar(bytes[opening]))
    let isBracket = bytes[opening] == YAMLByte.openBracket || bytes[opening] == YAMLByte.openBrace
    throw refuse(.unclosedFlow(isBracket ? bracket : "["), at: opening..<opening + 1)
  }

  private mutating func scanFlowScalar() throws(YAMLRefusal) -> YAMLSyntaxScalar {
    guard let next = byte(0) else { return YAMLSyntaxScalar(text: [], style: .plain) }
    if next == YAMLByte.doubleQuote || next == YAMLByte.singleQuote { return try scanQuoted() }
    return try scanFlowPlain()
  }
}
