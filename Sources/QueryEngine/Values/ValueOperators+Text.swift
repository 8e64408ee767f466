// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Synchronization

/// Texts are compared scalar by scalar, so that `é` in one scalar does not begin with `e`, and is
/// not `é` in two.
extension ValueOperators {
  /// `text STARTS WITH part`; nil when one of them is not a text.
  static func startsWith(_ text: Value, _ part: Value) -> Bool? {
    guard case .string(let text) = text, case .string(let part) = part else { return nil }
    return text.utf8.count >= part.utf8.count && text.utf8.starts(with: part.utf8)
  }

  /// `text ENDS WITH part`; nil when one of them is not a text.
  static func endsWith(_ text: Value, _ part: Value) -> Bool? {
    guard case .string(let text) = text, case .string(let part) = part else { return nil }
    guard text.utf8.count >= part.utf8.count else { return false }
    return text.utf8.suffix(part.utf8.count).elementsEqual(part.utf8)
  }

  /// `text CONTAINS part`; nil when one of them is not a text.
  static func contains(_ text: Value, _ part: Value) -> Bool? {
    guard case .string(let text) = text, case .string(let part) = part else { return nil }
    return TextSearch.isFound(part, in: text)
  }

  /// `text =~ pattern`: whether the whole text matches a regular expression; nil when one of them
  /// is not a text.
  ///
  /// Linear in the text, whatever the pattern; a part of the steps that it takes is charged as work.
  static func matches(
    _ text: Value, _ pattern: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Bool? {
    guard case .string(let text) = text, case .string(let source) = pattern else { return nil }
    let pattern = try compiled(source)
    try context.meter.charge(1)
    return try pattern.matches(text) { (steps) throws(EvaluationProblem) in
      try context.meter.charge(steps / 16)
    }
  }

  /// Compiled patterns by their text.
  ///
  /// Emptied when it is full: a query has few patterns, and one that makes a new one for every row
  /// gains nothing from any of them.
  private static let patterns = Mutex<[ScalarString: TextPattern]>([:])
  private static let mostPatterns = 64

  private static func compiled(_ source: String) throws(EvaluationProblem) -> TextPattern {
    let key = ScalarString(source)
    if let known = patterns.withLock({ $0[key] }) { return known }
    do throws(TextPatternError) {
      let pattern = try TextPattern(source, dialect: .expression)
      patterns.withLock { patterns in
        if patterns.count >= mostPatterns { patterns.removeAll() }
        patterns[key] = pattern
      }
      return pattern
    } catch {
      throw .pattern(source, error)
    }
  }
}
