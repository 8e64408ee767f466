// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// Finds the questions and references of a brief in its tree, and puts their numbers in their
/// places.
struct BriefQuestionFinder {
  private(set) var blocks: [Brief.Question<BriefBlock>] = []
  private(set) var quotations: [Brief.Question<BriefQuotation>] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let source: SourceText

  /// The labels of blocks by their stems, with the place of the first.
  private var labels: [String: SourceLocation] = [:]
  private static let mark = "{.entente}"

  init(_ source: SourceText) { self.source = source }

  /// The node with everything in it rewritten.
  mutating func rewritten(_ node: MarkdownNode) -> MarkdownNode {
    var node = node
    if case .codeBlock(let info, let text, isFenced: true) = node.kind,
      isBlock(info, at: node.lines.lowerBound)
    {
      readBlock(node, info: info, text: text)
      node.kind = .block(blocks.count - 1)
      return node
    }
    var children: [MarkdownNode] = []
    children.reserveCapacity(node.children.count)
    var pending = node.children[...]
    while let child = pending.popFirst() {
      guard case .code(let code) = child.kind, let next = pending.first,
        case .text(let text) = next.kind, text.hasPrefix(Self.mark)
      else {
        if case .text(let text) = child.kind {
          children += BriefReferences.parts(of: text, node: child)
        } else {
          children.append(rewritten(child))
        }
        continue
      }
      readQuotation(child, code)
      var quotation = child
      quotation.kind = .quotation(quotations.count - 1)
      children.append(quotation)
      var rest = next
      rest.kind = .text(String(text.dropFirst(Self.mark.count)))
      pending[pending.startIndex] = rest
    }
    node.children = children
    return node
  }

  private func isBlock(_ info: String, at line: Int) -> Bool {
    // Few info strings hold the word, so few are read twice.
    guard info.contains("entente") else { return false }
    let passage = BriefPassage(
      source, text: info, at: SourceLocation(file: source.name, line: line, column: 0))
    return BriefBlockReader.isBlock(info: 0..<passage.bytes.count, in: passage)
  }

  // MARK: Blocks

  private mutating func readBlock(_ node: MarkdownNode, info: String, text: String) {
    let line = node.lines.lowerBound
    let range = source.range(ofLine: line)
    let fence = min(range.lowerBound + node.column - 1, range.upperBound)
    let place = source.location(of: fence..<range.upperBound)
    // The info string as it stands in the source: the parser takes escapes out of it.
    var start = fence
    while start < range.upperBound, [0x60, 0x7E].contains(source.utf8[start]) { start += 1 }
    let head =
      start - fence >= 3
      ? BriefPassage(source, range: start..<range.upperBound)
      : BriefPassage(source, text: info, at: place)
    let body = BriefPassage(
      source, content: text.utf8.filter { $0 != 0x0D }, firstLine: line + 1)
    var reading = BriefBlockReader.block(
      info: 0..<head.bytes.count, in: head, body: body, place: place)
    if let block = reading.value, let stem = block.stem, let label = block.label {
      if let first = labels[stem] {
        reading.diagnostics.append(BriefMessages.repeatedLabel(label, at: place, first: first))
      } else {
        labels[stem] = place
      }
    }
    let lastLine = source.range(ofLine: node.lines.upperBound)
    diagnostics += reading.diagnostics
    blocks.append(
      Brief.Question(
        value: reading.value, diagnostics: reading.diagnostics,
        span: fence..<max(fence, lastLine.upperBound), place: place))
  }

  // MARK: Inline code

  private mutating func readQuotation(_ node: MarkdownNode, _ code: String) {
    let span = span(ofCode: node)
    let line = source.range(ofLine: node.lines.lowerBound)
    let place = source.location(of: span ?? line)
    let inner = span.flatMap { span -> BriefPassage? in
      let ticks = source.utf8[span].prefix { $0 == 0x60 }.count
      let range = span.lowerBound + ticks..<span.upperBound - ticks - Self.mark.utf8.count
      let passage = BriefPassage(source, range: range)
      let words = passage.bytes.map { $0 == 0x0A ? 0x20 : $0 }
      return words.elementsEqual(code.utf8) ? passage : nil
    }
    let reading = BriefBlockReader.quotation(
      inner ?? BriefPassage(source, text: code, at: place), place: place)
    diagnostics += reading.diagnostics
    quotations.append(
      Brief.Question(
        value: reading.value, diagnostics: reading.diagnostics, span: span, place: place))
  }

  /// The bytes of inline code with its backticks and the mark behind it.
  private func span(ofCode node: MarkdownNode) -> Range<Int>? {
    let limit = source.range(ofLine: node.lines.upperBound).upperBound
    var start = source.start(ofLine: node.lines.lowerBound) + node.column - 1
    guard start < limit else { return nil }
    // The parser says where the code begins, with or without the space before it.
    while start > 0, source.utf8[start - 1] == 0x20 { start -= 1 }
    var ticks = 0
    while start > 0, source.utf8[start - 1] == 0x60 {
      start -= 1
      ticks += 1
    }
    guard ticks > 0 else { return nil }
    var index = start + ticks
    while index < limit {
      guard source.utf8[index] == 0x60 else {
        index += 1
        continue
      }
      let run = source.utf8[index..<limit].prefix { $0 == 0x60 }.count
      index += run
      if run == ticks {
        let end = index + Self.mark.utf8.count
        guard end <= limit, source.utf8[index..<end].elementsEqual(Self.mark.utf8) else {
          return nil
        }
        return start..<end
      }
    }
    return nil
  }
}

/// Finds references such as `@fig-states` in running text.
enum BriefReferences {
  private static let starts = ["@fig-", "@fig:", "@tbl-", "@tbl:"].map { Array($0.utf8) }

  /// The text parted at its references.
  static func parts(of text: String, node: MarkdownNode) -> [MarkdownNode] {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return [node] }
    let bytes = Array(text.utf8)
    var parts: [MarkdownNode] = []
    var start = 0
    func append(_ kind: MarkdownNode.Kind) {
      parts.append(MarkdownNode(kind, lines: node.lines, column: node.column))
    }
    for range in ranges(in: bytes) {
      if range.lowerBound > start {
        append(.text(String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)))
      }
      append(.reference(String(decoding: bytes[range].dropFirst(), as: UTF8.self)))
      start = range.upperBound
    }
    if start == 0 { return [node] }
    if start < bytes.count { append(.text(String(decoding: bytes[start...], as: UTF8.self))) }
    return parts
  }

  /// Where references stand, the sign before them included.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "@"),
        let prefix = starts.first(where: { bytes[index...].starts(with: $0) }),
        index == 0 || !BriefLabel.mayContain(bytes[index - 1])
      else {
        index += 1
        continue
      }
      var end = index + prefix.count
      while end < bytes.count, BriefLabel.mayContain(bytes[end]) { end += 1 }
      // A full stop or a colon behind the label belongs to the sentence.
      while end > index + prefix.count, [0x2E, 0x3A].contains(bytes[end - 1]) { end -= 1 }
      if end > index + prefix.count { ranges.append(index..<end) }
      index = max(end, index + 1)
    }
    return ranges
  }
}
