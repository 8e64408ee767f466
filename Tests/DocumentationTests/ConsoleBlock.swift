// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A fenced block of a page that shows commands and what they print.
struct ConsoleBlock: Sendable, CustomTestStringConvertible {
  /// A command line and the lines shown under it.
  struct Session: Sendable {
    var command: String
    var shown: [String]
  }

  let page: String

  /// Of the opening fence, from 1.
  let line: Int
  let sessions: [Session]

  var testDescription: String { "\(page):\(line)" }

  /// Whether its commands are those of the program, so that a test can run them.
  var isRunnable: Bool {
    !sessions.isEmpty
      && sessions.allSatisfy { session in
        session.command.split(separator: " ").first { !$0.contains("=") } == "entente"
      }
  }

  /// The `console` blocks of a page.
  static func blocks(of page: String, text: String) -> [ConsoleBlock] {
    FencedBlock.blocks(of: text).filter { $0.language == "console" }.map { block in
      var sessions: [Session] = []
      for line in block.lines {
        if line.hasPrefix("$ ") {
          sessions.append(Session(command: String(line.dropFirst(2)), shown: []))
        } else if !sessions.isEmpty {
          // A command may go on over several lines, as shells let it.
          let last = sessions.count - 1
          if sessions[last].shown.isEmpty, sessions[last].command.hasSuffix("\\") {
            sessions[last].command += "\n" + line
          } else {
            sessions[last].shown.append(line)
          }
        }
      }
      return ConsoleBlock(page: page, line: block.line, sessions: sessions)
    }
  }
}

/// A fenced block of a Markdown page.
struct FencedBlock: Sendable {
  let language: String

  /// Of the opening fence, from 1.
  let line: Int
  let lines: [String]

  static func blocks(of text: String) -> [FencedBlock] {
    var blocks: [FencedBlock] = []
    var open: (fence: String, language: String, line: Int, lines: [String])?
    for (number, line) in text.components(separatedBy: "\n").enumerated() {
      if let block = open {
        if line == block.fence {
          blocks.append(
            FencedBlock(language: block.language, line: block.line, lines: block.lines))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        let fence = String(line.prefix { $0 == "`" })
        open = (fence, String(line.dropFirst(fence.count)), number + 1, [])
      }
    }
    return blocks
  }
}

extension ConsoleBlock.Session {
  /// A line that stands for any number of lines.
  static let elision = "…"

  /// Whether lines that were printed are those shown.
  func isShown(by printed: [String]) -> Bool {
    Self.matches(shown[...], printed[...])
  }

  private static func matches(_ shown: ArraySlice<String>, _ printed: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return printed.isEmpty }
    if first == elision {
      let rest = shown.dropFirst()
      return (printed.startIndex...printed.endIndex).contains { matches(rest, printed[$0...]) }
    }
    return printed.first == first && matches(shown.dropFirst(), printed.dropFirst())
  }

  /// What was printed, with as much left out as the lines shown leave out.
  func recorded(_ printed: [String]) -> [String] {
    guard let gap = shown.firstIndex(of: Self.elision) else { return printed }
    let head = gap
    let tail = shown.count - gap - 1
    guard head + tail < printed.count else { return printed }
    return printed.prefix(head) + [Self.elision] + printed.suffix(tail)
  }
}
