// SPDX-License-Identifier: Apache-2.0

extension BriefCommandWords {
  /// A text that is split into these words again.
  static func text(of words: [String]) -> String {
    words.map { word in
      let isPlain = word.utf8.allSatisfy { byte in
        byte > 0x20 && byte != 0x7F && !"'\"\\#".utf8.contains(byte)
      }
      return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }.joined(separator: " ")
  }
}
