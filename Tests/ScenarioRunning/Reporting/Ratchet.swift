// SPDX-License-Identifier: Apache-2.0

/// How many scenarios must pass at least, and how many wrong answers are let through; the first
/// number may only rise.
package struct Ratchet: Sendable, Hashable {
  package var passing: Int
  package var wrongAnswers: Int

  package init(passing: Int, wrongAnswers: Int) {
    self.passing = passing
    self.wrongAnswers = wrongAnswers
  }

  /// Reads lines such as `passing 3000` and `wrong-answers 0`; `#` begins a comment. Nil when one
  /// of the two is missing or something else is there.
  package init?(_ text: String) {
    var numbers: [Substring: Int] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      if words.isEmpty { continue }
      guard words.count == 2, let number = Int(words[1]) else { return nil }
      numbers[words[0]] = number
    }
    guard numbers.count == 2, let passing = numbers["passing"],
      let wrongAnswers = numbers["wrong-answers"]
    else { return nil }
    self.init(passing: passing, wrongAnswers: wrongAnswers)
  }

  /// What is worse than it may be; empty when nothing is.
  package func complaints(about tally: ScenarioTally) -> [String] {
    var complaints: [String] = []
    if tally.passed < passing {
      complaints.append("only \(tally.passed) scenarios pass; \(passing) must")
    }
    if tally[.wrongAnswer] > wrongAnswers {
      complaints.append("\(tally[.wrongAnswer]) wrong answers; \(wrongAnswers) are let through")
    }
    return complaints
  }

  /// What could be demanded from now on, if that is more.
  package func advice(about tally: ScenarioTally) -> String? {
    guard complaints(about: tally).isEmpty,
      tally.passed > passing || tally[.wrongAnswer] < wrongAnswers
    else { return nil }
    return "the ratchet could be raised: passing \(tally.passed), "
      + "wrong-answers \(tally[.wrongAnswer])"
  }
}
