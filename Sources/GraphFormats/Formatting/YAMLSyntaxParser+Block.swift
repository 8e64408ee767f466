// SPDX-License-Identifier: Apache-2.0

extension YAMLSyntaxParser {
  typealias Parsed = (node: YAMLSyntaxNode, lineEnd: YAMLComment?)

  /// Reads the node at the position up to the start of the line behind it.
  ///
  /// - Parameters:
  ///   - column: of the position.
  ///   - parent: the column of the list or mapping around it; what belongs to the node is deeper.
  mutating func parseNode(column: Int, parent: Int) throws(YAMLRefusal) -> Parsed {
    if byte(0) == YAMLByte.dash, isEndOrWhite(1) {
      return (try parseSequence(column: column, isIndentless: false), nil)
    }
    if let key = try scanKey() {
      return (try parseMapping(column: column, firstKey: key), nil)
    }
    return try parseValue(parent: parent)
  }

  /// Reads a value that is not a block list or mapping.
  private mutating func parseValue(parent: Int) throws(YAMLRefusal) -> Parsed {
    let start = position
    switch byte(0) {
    case YAMLByte.openBracket, YAMLByte.openBrace:
      var node = try parseFlow()
      if bytes[position...].first(where: { !YAMLByte.isBlank($0) }) == YAMLByte.colon {
        throw refuse(.feature(.collectionKey), at: start..<start + 1)
      }
      node.span = start..<position
      return (node, try finishLine())
    case YAMLByte.bar, YAMLByte.greater:
      return try parseBlockScalar(parent: parent)
    case YAMLByte.doubleQuote, YAMLByte.singleQuote:
      let scalar = try scanQuoted()
      let node = YAMLSyntaxNode(content: .scalar(scalar), span: start..<position)
      return (node, try finishLine())
    default:
      let scalar = try scanPlain(parent: parent)
      let node = YAMLSyntaxNode(content: .scalar(scalar), span: start..<position)
      return (node, try finishLine())
    }
  }

  /// - Parameter isIndentless: whether the list stands in the column of the key it belongs to.
  private mutating func parseSequence(
    column: Int, isIndentless: Bool
  ) throws(YAMLRefusal) -> YAMLSyntaxNode {
    try enterCollection()
    defer { depth -= 1 }
    let start = position
    var sequence = YAMLSyntaxSequence(isFlow: false)
    while byte(0) == YAMLByte.dash, isEndOrWhite(1), self.column == column {
      sequence.items.append(try parseItem(column: column))
      try skipToContent()
    }
    if position < bytes.count, self.column > column { throw refuse(.indentation) }
    sequence.trailing = takeTrailing(from: isIndentless ? column + 1 : column)
    return YAMLSyntaxNode(content: .sequence(sequence), span: start..<start + 1)
  }

  private mutating func parseItem(
    column: Int
  ) throws(YAMLRefusal) -> YAMLSyntaxSequence.Item {
    var item = YAMLSyntaxSequence.Item(leading: takePending())
    position += 1
    let afterDash = position
    while byte(0) == YAMLByte.space { position += 1 }
    if byte(0) == YAMLByte.tab { try checkTrailingTab() }
    if let next = byte(0), !YAMLByte.isBreak(next), next != YAMLByte.number {
      var (node, lineEnd) = try parseNode(column: self.column, parent: column)
      item.leading += hoisted(from: &node)
      item.value = node
      item.lineEnd = lineEnd
      return item
    }
    position = afterDash
    if let comment = try finishLine() { item.leading.append(.comment(comment)) }
    try skipToContent()
    guard position < bytes.count, self.column > column else { return item }
    let before = pending.count
    var (node, lineEnd) = try parseNode(column: self.column, parent: column)
    if !Self.isBlockCollection(node) { item.leading += takeComments(first: before) }
    item.leading += hoisted(from: &node)
    item.value = node
    item.lineEnd = lineEnd
    return item
  }

  /// A tab behind a dash is harmless only when nothing follows.
  private mutating func checkTrailingTab() throws(YAMLRefusal) {
    let tab = position
    while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
    if let next = byte(0), !YAMLByte.isBreak(next), next != YAMLByte.number {
      throw refuse(.tab, at: tab..<tab + 1)
    }
  }

