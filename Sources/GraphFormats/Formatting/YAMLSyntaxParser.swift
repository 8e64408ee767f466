// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Why a text is not read.
struct YAMLRefusal: Error {
  let diagnostic: Diagnostic
}

/// Reads the part of YAML that datasets use into a tree that keeps comments and blank lines.
///
/// Read as YAML 1.2, with what libyaml adds or leaves away: whatever this parser accepts, libyaml
/// reads to the same tree. The first fault ends the reading; nothing is guessed.
///
/// ## Topics
/// - A text: ``parse(_:)``
/// - Lines: ``skipToContent()``, ``finishLine()``
/// - Blocks: `YAMLSyntaxParser+Block.swift`
/// - Brackets: `YAMLSyntaxParser+Flow.swift`
/// - Scalars: `YAMLSyntaxParser+Scalars.swift`, `YAMLSyntaxParser+BlockScalars.swift`
struct YAMLSyntaxParser {
  static let sizeLimit = 64 << 20
  static let depthLimit = 64
  /// libyaml gives up looking for the colon of a key after 1024 characters, escapes included.
  static let keyLimit = 160

  let source: SourceText
  let bytes: [UInt8]
  var position = 0
  /// Where the line of `position` begins.
  var lineStart = 0
  /// Comments and blank lines that no item has taken yet.
  var pending: [YAMLTrivia] = []
  var comments: [[UInt8]] = []
  var depth = 0

  /// Complexity: linear in the length of the text.
  ///
  /// - Throws: the first reason not to read it.
  static func parse(_ source: SourceText) throws(YAMLRefusal) -> YAMLSyntaxDocument {
    guard source.utf8.count <= sizeLimit else {
      throw YAMLRefusal(
        diagnostic: YAMLFormattingFinding.tooLarge(limit: sizeLimit)
          .diagnostic(at: SourceLocation(file: source.name)))
    }
    var parser = YAMLSyntaxParser(source: source, bytes: source.utf8)
    try parser.checkCharacters()
    return try parser.parseDocument()
  }

  private init(source: SourceText, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }

  private mutating func parseDocument() throws(YAMLRefusal) -> YAMLSyntaxDocument {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      lineStart = 3
    }
    try skipToContent()
    if byte(0) == YAMLByte.percent, column == 0 { throw refuse(.feature(.directive)) }
    if isMarker("---") {
      position += 3
      if let comment = try finishMarkerLine() { pending.append(.comment(comment)) }
      try skipToContent()
    }
    if isMarker("---") || isMarker("...") { throw refuse(.feature(.documents)) }
    guard position < bytes.count else {
      return YAMLSyntaxDocument(root: nil, leading: takeLastPending(), comments: comments)
    }
    var document = YAMLSyntaxDocument()
    let first = position
    let isBracket = byte(0) == YAMLByte.openBracket || byte(0) == YAMLByte.openBrace
    if isBracket { document.leading = takePending() }
    var (root, lineEnd) = try parseNode(column: column, parent: -1)
    try skipToContent()
    if position < bytes.count {
      if isMarker("---") || isMarker("...") { throw refuse(.feature(.documents)) }
      throw refuse(.indentation)
    }
    if let lineEnd { document.leading.append(.comment(lineEnd)) }
    document.leading += hoisted(from: &root)
    let rest = takeLastPending()
    switch root.content {
    case .scalar, .blockScalar:
      throw refuse(.noCollection, at: first..<first + 1)
    case .sequence(var sequence):
      sequence.trailing += rest
      root.content = .sequence(sequence)
    case .mapping(var mapping):
      mapping.trailing += rest
      root.content = .mapping(mapping)
    }
    document.root = root
    document.comments = comments
    return document
  }

  private mutating func finishMarkerLine() throws(YAMLRefusal) -> YAMLComment? {
    while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
    if let next = byte(0), next != YAMLByte.number, !YAMLByte.isBreak(next) {
      throw refuse(.feature(.contentAfterMarker))
    }
    return try finishLine()
  }
}

// MARK: - Reading lines

