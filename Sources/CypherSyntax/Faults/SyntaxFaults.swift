// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

// The wording of all faults that the parser finds.

extension QueryFault {
  private static func syntax(
    _ detail: Detail, _ message: String, _ span: SourceSpan?, help: String? = nil
  ) -> QueryFault {
    QueryFault(.syntaxError, detail, message, at: span, help: help)
  }

  /// The user's text in single quotes, cut where it is long.
  private static func quoted(_ text: String) -> String {
    let longest = 40
    let isLong = text.unicodeScalars.dropFirst(longest).first != nil
    guard isLong else { return "'\(text)'" }
    var head = String.UnicodeScalarView()
    head.append(contentsOf: text.unicodeScalars.prefix(longest))
    return "'\(String(head))…'"
  }

  // MARK: Size

  static func textTooLong(_ length: Int, atMost limit: Int) -> QueryFault {
    syntax(
      .textTooLong, "the query is \(length) bytes long, expected at most \(limit)", nil)
  }

  static func tooManyTokens(atMost limit: Int) -> QueryFault {
    syntax(.textTooLong, "the query has more than \(limit) words and signs", nil)
  }

  static func nestingTooDeep(_ limit: Int, at span: SourceSpan) -> QueryFault {
    syntax(
      .nestingTooDeep, "the query is nested too deep here, expected at most \(limit) levels", span)
  }

  // MARK: Tokens

  /// A token that cannot stand where it does; some can stand nowhere.
  static func unexpected(
    _ token: Token, text: String, expected: String, candidates: [Keyword]
  ) -> QueryFault {
    switch token.kind {
    case .endOfText:
      return syntax(.unexpectedSyntax, "the query ends too early, expected \(expected)", token.span)
    case .unclosedString:
      return unclosed("string", text.dropFirst(1), closing: text.prefix(1), token.span)
    case .unclosedName:
      let content = text.drop { $0 == "$" }.dropFirst(1)
      return unclosed("name", content, closing: "`", token.span)
    case .unclosedComment:
      return unclosed("comment", text.dropFirst(2), closing: "*/", token.span)
    case .bareDollar:
      return syntax(
        .unexpectedSyntax, "'$' without a name, expected the name of a parameter after it",
        token.span)
    case .foreignComparison:
      let ours = text == "!=" ? "<>" : "="
      return syntax(
        .unexpectedSyntax, "unexpected '\(text)', expected '\(ours)' for a comparison", token.span,
        help: "did you mean '\(ours)'?")
    case .unknownCharacter, .unicodeDash, .unicodeLeftAngle, .unicodeRightAngle:
      return unknownCharacter(text, expected: expected, token.span)
    case .string:
      let content = String(text.dropFirst(1).dropLast(1))
      return syntax(
        .unexpectedSyntax, "unexpected string \(quoted(content)), expected \(expected)", token.span)
    default:
      let nearest = Suggestion.didYouMean(text.uppercased(), among: candidates.map(\.text))
      return syntax(
        .unexpectedSyntax, "unexpected \(quoted(text)), expected \(expected)", token.span,
        help: nearest)
    }
  }

  private static func unclosed(
    _ what: String, _ content: Substring, closing: Substring, _ span: SourceSpan
  ) -> QueryFault {
    syntax(
      .unexpectedSyntax,
      "the \(what) \(quoted(String(content))) is not closed, expected \(closing) at its end", span)
  }

  private static func unknownCharacter(
    _ text: String, expected: String, _ span: SourceSpan
  ) -> QueryFault {
    guard let scalar = text.unicodeScalars.first, scalar.value >= 0x80 else {
      let isControl = text.unicodeScalars.first.map { $0.value < 0x20 || $0.value == 0x7F } ?? true
      let shown = isControl ? "control character \(codePoint(text))" : "'\(text)'"
      return syntax(.unexpectedSyntax, "unexpected \(shown), expected \(expected)", span)
    }
    return syntax(
      .invalidUnicodeCharacter,
      "unexpected character '\(text)' (\(codePoint(text))), expected \(expected)", span,
      help: plainForm(of: scalar).map { "did you mean \($0)?" })
  }

