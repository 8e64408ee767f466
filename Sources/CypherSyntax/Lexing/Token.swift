// SPDX-License-Identifier: Apache-2.0

/// The smallest stretch of a query that means something: a word, a literal, a sign.
struct Token {
  var kind: TokenKind
  /// Of words only; quoted names are never keywords.
  var keyword: Keyword
  var lower: UInt32
  var upper: UInt32

  var span: SourceSpan { SourceSpan(Int(lower), Int(upper)) }
  var range: Range<Int> { Int(lower)..<Int(upper) }
}

enum TokenKind: UInt8 {
  case endOfText
  case word
  /// In backquotes.
  case quotedName
  case string
  case decimalInteger, hexadecimalInteger, octalInteger, float
  /// `$name`, `$1`, `` $`name` ``.
  case parameter

  case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
  case comma, dot, doubleDot, colon, semicolon
  case plus, minus, asterisk, slash, percent, caret, doubleBar
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, matches, plusEqual
  case bar, ampersand, exclamation, question, tilde
  /// openCypher lets arrows be drawn with other dashes and angles than those of ASCII.
  case unicodeDash, unicodeLeftAngle, unicodeRightAngle

  // What no query may contain; the parser says so where it comes upon it.
  case malformedNumber
  case unclosedString, unclosedName, unclosedComment
  /// A dollar sign without a name.
  case bareDollar
  /// `!=` and `==`, which other languages have.
  case foreignComparison
  case unknownCharacter

  /// Whether a name can stand here.
  var isName: Bool { self == .word || self == .quotedName }

  var isInteger: Bool {
    self == .decimalInteger || self == .hexadecimalInteger || self == .octalInteger
  }

  var isNumber: Bool { isInteger || self == .float }

  var isDash: Bool { self == .minus || self == .unicodeDash }
  var isLeftAngle: Bool { self == .less || self == .unicodeLeftAngle }
  var isRightAngle: Bool { self == .greater || self == .unicodeRightAngle }
}
