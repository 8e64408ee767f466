// SPDX-License-Identifier: Apache-2.0

/// Writes a document in canonical form.
///
/// Two spaces a level; one blank line between entries, elsewhere the author's, never two; what
/// stands in brackets stays in them as long as it fits on its line and holds no comment.
struct YAMLSyntaxPrinter {
  private var output: [UInt8] = []

  /// Complexity: linear in the size of the document.
  ///
  /// - Parameter document: made canonical.
  static func print(_ document: YAMLSyntaxDocument) -> [UInt8] {
    var printer = YAMLSyntaxPrinter()
    printer.write(document.leading, indentation: 0, isFirst: true)
    guard let root = document.root else { return printer.output }
    switch root.content {
    case .scalar, .blockScalar: break
    case .sequence(let sequence) where sequence.items.isEmpty: printer.output += "[]\n".utf8
    case .mapping(let mapping) where mapping.entries.isEmpty: printer.output += "{}\n".utf8
    case .sequence(let sequence): printer.write(sequence, indentation: 0, isRoot: true)
    case .mapping(let mapping): printer.write(mapping, indentation: 0)
    }
    switch root.content {
    case .sequence(let sequence) where sequence.items.isEmpty:
      printer.write(sequence.trailing, indentation: 0, isFirst: false)
    case .mapping(let mapping) where mapping.entries.isEmpty:
      printer.write(mapping.trailing, indentation: 0, isFirst: false)
    default: break
    }
    return printer.output
  }

  // MARK: - Lists and mappings

  /// - Parameter isInline: whether the first line has begun, behind a dash.
  private mutating func write(
    _ sequence: YAMLSyntaxSequence, indentation: Int, isRoot: Bool = false, isInline: Bool = false
  ) {
    let isListOfEntries =
      isRoot
      && sequence.items.allSatisfy {
        if case .mapping? = $0.value?.content { return true }
        return false
      }
    for (index, item) in sequence.items.enumerated() {
      if index > 0, isListOfEntries { writeBlankLine() }
      if index > 0 || !isInline {
        let isFirst = index == 0 && (!isRoot || output.isEmpty)
        write(item.leading, indentation: indentation, isFirst: isFirst)
        indent(indentation)
      }
      output.append(YAMLByte.dash)
      write(item, indentation: indentation + 2)
    }
    write(sequence.trailing, indentation: indentation, isFirst: false)
  }

  private mutating func write(
    _ mapping: YAMLSyntaxMapping, indentation: Int, isInline: Bool = false
  ) {
    for (index, entry) in mapping.entries.enumerated() {
      if index > 0 || !isInline {
        let isFirst = index == 0 && (indentation > 0 || output.isEmpty)
        write(entry.leading, indentation: indentation, isFirst: isFirst)
        indent(indentation)
      }
      write(entry, indentation: indentation)
    }
    write(mapping.trailing, indentation: indentation, isFirst: false)
  }

  /// The value of an item, behind its dash.
  private mutating func write(_ item: YAMLSyntaxSequence.Item, indentation: Int) {
    guard let node = item.value else {
      finishLine(item.lineEnd)
      return
    }
    output.append(YAMLByte.space)
    switch node.content {
    case .scalar(let scalar):
      write(scalar, column: indentation, indentation: indentation)
      finishLine(item.lineEnd)
    case .blockScalar(let scalar):
      write(scalar, indentation: indentation, lineEnd: item.lineEnd)
    case .sequence(var sequence):
      if let line = line(of: node, column: indentation) {
        output += line
        finishLine(item.lineEnd)
      } else {
        if let comment = item.lineEnd { sequence.trailing.append(.comment(comment)) }
        write(sequence, indentation: indentation, isInline: true)
      }
    case .mapping(var mapping):
      if let line = line(of: node, column: indentation) {
        output += line
        finishLine(item.lineEnd)
      } else {
        if let comment = item.lineEnd { mapping.trailing.append(.comment(comment)) }
        write(mapping, indentation: indentation, isInline: true)
      }
    }
  }

  /// A key and its value, the key's line being indented already.
  private mutating func write(_ entry: YAMLSyntaxMapping.Entry, indentation: Int) {
    let key = YAMLScalarWriter.line(entry.key, inFlow: false)
    output += key
    output.append(YAMLByte.colon)
    let column = indentation + YAMLText.width(key) + 2
    let comment = entry.lineEnd ?? entry.keyComment
    switch entry.value?.content {
    case nil:
      finishLine(comment)
    case .scalar(let scalar)?:
      output.append(YAMLByte.space)
      write(scalar, column: column, indentation: indentation + 2)
      finishLine(comment)
    case .blockScalar(let scalar)?:
      output.append(YAMLByte.space)
      write(scalar, indentation: indentation + 2, lineEnd: comment)
    case .sequence(let sequence)?:
      if let line = entry.value.flatMap({ line(of: $0, column: column) }) {
        output.append(YAMLByte.space)
        output += line
        finishLine(comment)
      } else {
        finishLine(comment)
        write(sequence, indentation: indentation + 2)
      }
    case .mapping(let mapping)?:
      if let line = entry.value.flatMap({ line(of: $0, column: column) }) {
        output.append(YAMLByte.space)
        output += line
        finishLine(comment)
      } else {
        finishLine(comment)
        write(mapping, indentation: indentation + 2)
      }
    }
  }

