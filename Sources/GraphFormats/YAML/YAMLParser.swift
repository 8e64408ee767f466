// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// A fault that ends the reading of the part of the text it stands in.
struct YAMLFault: Error {
  var diagnostic: Diagnostic

  /// Whether nothing that follows can be read either.
  var isFinal = false
}

/// Turns a checked text into nodes, by recursive descent that is as deep as the text is nested.
///
/// This file holds the position in the text and what lies between nodes: blanks, line ends,
/// comments, document markers, and how to go on after a fault.
struct YAMLParser {
  let text: SourceText
  let bytes: [UInt8]
  let limits: YAMLReader.Limits

  /// The offset of the next byte.
  var position = 0

  /// The offset at which the line of `position` begins.
  var lineStart = 0

  var diagnostics: [Diagnostic] = []
  var brokenItems: [YAMLPair] = []

  /// The first pair of the outermost list item that is being read.
  var firstPairOfItem: YAMLPair?

  /// Without keys.
  var nodeCount = 0
  private var hasStopped = false

  init(text: SourceText, limits: YAMLReader.Limits) {
    self.text = text
    self.limits = limits
    bytes = text.utf8
  }

  /// The only document of the text; nil when it is empty or unreadable.
  mutating func parseDocument() -> YAMLNode? {
    var root: YAMLNode?
    do throws(YAMLFault) {
      try skipDocumentStart()
      guard !isAtEnd, !isAtDocumentMarker else {
        try expectTextEnd()
        return nil
      }
      root = try parseBlockNode(parentColumn: -1, depth: 1)
      if !hasStopped { try expectTextEnd() }
    } catch {
      // After a final fault the nodes above it cannot be made either.
      if !hasStopped { diagnostics.append(error.diagnostic) }
    }
    return root
  }

  // MARK: - Looking at the text

  var isAtEnd: Bool { position >= bytes.count }

  /// The next byte; 0 at the end, which no checked text contains.
  var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  func byte(after offset: Int) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  /// The column of `position`, from 0. Indentation is of spaces, so bytes are columns there.
  var column: Int { position - lineStart }

  /// Whether the next bytes are `- `, or `-` at the end of a line.
  var isAtListItem: Bool { current == ASCII.hyphen && byte(after: 1).endsIndicator }

  /// Whether the next bytes are `---` or `...`, alone at the beginning of a line.
  var isAtDocumentMarker: Bool {
    guard position == lineStart, current == ASCII.hyphen || current == ASCII.fullStop else {
      return false
    }
    return byte(after: 1) == current && byte(after: 2) == current && byte(after: 3).endsIndicator
  }

  /// Whether a comment begins here: a number sign at the start of a line or after a blank.
  var isAtComment: Bool {
    current == ASCII.numberSign && (position == lineStart || bytes[position - 1].isBlank)
  }

  var isAtLineEnd: Bool { isAtEnd || current.isBreak }

  /// The offset at which the line of `position` ends.
  var lineEnd: Int {
    var end = position
    while end < bytes.count, !bytes[end].isBreak { end += 1 }
    return end
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func location(_ span: Range<Int>) -> SourceLocation { text.location(of: span) }

  // MARK: - Moving on

  mutating func skipBlanks() {
    while current.isBlank { position += 1 }
  }

  /// Moves over one line end: LF, CR or CR LF.
  mutating func skipBreak() {
    position += current == ASCII.carriageReturn && byte(after: 1) == ASCII.lineFeed ? 2 : 1
    lineStart = position
  }

  /// Moves to the next byte that is neither blank nor line end nor comment.
  mutating func skipToContent() throws(YAMLFault) {
    while true {
      let isIndentation = position == lineStart
      var tab: Int?
      while current.isBlank {
        if current == ASCII.tab, tab == nil { tab = position }
        position += 1
      }
      if let tab, isIndentation {
        throw YAMLFault(diagnostic: YAMLMessages.tab(at: location(tab..<tab + 1)))
      }
      if isAtComment { position = lineEnd }
      guard current.isBreak else { return }
      skipBreak()
    }
  }

  /// Requires that nothing but a comment follows on this line.
  mutating func expectLineEnd() throws(YAMLFault) {
    skipBlanks()
    if isAtComment { position = lineEnd }
    guard isAtLineEnd else {
      throw YAMLFault(diagnostic: YAMLMessages.textAfterValue(at: location(position..<lineEnd)))
    }
  }

  /// Moves to where the next part of a collection would begin, and says whether there is one.
  mutating func continues(at column: Int) throws(YAMLFault) -> Bool {
    try skipToContent()
    if isAtEnd || isAtDocumentMarker || self.column < column { return false }
    guard self.column == column else {
      throw YAMLFault(
        diagnostic: YAMLMessages.indentation(
          found: self.column, expected: column, at: location(position..<lineEnd)))
    }
    return true
  }

  private mutating func skipDocumentStart() throws(YAMLFault) {
    try skipToContent()
    if current == ASCII.percent, column == 0 {
      throw YAMLFault(
        diagnostic: YAMLMessages.feature(.directive, at: location(position..<lineEnd)))
    }
    if isAtDocumentMarker, current == ASCII.hyphen {
      position += 3
      try expectLineEnd()
      try skipToContent()
    }
  }

  private mutating func expectTextEnd() throws(YAMLFault) {
    try skipToContent()
    if isAtDocumentMarker, current == ASCII.fullStop {
      position += 3
      try expectLineEnd()
      try skipToContent()
      if isAtEnd { return }
    }
    if isAtEnd { return }
    let place = location(position..<lineEnd)
    throw YAMLFault(
      diagnostic: isAtDocumentMarker || current == ASCII.percent
        ? YAMLMessages.feature(.severalDocuments, at: place)
        : YAMLMessages.textAfterValue(at: place))
  }

  // MARK: - Making nodes

  mutating func node(
    _ content: YAMLNode.Content, _ span: Range<Int>
  ) throws(YAMLFault) -> YAMLNode {
    nodeCount += 1
    guard nodeCount <= limits.nodes else {
      throw YAMLFault(
        diagnostic: YAMLMessages.tooManyNodes(limit: limits.nodes, at: location(span)),
        isFinal: true)
    }
    return YAMLNode(content, span: span)
  }

  func checkDepth(_ depth: Int) throws(YAMLFault) {
    guard depth <= limits.depth else {
      throw YAMLFault(
        diagnostic: YAMLMessages.tooDeep(
          limit: limits.depth, at: location(position..<position + 1)))
    }
  }

  // MARK: - Going on after a fault

  /// Notes a fault in a part of the outermost collection and moves to its next part.
  ///
  /// Returns false when there is none, or when nothing more is to be read.
  mutating func recover(
    from fault: YAMLFault, inPartAt start: Int, column: Int, isSequence: Bool
  ) -> Bool {
    diagnostics.append(fault.diagnostic)
    if isSequence, let pair = firstPairOfItem { brokenItems.append(pair) }
    firstPairOfItem = nil
    guard !fault.isFinal, diagnostics.count < limits.faults else {
      if !fault.isFinal { diagnostics.append(YAMLMessages.tooManyFaults(limits.faults, text.name)) }
      hasStopped = true
      return false
    }
    position = start
    while !isAtEnd {
      position = lineEnd
      guard !isAtEnd else { break }
      skipBreak()
      while current == ASCII.space { position += 1 }
      if self.column == column, !isAtEnd, !current.isBlank, !current.isBreak,
        current != ASCII.numberSign, isAtListItem == isSequence, !isAtDocumentMarker
      {
        return true
      }
    }
    hasStopped = true
    return false
  }
}
