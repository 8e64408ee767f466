// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// Options that can be set one by one, without the parser.
///
/// The parser asks the program for the properties of each group and for what their types can do,
/// which takes longer than to find and draw a small answer. So what is plain is set directly; the
/// parser has the last word on all else, and a test holds that the two read alike.
protocol PlainlyRead: ParsableArguments {
  /// All options as they are when nothing is said. Every one has to be set: the parser's wrappers
  /// hold no value before.
  static var unsaid: Self { get }

  /// Sets an option.
  /// - Returns: false when the group has none of this name.
  mutating func take(_ option: String, _ words: inout PlainWords) throws -> Bool

  /// Takes a word that is no option.
  /// - Returns: false when there is no place for it.
  mutating func take(argument: String) -> Bool

  /// Whether every argument that must be given is.
  var isComplete: Bool { get }

  /// Validates these options and those of the groups within.
  mutating func validateAll() throws
}

extension PlainlyRead {
  mutating func take(argument: String) -> Bool { false }

  var isComplete: Bool { true }

  mutating func validateAll() throws { try validate() }
}

extension PlainlyRead where Self: BriefQuestion {
  mutating func validateAll() throws {
    try drawing.validate()
    try validate()
  }
}

extension PlainlyRead where Self: ArrangedQuestion {
  /// Sets an option of how nodes and edges are drawn.
  mutating func takeDrawing(_ option: String, _ words: inout PlainWords) throws -> Bool {
    try drawing.take(option, &words) || arrangement.take(option, &words)
  }

  mutating func validateAll() throws {
    try drawing.validate()
    try arrangement.validate()
    try validate()
  }
}