  private static func codePoint(_ text: String) -> String {
    let digits = String(text.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What a word processor makes its own character of.
  private static func plainForm(of scalar: Unicode.Scalar) -> String? {
    if CharacterClass.isDash(scalar) { return "'-'" }
    if CharacterClass.isLeftAngle(scalar) { return "'<'" }
    if CharacterClass.isRightAngle(scalar) { return "'>'" }
    switch scalar.value {
    case 0x2018...0x201B: return "the straight quote '"
    case 0x201C...0x201F, 0xAB, 0xBB: return "the straight quote \""
    case 0x2026: return "'..'"
    case 0x2190...0x2194: return "an arrow of '-', '<' and '>'"
    case 0x2260: return "'<>'"
    case 0x2264: return "'<='"
    case 0x2265: return "'>='"
    case 0xD7: return "'*'"
    default: return nil
    }
  }

  // MARK: Literals

  static func malformedNumber(_ text: String, at span: SourceSpan) -> QueryFault {
    let start = text.prefix(2).lowercased()
    let digits =
      switch start {
      case "0x": "hexadecimal digits after '0x'"
      case "0o": "octal digits after '0o'"
      default: "digits only"
      }
    return syntax(
      .invalidNumberLiteral, "\(quoted(text)) is not a number, expected \(digits)", span)
  }

  static func integerOverflow(_ text: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .integerOverflow,
      "\(quoted(text)) is too large for an integer, expected a number from \(Int64.min) to "
        + "\(Int64.max)", span)
  }

  static func floatOverflow(_ text: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .floatingPointOverflow,
      "\(quoted(text)) is too large for a floating-point number, expected at most "
        + "\(Double.greatestFiniteMagnitude)", span)
  }

  static func unknownEscape(_ text: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .unexpectedSyntax,
      "unknown escape \(quoted(text)) in a string, expected one of "
        + #"\\ \' \" \` \b \f \n \r \t \uhhhh \Uhhhhhhhh"#, span,
      help: #"write '\\' for a backslash"#)
  }

  static func badUnicodeEscape(_ text: String, digits: Int, at span: SourceSpan) -> QueryFault {
    syntax(
      .invalidUnicodeLiteral,
      "\(quoted(text)) is not a Unicode escape, expected \(digits) hexadecimal digits after "
        + "'\(text.prefix(2))'", span)
  }

  static func noSuchScalar(_ text: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .invalidUnicodeLiteral,
      "\(quoted(text)) stands for no character, expected a code point up to 10FFFF that is no half "
        + "of a surrogate pair", span)
  }

  // MARK: Words

  static func reservedWord(_ text: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .unexpectedSyntax, "\(quoted(text)) is a word of the language, expected a name", span,
      help: "write it in backquotes to make it a name: `\(text)`")
  }

  static func emptyQuery(at span: SourceSpan) -> QueryFault {
    syntax(
      .unexpectedSyntax, "the query is empty, expected a clause such as MATCH or RETURN", span)
  }

  static func secondQuery(_ text: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .unexpectedSyntax, "unexpected \(quoted(text)) after ';', expected the end of the query", span
    )
  }

  // MARK: Patterns

  static func rangeWithoutStar(_ text: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .invalidRelationshipPattern,
      "unexpected \(quoted(text)) in an edge, expected '*' before a range of lengths", span)
  }

  static func badRange(_ text: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .invalidRelationshipPattern,
      "unexpected \(quoted(text)) in a range of lengths, expected a whole number from 0", span)
  }

  static func reversedQuantifier(_ text: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .unexpectedSyntax, "\(quoted(text)) matches nothing, expected the smaller number first", span)
  }

  static func mixedArrow(_ text: String, expected: String, at span: SourceSpan) -> QueryFault {
    syntax(
      .invalidRelationshipPattern,
      "unexpected \(quoted(text)) in an edge, expected \(expected) as on its other side", span)
  }

  static func costWithoutShortest(at span: SourceSpan) -> QueryFault {
    syntax(
      .unexpectedSyntax,
      "'COST' belongs to a shortest path, expected a prefix such as ANY SHORTEST before the pattern",
      span)
  }

  // MARK: Clauses

  static func yieldAllWithinQuery(at span: SourceSpan) -> QueryFault {
    syntax(
      .unexpectedSyntax,
      "'YIELD *' stands within a query, expected the names of the columns", span,
      help: "'*' is for a CALL that is the whole query")
  }

  static func notChangeable(
    _ text: String, isRemoved: Bool, at span: SourceSpan
  ) -> QueryFault {
    let what = isRemoved ? "removed, expected a property" : "set, expected a property, a variable"
    return syntax(
      .unexpectedSyntax, "\(quoted(text)) cannot be \(what) or a variable with labels", span)
  }
}
