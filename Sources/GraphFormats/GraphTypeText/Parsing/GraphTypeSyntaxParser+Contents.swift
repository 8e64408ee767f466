// SPDX-License-Identifier: Apache-2.0

extension GraphTypeSyntaxParser {
  /// Reads `( [alias] [filler] )`.
  mutating func parseParenthesised() throws(Failure) -> ElementContents {
    try expect(.leftParenthesis)
    var contents = ElementContents()
    if current.canBeName, !labelsBegin {
      contents.alias = try takeName(expecting: "an alias")
    }
    try parseFiller(into: &contents)
    try expect(.rightParenthesis, expecting: expectation(after: contents, closing: "')'"))
    return contents
  }

  /// Reads `[labels] [=> [labels]] [{properties}]`.
  mutating func parseFiller(into contents: inout ElementContents) throws(Failure) {
    let start = index
    if labelsBegin { contents.labels = try parseLabels(into: &contents) }
    if take(.implies as GraphTypeToken.Symbol) || take(.implies as GraphTypeKeyword) {
      contents.hasKey = true
      contents.keyLabels = contents.labels
      contents.labels = []
      if labelsBegin { contents.labels = try parseLabels(into: &contents) }
      for label in contents.labels
      where contents.keyLabels.contains(where: { $0.text == label.text }) {
        report(.listedTwice(label.text), at: label.span)
      }
      contents.labels.removeAll { label in
        contents.keyLabels.contains { $0.text == label.text }
      }
    }
    if index > start { contents.labelSpan = span(from: start) }
    if isAt(.leftBrace) {
      let brace = index
      contents.properties = try parseProperties()
      contents.propertySpan = span(from: brace)
    }
  }

  /// What could stand where the contents of an element were left.
  func expectation(after contents: ElementContents, closing: String) -> String {
    if contents.propertySpan != nil { return closing }
    if contents.labels.isEmpty { return "a label, '{' or \(closing)" }
    return contents.hasKey ? "'&', '{' or \(closing)" : "'&', '=>', '{' or \(closing)"
  }

  /// Whether `:A`, `IS A`, `LABEL A` or `LABELS A` begins here.
  ///
  /// `LABEL` may also be a name.
  var labelsBegin: Bool {
    if isAt(.colon) || isAt(.is) { return true }
    return (isAt(.label) || isAt(.labels)) && token(after: 1).canBeName
  }

  /// Whether labels, `=>` or properties begin here.
  var fillerBegins: Bool {
    labelsBegin || isAt(.leftBrace) || isAt(.implies as GraphTypeToken.Symbol)
      || isAt(.implies as GraphTypeKeyword)
  }

  /// `: A & B`, or `: A | B` for ends.
  private mutating func parseLabels(
    into contents: inout ElementContents
  ) throws(Failure) -> [SpannedName] {
    advance()
    var names = [try takeName(expecting: "a label")]
    var separator: GraphTypeToken.Symbol?
    while isAt(.ampersand) || isAt(.bar) {
      let found: GraphTypeToken.Symbol = isAt(.bar) ? .bar : .ampersand
      if let separator, separator != found { throw expected("'\(separator.rawValue)' again") }
      separator = found
      advance()
      try append(try takeName(expecting: "a label"), to: &names)
    }
    if separator == .bar { contents.hasAlternatives = true }
    return names
  }
}
