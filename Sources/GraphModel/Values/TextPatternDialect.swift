// SPDX-License-Identifier: Apache-2.0

/// How much of the syntax of regular expressions a ``TextPattern`` knows.
public enum TextPatternDialect: Sendable, Hashable {
  /// What graph types may ask of texts: the small syntax that is the same everywhere.
  case schema
  /// What `=~` of a query may ask, as in Java: also lazy repetitions, named groups, the boundaries
  /// `\b`, `\B`, `\A`, `\z` and `\Z`, quotation by `\Q` and `\E`, characters by number (`\x41`,
  /// `\u0041`, `\x{1F600}`), categories of Unicode (`\p{L}`, `\P{Lu}`) and of ASCII (`\p{Alpha}`),
  /// and the flags `i` (any case), `s` (`.` takes line breaks) and `m` (`^` and `$` at lines) as
  /// `(?i)` or `(?i:…)`.
  case expression
}

/// What flags within a pattern change.
struct TextPatternFlags: Sendable {
  /// Letters stand for themselves in any case.
  var ignoresCase = false
  /// `.` stands for line breaks as well.
  var dotTakesLineBreaks = false
  /// `^` and `$` stand at the ends of each line.
  var isMultiline = false

  /// Sets or unsets a flag by its letter; false for a letter that is none.
  ///
  /// Case is always that of Unicode, so `u` changes nothing.
  mutating func set(_ letter: Unicode.Scalar, to isOn: Bool) -> Bool {
    switch letter {
    case "i": ignoresCase = isOn
    case "s": dotTakesLineBreaks = isOn
    case "m": isMultiline = isOn
    case "u": break
    default: return false
    }
    return true
  }
}
