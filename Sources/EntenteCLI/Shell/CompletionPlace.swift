// SPDX-License-Identifier: Apache-2.0

/// What may stand at the end of a line of a query, and what of it is there already.
struct CompletionPlace {
  enum Kind {
    /// Of a node, after a colon in round brackets or outside of any.
    case label
    /// After a colon in square brackets.
    case edgeType
    /// After a point.
    case property
    /// In braces, before the colon of a value; a word of the language may stand there too.
    case mapKey
    /// In quotes: the key or name of a node.
    case name
    /// After a dollar.
    case parameter
    case word
  }

  let kind: Kind
  let fragment: String

  /// The word before the point, where a property is wanted; it may be the beginning of the name of
  /// a procedure.
  private(set) var namespace = ""

  /// - Complexity: linear in the length of the line.
  init(endOf line: some StringProtocol) {
    var scanner = StatementScanner()
    var brackets: [UInt8] = []
    var quoteStart = line.startIndex
    for index in line.utf8.indices {
      let wasPlain = scanner.part == .plain
      let byte = line.utf8[index]
      _ = scanner.scan(byte)
      if wasPlain, scanner.isQuoted { quoteStart = line.utf8.index(after: index) }
      guard wasPlain, scanner.part == .plain else { continue }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(byte)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = brackets.popLast()
      default: break
      }
    }
    if scanner.isQuoted {
      kind = .name
      fragment = String(line[quoteStart...])
      return
    }
    let word = line.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed()
    fragment = String(word)
    kind = Self.kind(before: line.dropLast(fragment.count), in: brackets.last)
    if kind == .property {
      namespace = String(
        line.dropLast(fragment.count + 1).reversed().prefix { $0.isLetter }.reversed())
    }
  }

  /// What stands after a text that does not end in the middle of a word.
  private static func kind(
    before text: some StringProtocol, in bracket: UInt8?
  ) -> Kind {
    let isInBraces = bracket == UInt8(ascii: "{")
    switch text.last {
    case ".": return .property
    case "$": return .parameter
    case ":", "|", "&", "!":
      if isInBraces { return .word }
      // Outside patterns `!` and `&` mean nothing, and `|` parts a comprehension.
      guard text.last == ":" || isAfterLabel(text) else { return .word }
      return bracket == UInt8(ascii: "[") ? .edgeType : .label
    default:
      let before = text.last { !$0.isWhitespace }
      return isInBraces && (before == "{" || before == ",") ? .mapKey : .word
    }
  }

  /// Whether a text that ends in an operator between labels goes on with one: `:A|`, `:A&!`.
  private static func isAfterLabel(_ text: some StringProtocol) -> Bool {
    let before = text.reversed().drop { "|&!".contains($0) }
      .drop { $0.isLetter || $0.isNumber || "_|&!".contains($0) }
    return before.first == ":"
  }
}
