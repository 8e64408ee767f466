// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

extension StyleSheetParser {
  /// A property as it is written, with the tokens of its value.
  private struct Declaration {
    var name: String
    var nameSpan: Range<Int>
    var value: [StyleSheetToken]
  }

  /// The declarations of a rule up to the end of its block.
  mutating func readDeclarations(
    for selectors: [PlacedSelector], from start: Range<Int>
  ) -> StyleChanges {
    var changes = StyleChanges()
    while let declaration = readDeclaration(from: start) {
      guard let property = StyleProperty(rawValue: declaration.name) else {
        report(
          StyleSheetMessages.unknownProperty(
            declaration.name, among: StyleProperty.allCases.map(\.rawValue),
            synonyms: StyleProperty.synonyms, at: location(declaration.nameSpan)))
        continue
      }
      let areEdges = !selectors.isEmpty && selectors.allSatisfy { Self.isOfEdges($0.value) }
      if property.isForNodesOnly, areEdges {
        report(StyleSheetMessages.nodesOnly(property, at: location(declaration.nameSpan)))
      }
      if !set(property, of: &changes, from: declaration.value) {
        reportValue(declaration, expected: property.expectation, known: Self.words(of: property))
      }
    }
    return changes
  }

  /// The declarations of `@figure` up to the end of its block.
  mutating func readFigureDeclarations(from start: Range<Int>) -> FigureColours.Changes {
    var changes = FigureColours.Changes()
    while let declaration = readDeclaration(from: start) {
      guard let property = FigureProperty(rawValue: declaration.name) else {
        report(
          StyleSheetMessages.unknownProperty(
            declaration.name, among: FigureProperty.allCases.map(\.rawValue),
            synonyms: FigureProperty.synonyms, at: location(declaration.nameSpan)))
        continue
      }
      if property == .textSize {
        changes.textSize = number(declaration.value, in: StyleProperty.textSizes)
        if changes.textSize != nil { continue }
      } else if let colour = colour(declaration.value) {
        set(property, of: &changes, to: colour)
        continue
      }
      reportValue(
        declaration, expected: property.expectation,
        known: property == .textSize ? [] : ColourValue.names.keys.sorted())
    }
    return changes
  }

  /// The next declaration of a block, or nil at its end.
  private mutating func readDeclaration(from start: Range<Int>) -> Declaration? {
    while hasRoom {
      switch token.kind {
      case .mark("}"):
        advance()
        return nil
      case .end:
        report(StyleSheetMessages.unclosed(at: location(start)))
        return nil
      case .mark(";"): advance()
      case .word(let name):
        let span = token.span
        advance()
        guard take(":") else {
          reportUnexpected(expected: "':' after '\(DisplayText.line(name, limit: 60))'")
          skipValue()
          continue
        }
        return Declaration(name: name, nameSpan: span, value: readValue())
      default:
        reportUnexpected(expected: "a property such as 'fill', or '}'")
        // What cannot be a value is stepped over by itself.
        if isMark("{") { advance() }
        skipValue()
      }
    }
    return nil
  }

  private mutating func readValue() -> [StyleSheetToken] {
    var value: [StyleSheetToken] = []
    while true {
      switch token.kind {
      case .mark(";"):
        advance()
        return value
      case .mark("}"), .end: return value
      case .mark("{"):
        // A block that begins in a value: the one before has no end.
        reportUnexpected(expected: "';' or '}' after the value")
        advance()
        return value
      default:
        value.append(token)
        advance()
      }
    }
  }

  private mutating func skipValue() {
    while !isMark(";"), !isMark("}"), !isMark("{"), token.kind != .end { advance() }
  }

  private mutating func reportValue(_ declaration: Declaration, expected: String, known: [String]) {
    let first = declaration.value.first?.span ?? declaration.nameSpan
    let span = first.lowerBound..<(declaration.value.last?.span ?? first).upperBound
    report(
      StyleSheetMessages.badValue(
        declaration.value.isEmpty ? nil : text.text(of: span), of: declaration.name,
        expected: expected, known: known, at: location(span)))
  }