extension YAMLSyntaxParser {
  /// The byte so far behind the position; nil behind the end.
  func byte(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  /// In bytes from 0; only used where nothing but ASCII stands before the position.
  var column: Int { position - lineStart }

  /// Whether nothing, a line end or white space stands so far behind the position.
  func isEndOrWhite(_ offset: Int) -> Bool {
    guard let byte = byte(offset) else { return true }
    return YAMLByte.isBlank(byte) || YAMLByte.isBreak(byte)
  }

  func isMarker(_ marker: String) -> Bool {
    column == 0 && bytes[position...].starts(with: marker.utf8) && isEndOrWhite(3)
  }

  /// Goes one list or mapping deeper; whoever calls comes back up.
  mutating func enterCollection() throws(YAMLRefusal) {
    guard depth < Self.depthLimit else { throw refuse(.tooDeep(limit: Self.depthLimit)) }
    depth += 1
  }

  /// What stands at the end of the text, without blank lines behind the last comment.
  private mutating func takeLastPending() -> [YAMLTrivia] {
    if case .blank? = pending.last { pending.removeLast() }
    return takePending()
  }

  mutating func takePending() -> [YAMLTrivia] {
    defer { pending = [] }
    return pending
  }

  /// The reason not to go on, at the position or at a given place.
  func refuse(_ finding: YAMLFormattingFinding, at span: Range<Int>? = nil) -> YAMLRefusal {
    let place = source.location(of: span ?? position..<position + 1)
    return YAMLRefusal(diagnostic: finding.diagnostic(at: place))
  }

  /// Passes over one line end.
  mutating func skipBreak() {
    if byte(0) == YAMLByte.carriageReturn, byte(1) == YAMLByte.lineFeed { position += 1 }
    position += 1
    lineStart = position
  }

  /// From the start of a line to the next text, gathering comments and blank lines.
  mutating func skipToContent() throws(YAMLRefusal) {
    while true {
      while byte(0) == YAMLByte.space { position += 1 }
      guard let next = byte(0) else { return }
      if next == YAMLByte.tab {
        let tab = position
        while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
        guard byte(0).map(YAMLByte.isBreak) ?? true else {
          throw refuse(.tab, at: tab..<tab + 1)
        }
        guard byte(0) != nil else { return }
        addBlankLine()
        skipBreak()
      } else if YAMLByte.isBreak(next) {
        addBlankLine()
        skipBreak()
      } else if next == YAMLByte.number {
        pending.append(.comment(scanComment()))
        if byte(0) != nil { skipBreak() }
      } else {
        return
      }
    }
  }

  mutating func addBlankLine() {
    if case .blank? = pending.last { return }
    pending.append(.blank)
  }

  /// From `#` to the end of the line.
  mutating func scanComment() -> YAMLComment {
    let start = position
    while let next = byte(0), !YAMLByte.isBreak(next) { position += 1 }
    var end = position
    while end > start, YAMLByte.isBlank(bytes[end - 1]) { end -= 1 }
    let comment = YAMLComment(text: Array(bytes[start..<end]), column: start - lineStart)
    comments.append(comment.text)
    return comment
  }

  /// From behind a value to the start of the next line, or to the end of the text, which then
  /// counts as the start of a line.
  ///
  /// - Returns: the comment that stands there.
  mutating func finishLine() throws(YAMLRefusal) -> YAMLComment? {
    let comment = try scanLineEnd()
    if byte(0) != nil { skipBreak() } else { lineStart = position }
    return comment
  }

  /// From behind a value to the end of its line.
  mutating func scanLineEnd() throws(YAMLRefusal) -> YAMLComment? {
    let start = position
    while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
    guard let next = byte(0), !YAMLByte.isBreak(next) else { return nil }
    guard next == YAMLByte.number else {
      let isKey = next == YAMLByte.colon && isEndOrWhite(1)
      throw refuse(isKey ? .colonInText : .textAfterValue)
    }
    guard position > start else { throw refuse(.commentWithoutSpace) }
    return scanComment()
  }

  /// Refuses what no YAML text may hold anywhere, and what libyaml takes as a line end.
  private func checkCharacters() throws(YAMLRefusal) {
    if let fault = TextEncodingFault.first(in: bytes) {
      throw refuse(.encoding(fault.kind), at: fault.offset..<fault.offset + 1)
    }
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let lead = bytes[index]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      if lead < 0x20 || lead == 0x7F || lead == 0xC2 || lead >= 0xE2 {
        let scalar =
          String(decoding: bytes[index..<index + length], as: UTF8.self)
          .unicodeScalars.first?.value ?? 0
        if YAMLCharacters.isRefused(scalar) {
          throw refuse(.character(scalar), at: index..<index + length)
        }
      }
      index += length
    }
  }
}
