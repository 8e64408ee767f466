// SPDX-License-Identifier: Apache-2.0

extension TokenParser {
  /// The text of a name token without its backquotes.
  func nameText(_ token: Token) -> String {
    guard token.kind == .quotedName else { return text(of: token) }
    return unquoted(Int(token.lower) + 1..<Int(token.upper) - 1)
  }

  /// The text between backquotes, with doubled ones made single.
  private func unquoted(_ range: Range<Int>) -> String {
    let quote = UInt8(ascii: "`")
    guard bytes[range].contains(quote) else { return text(range) }
    var plain: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      plain.append(bytes[index])
      index += bytes[index] == quote ? 2 : 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Reads a name of any spelling: of a label, an edge type, a property, a function.
  func name(_ expected: StaticString) throws(SyntaxRefusal) -> Name {
    let token = current
    guard token.kind.isName else { throw unexpected(expected) }
    advance()
    return Name(nameText(token), token.span)
  }

  /// Reads the name of a variable, which is no reserved word.
  ///
  /// Where it is surely meant as a name all the same, the fault is recorded and reading goes on.
  func variable(
    _ expected: StaticString = "the name of a variable"
  ) throws(SyntaxRefusal) -> Name {
    let token = current
    if token.keyword.isReserved {
      let refusal = fail(.reservedWord(text(of: token), at: token.span))
      switch self.token(ahead: 1).kind {
      case .rightParenthesis, .rightBracket, .colon, .leftBrace, .equal, .comma: break
      default: throw refusal
      }
    }
    return try name(expected)
  }

  /// Reads a name after `AS`. A reserved word will do where nothing but the end of the item follows.
  func alias() throws(SyntaxRefusal) -> Name {
    if keyword.isReserved {
      let next = token(ahead: 1)
      switch next.kind {
      case .comma, .endOfText, .semicolon, .rightBrace: return try name("a name")
      case .word where next.keyword.followsProjection: return try name("a name")
      default: break
      }
    }
    return try variable("a name")
  }

  /// Reads names joined by full stops as one.
  func dottedName(_ expected: StaticString) throws(SyntaxRefusal) -> Name {
    var result = try name(expected)
    while kind == .dot, token(ahead: 1).kind.isName {
      advance()
      let part = try name(expected)
      result = Name(result.text + "." + part.text, result.span.joined(to: part.span))
    }
    return result
  }

  /// Names separated by commas, at least one.
  func variables() throws(SyntaxRefusal) -> [Name] {
    var names = [try variable()]
    while takes(.comma) { names.append(try variable()) }
    return names
  }

}