  private static func isOfEdges(_ selector: StyleSelector) -> Bool {
    switch selector.subject {
    case .anyEdge, .edges: true
    case .anything, .anyNode, .nodes: false
    }
  }

  // MARK: Values

  private static func words(of property: StyleProperty) -> [String] {
    switch property {
    case .shape: StyleProperty.shapes.map(\.name)
    case .fill, .stroke, .text: ColourValue.names.keys.sorted()
    case .line: StyleLine.names.map(\.name)
    case .width, .textSize, .legend: []
    }
  }

  /// False when the value is none of the property.
  private func set(
    _ property: StyleProperty, of changes: inout StyleChanges, from value: [StyleSheetToken]
  ) -> Bool {
    switch property {
    case .shape:
      let name = word(value)
      guard let shape = StyleProperty.shapes.first(where: { $0.name == name })?.shape else {
        return false
      }
      changes.shape = shape
    case .fill:
      guard let colour = colour(value) else { return false }
      changes.fill = colour
    case .stroke:
      guard let colour = colour(value) else { return false }
      changes.stroke = colour
    case .text:
      guard let colour = colour(value) else { return false }
      changes.text = colour
    case .width:
      guard let width = number(value, in: StyleProperty.widths) else { return false }
      changes.width = width
    case .textSize:
      guard let size = number(value, in: StyleProperty.textSizes) else { return false }
      changes.textSize = size
    case .line:
      guard let line = line(value) else { return false }
      changes.line = line
    case .legend:
      guard let first = value.first, value.count == 1 else { return false }
      switch first.kind {
      case .quoted(let text) where !DisplayText.line(text).isEmpty: changes.legend = .text(text)
      case .word("none"): changes.legend = .hidden
      default: return false
      }
    }
    return true
  }

  private func set(
    _ property: FigureProperty, of changes: inout FigureColours.Changes, to colour: String
  ) {
    switch property {
    case .paper: changes.paper = colour
    case .text: changes.text = colour
    case .quiet: changes.quiet = colour
    case .rule: changes.rule = colour
    case .link: changes.link = colour
    case .outline: changes.outline = colour
    case .endedLine: changes.endedLine = colour
    case .endedFill: changes.endedFill = colour
    case .textSize: break
    }
  }

  private func word(_ value: [StyleSheetToken]) -> String? {
    guard let first = value.first, value.count == 1, case .word(let name) = first.kind else {
      return nil
    }
    return name
  }

  private func colour(_ value: [StyleSheetToken]) -> String? {
    guard let first = value.first, value.count == 1 else { return nil }
    switch first.kind {
    case .hash(let digits): return ColourValue("#" + digits)?.text
    case .word(let name): return ColourValue(named: name)?.text
    default: return nil
    }
  }

  private func number(_ value: [StyleSheetToken], in range: ClosedRange<Double>) -> Double? {
    guard let name = word(value) else { return nil }
    return number(name, in: range)
  }

  /// A decimal number, with or without "pt".
  private func number(_ name: String, in range: ClosedRange<Double>) -> Double? {
    let digits = name.hasSuffix("pt") ? String(name.dropLast(2)) : name
    let isDecimal = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isDecimal, let number = Double(digits), range.contains(number) else { return nil }
    return number
  }

  private func line(_ value: [StyleSheetToken]) -> StyleLine? {
    if let name = word(value), let known = StyleLine.names.first(where: { $0.name == name }) {
      return known.line
    }
    var lengths: [Double] = []
    for token in value where token.kind != .mark(",") {
      guard case .word(let name) = token.kind,
        let length = number(name, in: StyleProperty.dashLengths)
      else { return nil }
      lengths.append(length)
    }
    guard (1...StyleProperty.dashLimit).contains(lengths.count) else { return nil }
    return .lengths(lengths)
  }
}