  // MARK: - In brackets

  /// The node in brackets, when it was written so, holds no comment and fits on the line.
  private func line(of node: YAMLSyntaxNode, column: Int) -> [UInt8]? {
    guard node.isFlow, !node.holdsComments else { return nil }
    if !node.isFilledCollection { return Self.emptyLine(of: node) }
    var line: [UInt8] = []
    let isComplete = append(node, to: &line, limit: YAMLText.lineWidth - column)
    return isComplete && YAMLText.width(line) + column <= YAMLText.lineWidth ? line : nil
  }

  private static func emptyLine(of node: YAMLSyntaxNode) -> [UInt8] {
    if case .mapping = node.content { return [YAMLByte.openBrace, YAMLByte.closeBrace] }
    return [YAMLByte.openBracket, YAMLByte.closeBracket]
  }

  /// - Returns: false as soon as the line is sure to be wider than the limit.
  private func append(_ node: YAMLSyntaxNode, to line: inout [UInt8], limit: Int) -> Bool {
    switch node.content {
    case .blockScalar: return false
    case .scalar(let scalar):
      line += YAMLScalarWriter.line(scalar, inFlow: true)
    case .sequence(let sequence):
      line.append(YAMLByte.openBracket)
      for (index, item) in sequence.items.enumerated() {
        if index > 0 { line += ", ".utf8 }
        guard let value = item.value, append(value, to: &line, limit: limit) else { return false }
      }
      line.append(YAMLByte.closeBracket)
    case .mapping(let mapping):
      line.append(YAMLByte.openBrace)
      for (index, entry) in mapping.entries.enumerated() {
        if index > 0 { line += ", ".utf8 }
        line += YAMLScalarWriter.line(entry.key, inFlow: true)
        line += ": ".utf8
        guard let value = entry.value, append(value, to: &line, limit: limit) else { return false }
      }
      line.append(YAMLByte.closeBrace)
    }
    // No character takes more than four bytes.
    return line.count / 4 <= max(0, limit)
  }

  // MARK: - Scalars and lines

  private mutating func write(_ scalar: YAMLSyntaxScalar, column: Int, indentation: Int) {
    for (index, line) in YAMLScalarWriter.lines(scalar, column: column).enumerated() {
      if index > 0 {
        output.append(YAMLByte.lineFeed)
        if !line.isEmpty { indent(indentation) }
      }
      output += line
    }
  }

  private mutating func write(
    _ scalar: YAMLBlockScalar, indentation: Int, lineEnd: YAMLComment?
  ) {
    guard let first = scalar.lines.first(where: { !$0.isEmpty })?.first else {
      let newlines = Array(repeating: YAMLByte.lineFeed, count: scalar.trailingNewlines)
      output += YAMLScalarWriter.line(.init(text: newlines, style: .quoted), inFlow: false)
      finishLine(lineEnd)
      return
    }
    output.append(scalar.isFolded ? YAMLByte.greater : YAMLByte.bar)
    // Text that begins with white space does not show how far it is indented.
    if YAMLByte.isBlank(first) { output.append(UInt8(ascii: "2")) }
    if scalar.trailingNewlines == 0 { output.append(YAMLByte.dash) }
    if scalar.trailingNewlines > 1 { output.append(UInt8(ascii: "+")) }
    finishLine(lineEnd)
    for line in scalar.lines {
      if !line.isEmpty { indent(indentation) }
      output += line
      output.append(YAMLByte.lineFeed)
    }
    for _ in 0..<max(0, scalar.trailingNewlines - 1) { output.append(YAMLByte.lineFeed) }
  }

  private mutating func finishLine(_ comment: YAMLComment?) {
    if let comment {
      output += [YAMLByte.space, YAMLByte.space]
      output += comment.text
    }
    output.append(YAMLByte.lineFeed)
  }

  /// Comments on lines of their own, and the blank lines between them.
  ///
  /// - Parameter isFirst: whether they begin a list or mapping, where no blank line stands.
  private mutating func write(_ trivia: [YAMLTrivia], indentation: Int, isFirst: Bool) {
    var isFirst = isFirst
    for part in trivia {
      switch part {
      case .blank:
        if !isFirst { writeBlankLine() }
      case .comment(let comment):
        indent(indentation)
        output += comment.text
        output.append(YAMLByte.lineFeed)
        isFirst = false
      }
    }
  }

  private mutating func writeBlankLine() {
    let isSeparated = output.isEmpty || output.suffix(2).allSatisfy { $0 == YAMLByte.lineFeed }
    if !isSeparated { output.append(YAMLByte.lineFeed) }
  }

  private mutating func indent(_ count: Int) {
    output += Array(repeating: YAMLByte.space, count: count)
  }
}
