// SPDX-License-Identifier: Apache-2.0

extension [String] {
  /// "a, b and c".
  var enumerated: String { enumerated(with: "and") }

  /// The items in a sentence, with a word before the last: "a, b or c".
  func enumerated(with word: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) \(word) \(last)"
  }
}

extension Int {
  /// "1 link", "2 links".
  func counted(_ noun: String, _ plural: String? = nil) -> String {
    self == 1 ? "1 \(noun)" : "\(self) \(plural ?? "\(noun)s")"
  }
}

extension String {
  /// With a capital first letter.
  var capitalisedFirst: String { prefix(1).uppercased() + String(dropFirst()) }
}
