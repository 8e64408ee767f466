// SPDX-License-Identifier: Apache-2.0

/// One word, number, text or sign of a graph type text.
struct GraphTypeToken {
  enum Kind: Equatable {
    /// A regular identifier; keywords are told from names by where they stand.
    case word
    /// Between backquotes: always a name.
    case backquoted
    /// Between double quotes: a name or a text, as the place needs.
    case doubleQuoted
    /// Between single quotes: a text.
    case singleQuoted
    case number
    case symbol(Symbol)
    /// After the last token.
    case end
  }

  enum Symbol: String {
    case leftArrow = "<-"
    case rightArrow = "->"
    case implies = "=>"
    case doubleColon = "::"
    case range = ".."
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case less = "<"
    case greater = ">"
    case comma = ","
    case colon = ":"
    case semicolon = ";"
    case period = "."
    case ampersand = "&"
    case bar = "|"
    case minus = "-"
    case plus = "+"
    case tilde = "~"
    case asterisk = "*"
    case equals = "="
    case exclamation = "!"
    case percent = "%"
    case question = "?"
    case slash = "/"
  }

  let kind: Kind

  /// Offsets in the text, quotes included.
  let span: Range<Int>

  /// How many brackets are open before the token; a closing bracket has the depth of its opening.
  var depth = 0

  /// Whether the token can stand where a name is wanted.
  var canBeName: Bool {
    switch kind {
    case .word, .backquoted, .doubleQuoted: true
    default: false
    }
  }

  /// Whether the token can stand where a text is wanted.
  var isText: Bool { kind == .singleQuoted || kind == .doubleQuoted }
}
