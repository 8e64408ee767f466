// SPDX-License-Identifier: Apache-2.0

/// Splits what follows a command into words, as the shells of systems do: at spaces outside quotes.
enum ShellWords {
  /// - Throws: a failure when a quote is not closed.
  static func split(_ text: String) throws(CommandFailure) -> [String] {
    var words: [String] = []
    var word = ""
    var isWord = false
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        isWord = true
      } else if character.isWhitespace {
        if isWord { words.append(word) }
        word = ""
        isWord = false
      } else {
        word.append(character)
        isWord = true
      }
    }
    if let quote { throw CommandFailure(.misused, "a \(quote) is not closed in '\(text)'") }
    if isWord { words.append(word) }
    return words
  }
}
