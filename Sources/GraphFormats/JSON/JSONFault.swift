// SPDX-License-Identifier: Apache-2.0

/// Why a text is no JSON that is read here.
package struct JSONFault: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Problem: Sendable, Hashable {
    case tooLong(limit: Int)
    case tooManyValues(limit: Int)
    case tooDeep(limit: Int)
    case notUTF8
    case endsEarly
    case unexpected(expected: String)
    case controlInString
    case badEscape
    case halfPair
    case repeatedName(String)
    case goesOn
  }

  package let problem: Problem

  /// Counted from 1; the column in bytes.
  package let line: Int
  package let column: Int

  package var description: String { "line \(line), column \(column): \(reason)" }

  /// The description without the place.
  package var reason: String {
    switch problem {
    case .tooLong(let limit): "the text has more than \(limit) bytes"
    case .tooManyValues(let limit): "the text has more than \(limit) values"
    case .tooDeep(let limit): "more than \(limit) arrays and objects stand in each other"
    case .notUTF8: "these bytes are not UTF-8"
    case .endsEarly: "the text ends before its value does"
    case .unexpected(let expected): "expected \(expected)"
    case .controlInString: "a control character stands in a string"
    case .badEscape: "no escape is written so"
    case .halfPair: "one half of a surrogate pair stands alone"
    case .repeatedName(let name): "the name '\(name)' is given twice in one object"
    case .goesOn: "the text goes on after its value"
    }
  }
}

/// How much JSON is read.
package struct JSONLimits: Sendable {
  package var bytes = 256 << 20
  package var values = 16 << 20
  package var depth = 4_000

  package init() {}
}