  private mutating func parseMapping(
    column: Int, firstKey: ScannedKey
  ) throws(YAMLRefusal) -> YAMLSyntaxNode {
    try enterCollection()
    defer { depth -= 1 }
    let start = firstKey.span.lowerBound
    var mapping = YAMLSyntaxMapping(isFlow: false)
    var keys: Set<[UInt8]> = []
    var next: ScannedKey? = firstKey
    while let key = next {
      guard keys.insert(key.scalar.text).inserted else {
        let name = String(decoding: key.scalar.text, as: UTF8.self)
        throw refuse(.repeatedKey(name), at: key.span)
      }
      mapping.entries.append(try parseEntry(key, column: column))
      try skipToContent()
      guard position < bytes.count, self.column >= column else { break }
      if self.column > column { throw refuse(.indentation) }
      if byte(0) == YAMLByte.dash, isEndOrWhite(1) { break }
      if isMarker("---") || isMarker("...") { break }
      next = try scanKey()
      if next == nil {
        try checkPlainStart(inFlow: false)
        throw refuse(.noKey)
      }
    }
    mapping.trailing = takeTrailing(from: column)
    return YAMLSyntaxNode(content: .mapping(mapping), span: start..<start + 1)
  }

  /// Reads what follows a key and its colon.
  private mutating func parseEntry(
    _ key: ScannedKey, column: Int
  ) throws(YAMLRefusal) -> YAMLSyntaxMapping.Entry {
    var entry = YAMLSyntaxMapping.Entry(
      leading: takePending(), key: key.scalar, keySpan: key.span)
    let afterColon = position
    while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
    if let next = byte(0), !YAMLByte.isBreak(next), next != YAMLByte.number {
      if next == YAMLByte.dash, isEndOrWhite(1) { throw refuse(.listOnKeyLine) }
      let (node, lineEnd) = try parseValue(parent: column)
      try attach(node, lineEnd, to: &entry)
      return entry
    }
    position = afterColon
    entry.keyComment = try finishLine()
    try skipToContent()
    guard position < bytes.count else { return entry }
    if self.column > column {
      let before = pending.count
      let (node, lineEnd) = try parseNode(column: self.column, parent: column)
      if !Self.isBlockCollection(node) { entry.leading += takeComments(first: before) }
      try attach(node, lineEnd, to: &entry)
    } else if self.column == column, byte(0) == YAMLByte.dash, isEndOrWhite(1) {
      entry.value = try parseSequence(column: column, isIndentless: true)
    }
    return entry
  }

  /// Gives a value to its key, with the comments that stood around opening brackets.
  private mutating func attach(
    _ node: YAMLSyntaxNode, _ lineEnd: YAMLComment?, to entry: inout YAMLSyntaxMapping.Entry
  ) throws(YAMLRefusal) {
    var node = node
    for trivia in hoisted(from: &node) {
      if case .comment(let comment) = trivia, entry.keyComment == nil, node.isFilledCollection {
        entry.keyComment = comment
      } else {
        entry.leading.append(trivia)
      }
    }
    entry.value = node
    entry.lineEnd = lineEnd
  }

  /// Comments that stood between a key or dash and its value on a further line.
  private mutating func takeComments(first count: Int) -> [YAMLTrivia] {
    defer { pending.removeFirst(count) }
    return pending[..<count].filter(Self.isComment)
  }

  /// Comments at the end of a list or mapping that are indented like its items or deeper.
  private mutating func takeTrailing(from column: Int) -> [YAMLTrivia] {
    var end = 0
    for (index, trivia) in pending.enumerated() {
      guard case .comment(let comment) = trivia else { continue }
      guard comment.column >= column else { break }
      end = index + 1
    }
    defer { pending.removeFirst(end) }
    return Array(pending[..<end])
  }

  static func isBlockCollection(_ node: YAMLSyntaxNode) -> Bool {
    switch node.content {
    case .sequence(let sequence): !sequence.isFlow
    case .mapping(let mapping): !mapping.isFlow
    default: false
    }
  }

  static func isComment(_ trivia: YAMLTrivia) -> Bool {
    if case .comment = trivia { return true }
    return false
  }
}
