// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import ProgramTestSupport
import Testing

/// What the pages show is what the program prints.
@Suite(.serialized) struct SessionTests {
  private static let blocks = Pages.guide.flatMap { page in
    ConsoleBlock.blocks(of: page, text: (try? Repository.text(of: page)) ?? "")
  }

  @Test func thereAreSessionsToRun() {
    #expect(Pages.guide.count >= 10)
    #expect(Self.blocks.count > 20)
    // Anything else belongs in a block of another language.
    #expect(Self.blocks.filter { !$0.isRunnable }.map(\.testDescription) == [])
  }

  /// Each page in a folder of its own, from its first session to its last.
  @Test(arguments: Pages.guide)
  func theProgramPrintsWhatThePageShows(_ page: String) throws {
    let workspace = try Pages.workspace()
    var recorded: [(line: Int, lines: [String])] = []
    for block in Self.blocks where block.page == page {
      var lines: [String] = []
      for session in block.sessions {
        let outcome = try workspace.run(session.command, isMerged: true)
        let printed =
          outcome.outputText.isEmpty
          ? [] : outcome.outputText.dropLast().components(separatedBy: "\n")
        #expect(!outcome.isTimedOut, "\(page):\(block.line): \(session.command)")
        if !session.isShown(by: printed) {
          let difference = Golden.difference(
            printed.joined(separator: "\n"), from: session.shown.joined(separator: "\n"))
          Issue.record("\(page):\(block.line): $ \(session.command)\n\(difference)")
        }
        lines += ("$ " + session.command).components(separatedBy: "\n")
        lines += session.isShown(by: printed) ? session.shown : session.recorded(printed)
      }
      recorded.append((block.line, lines))
    }
    if Recording.isOn { try record(recorded, in: page) }
  }

  /// Writes what was printed into the page.
  private func record(_ blocks: [(line: Int, lines: [String])], in page: String) throws {
    var lines = try Repository.text(of: page).components(separatedBy: "\n")
    for block in blocks.reversed() {
      let start = block.line
      guard let end = lines[start...].firstIndex(of: "```") else { continue }
      lines.replaceSubrange(start..<end, with: block.lines)
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: Repository.file(page))
  }
}
