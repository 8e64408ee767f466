// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// Reads style sheets, and finds what is wrong with them.
///
/// ```
/// sheet        = { rule | "@media" medium { "," medium } "{" { rule } "}" }
/// rule         = selector { "," selector } "{" { property ":" value ";" } "}"
///              | "@figure" "{" { property ":" value ";" } "}"
/// selector     = [ type | "*" | "-" ( type | "*" ) "->" ] { "#" key | test | ":" state }
/// test         = "[" property [ comparison value ] "]"
/// ```
///
/// The sheet of a text with findings holds the rules that were understood.
public struct StyleSheetParser {
  /// A sheet and the findings about its text, in order of place.
  public struct Outcome: Sendable {
    public let sheet: StyleSheet
    public let findings: [Diagnostic]
  }

  /// Longer texts are refused, in bytes.
  public static let lengthLimit = 1 << 18
  /// More rules than this are refused: a figure tests every rule on every element.
  public static let ruleLimit = 2_000
  /// Findings beyond this many are not looked for.
  public static let findingLimit = 100

  let text: SourceText
  let vocabulary: StyleVocabulary
  private let tokens: [StyleSheetToken]
  private var position = 0
  private var sheet = StyleSheet()
  private var ruleCount = 0
  private(set) var findings: [Diagnostic] = []

  /// Complexity: linear in the length of the text, apart from suggestions for unknown names, which
  /// are at most ``findingLimit``.
  public static func parse(
    _ text: SourceText, vocabulary: StyleVocabulary = .anything
  ) -> Outcome {
    guard text.utf8.count <= lengthLimit else {
      return Outcome(
        sheet: StyleSheet(), findings: [StyleSheetMessages.tooLong(text, limit: lengthLimit)])
    }
    guard String(validating: text.utf8, as: UTF8.self) != nil else {
      return Outcome(sheet: StyleSheet(), findings: [StyleSheetMessages.notUTF8(text)])
    }
    var parser = StyleSheetParser(text, vocabulary)
    parser.readSheet()
    return Outcome(sheet: parser.sheet, findings: parser.findings.sorted())
  }

  private init(_ text: SourceText, _ vocabulary: StyleVocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    let lexer = StyleSheetLexer(text)
    tokens = lexer.tokens
    findings = lexer.findings
  }

  // MARK: Tokens

  var token: StyleSheetToken { tokens[position] }

  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  /// Steps over a mark, when it stands here.
  mutating func take(_ mark: String) -> Bool {
    guard token.kind == .mark(mark) else { return false }
    advance()
    return true
  }

  func isMark(_ mark: String) -> Bool { token.kind == .mark(mark) }

  func location(_ span: Range<Int>) -> SourceLocation { text.location(of: span) }

  /// Whether somebody will read a further finding; without, the parser gives up.
  var hasRoom: Bool { findings.count < Self.findingLimit }

  mutating func report(_ finding: Diagnostic) {
    if hasRoom { findings.append(finding) }
  }

  /// Says that something else was expected where the parser stands.
  mutating func reportUnexpected(expected: String) {
    let found = token.kind == .end ? nil : text.text(of: token.span)
    report(StyleSheetMessages.unexpected(found, expected: expected, at: location(token.span)))
  }

  // MARK: Sheets

  private mutating func readSheet() {
    while token.kind != .end, hasRoom {
      switch token.kind {
      case .atWord("media"): readMedia()
      case .mark("}"):
        reportUnexpected(expected: "a selector or @media")
        advance()
      default: readRule(media: nil)
      }
    }
  }

  private mutating func readMedia() {
    let start = token
    advance()
    var media: [StyleSheet.Medium] = []
    repeat {
      guard case .word(let name) = token.kind else {
        reportUnexpected(expected: "print, screen or dark")
        isRecovering = true
        break
      }
      if let medium = StyleSheet.Medium(rawValue: name.lowercased()) {
        media.append(medium)
      } else {
        report(StyleSheetMessages.unknownMedium(name, at: location(token.span)))
      }
      advance()
    } while hasRoom && take(",")
    guard openBlock(of: "'@media'") else { return }
    while !isMark("}"), hasRoom {
      if token.kind == .end { return report(StyleSheetMessages.unclosed(at: location(start.span))) }
      if token.kind == .atWord("media") {
        reportUnexpected(expected: "a selector or '}'")
        advance()
        skipBlock()
      } else {
        readRule(media: media)
      }
    }
    advance()
  }

  private mutating func readRule(media: [StyleSheet.Medium]?) {
    let start = token
    if case .atWord(let name) = start.kind {
      advance()
      guard name == "figure" else {
        report(StyleSheetMessages.unknownAtRule(name, at: location(start.span)))
        return skipBlock()
      }
      guard openBlock(of: "'@figure'") else { return }
      sheet.add(.colours(readFigureDeclarations(from: start.span)), media: media)
      return
    }
    let selectors = readSelectors()
    guard openBlock(of: "the selector") else { return }
    let changes = readDeclarations(for: selectors, from: start.span)
    for selector in selectors {
      ruleCount += 1
      if ruleCount == Self.ruleLimit + 1 {
        report(StyleSheetMessages.tooManyRules(at: location(start.span), limit: Self.ruleLimit))
      }
      guard ruleCount <= Self.ruleLimit else { return }
      sheet.add(.rule(StyleRule(selector.value, changes)), media: media)
    }
  }

  /// Steps into a block; where there is none, says so and steps past what stands instead.
  private mutating func openBlock(of owner: String) -> Bool {
    // What was wrong before has been said.
    let isSaid = isRecovering
    isRecovering = false
    if take("{") { return true }
    if !isSaid { reportUnexpected(expected: "'{' after \(owner)") }
    while true {
      switch token.kind {
      case .mark("{"):
        advance()
        return true
      case .mark(";"):
        advance()
        return false
      case .mark("}"), .end, .atWord: return false
      default: advance()
      }
    }
  }

  /// True when a selector has been given up with a finding, and its block is looked for.
  var isRecovering = false

  /// Steps over a block and all blocks in it, or over a statement without one.
  private mutating func skipBlock() {
    var depth = 0
    while token.kind != .end {
      switch token.kind {
      case .mark("{"): depth += 1
      case .mark("}"):
        depth -= 1
        if depth < 0 { return }
      default: break
      }
      let isStatementEnd = depth == 0 && (isMark("}") || isMark(";"))
      advance()
      if isStatementEnd { return }
    }
  }
}
