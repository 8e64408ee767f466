// SPDX-License-Identifier: Apache-2.0

/// The words behind a command's name, taken one after the other as long as they are plain.
///
/// Plain is what can be read in one way only: an option by its whole name with its value behind it
/// or after `=`, and words that do not begin with a dash. What is not, is left to the parser.
struct PlainWords {
  /// A word that the plain reading does not take. The parser reads the whole again and says what is
  /// wrong, if anything is.
  struct NotPlain: Error {}

  /// An option with its dashes, or a word that is none.
  enum Word {
    case option(String)
    case argument(String)
  }

  private var rest: ArraySlice<String>

  /// What stood behind `=` in the option that was taken last.
  private var joinedValue: String?

  init(_ words: ArraySlice<String>) { rest = words }

  /// The next word; nil behind the last.
  /// - Throws: where an option was given a value that it did not take, or the word is not plain.
  mutating func next() throws -> Word? {
    guard joinedValue == nil else { throw NotPlain() }
    guard let word = rest.popFirst() else { return nil }
    guard word.utf8.first == UInt8(ascii: "-"), word != "-" else { return .argument(word) }
    guard word.hasPrefix("--") else { return .option(word) }
    guard word.utf8.count > 2 else { throw NotPlain() }
    guard let equals = word.firstIndex(of: "=") else { return .option(word) }
    joinedValue = String(word[word.index(after: equals)...])
    return .option(String(word[..<equals]))
  }

  /// The value of the option that was taken last.
  mutating func value() throws -> String {
    let value = joinedValue ?? rest.popFirst()
    joinedValue = nil
    guard let value, !value.isEmpty, value.utf8.first != UInt8(ascii: "-") || value == "-" else {
      throw NotPlain()
    }
    return value
  }

  /// The value as a whole number.
  mutating func integer() throws -> Int { try Self.known(Int(try value())) }

  /// The value as a number.
  mutating func number() throws -> Double { try Self.known(Double(try value())) }

  /// What a value was read as.
  /// - Throws: where it was read as nothing.
  static func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw NotPlain() }
    return value
  }
}
