// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// Everything the program offers stands in the guide.
@Suite struct CoverageTests {
  /// The commands of the help, with those of `draw`.
  private static let commands: [String] = {
    func names(in help: String) -> [String] {
      var names: [String] = []
      var isListed = false
      for line in help.components(separatedBy: "\n") {
        if line.hasSuffix("SUBCOMMANDS:") {
          isListed = true
        } else if line.isEmpty {
          isListed = false
        } else if isListed, line.hasPrefix("  "), !line.hasPrefix("   ") {
          names.append(String(line.dropFirst(2).prefix { $0 != " " }))
        }
      }
      return names
    }
    do {
      let workspace = try Workspace()
      let top = names(in: try workspace.run("entente --help").outputText)
      let inner = names(in: try workspace.run("entente draw --help").outputText)
      return top + inner.map { "draw \($0)" }
    } catch {
      return []
    }
  }()

  /// The part of `commands.md` about one command.
  private func section(_ command: String) throws -> String? {
    let text = try Repository.text(of: "Documentation/Guide/commands.md")
    let sections = text.components(separatedBy: "\n## ").dropFirst()
    return sections.first { $0.hasPrefix("`entente \(command)`\n") }
  }

  @Test func theHelpListsCommands() {
    #expect(Self.commands.count >= 16)
    #expect(Self.commands.contains("path") && Self.commands.contains("draw path"))
  }

  @Test(arguments: commands)
  func everyCommandWithItsArgumentsAndOptions(_ command: String) throws {
    let help = try Workspace().run("entente help \(command)").outputText
    let section = try #require(try section(command), "no section on 'entente \(command)'")
    let common = try #require(try self.section("COMMAND"))
    var count = 0
    for line in help.components(separatedBy: "\n") {
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { continue }
      let words = line.split(separator: " ").map { $0.trimmingCharacters(in: [","]) }
      guard let first = words.first, first.hasPrefix("-") || first.hasPrefix("<") else { continue }
      for word in words.prefix(while: { $0.hasPrefix("-") || $0.hasPrefix("<") })
      where word.hasPrefix("-") || word == first {
        let name = word.hasPrefix("<") ? word.dropFirst().dropLast().uppercased() : word
        count += 1
        #expect(
          section.contains("`\(name)") || common.contains("`\(name)"),
          "'\(name)' of 'entente \(command)' is not in commands.md")
      }
    }
    #expect(count > 1)
  }

  @Test func thePageNamesNoOtherOption() throws {
    let workspace = try Workspace()
    let text = try Repository.text(of: "Documentation/Guide/commands.md")
    let known = try ([""] + Self.commands)
      .map { try workspace.run("entente \($0) --help").outputText }.joined()
    let named = Set(text.matches(of: #/`(--?[a-z][a-z-]*)/#).map { String($0.1) })
    #expect(named.count > 15)
    for option in named.sorted() {
      #expect(known.contains("\(option) ") || known.contains("\(option),"), "\(option)")
    }
  }

  /// The table of codes is that of the program.
  @Test func everyFinding() throws {
    let page = "Documentation/Guide/findings.md"
    let list = try Workspace().run("entente explain --all").outputText
    let rows = list.split(separator: "\n").map { line in
      let code = line.prefix(4)
      let title = line.dropFirst(6)
        .replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("<", with: "&lt;")
      return "| `\(code)` | \(title) |"
    }
    #expect(rows.count > 20)
    var lines = try Repository.text(of: page).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "<!-- codes:begin -->"))
    let end = try #require(lines.firstIndex(of: "<!-- codes:end -->"))
    let wanted = ["", "| code | finding |", "| --- | --- |"] + rows + [""]
    let shown = Array(lines[(start + 1)..<end])
    if shown == wanted { return }
    let difference = Golden.difference(
      wanted.joined(separator: "\n"), from: shown.joined(separator: "\n"))
    Issue.record("\(page): \(difference)")
    if Recording.isOn {
      lines.replaceSubrange((start + 1)..<end, with: wanted)
      try Data(lines.joined(separator: "\n").utf8).write(to: Repository.file(page))
    }
  }

  @Test func everySchemaOfJSON() throws {
    let text = try Repository.text(of: "Documentation/Guide/asking.md")
    let names = [
      "path", "neighbours", "list", "node", "search", "statistics", "graph-type", "timeline",
      "gaps", "connection", "connection-history", "earliest-arrival", "centrality", "components",
      "diff", "diff-summary", "sources",
    ]
    for name in names {
      #expect(text.contains("`entente.\(name)/1`"), "\(name)")
    }
    let querying = try Repository.text(of: "Documentation/Guide/querying.md")
    for name in ["query", "queries", "graph"] {
      #expect(querying.contains("`entente.\(name)/1`"), "\(name)")
    }
  }

  @Test func everyWordOfTheGlossaryHasOneMeaning() throws {
    let text = try Repository.text(of: "Documentation/Glossary.md")
    let rows = text.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }.dropFirst(1)
    let words = rows.compactMap { $0.components(separatedBy: " | ").first?.dropFirst(2) }
      .flatMap { $0.components(separatedBy: ", ") }
    #expect(words.count > 20)
    #expect(Set(words).count == words.count)
  }

  /// Words for which the glossary has another.
  @Test(arguments: Pages.guide)
  func pagesUseTheWordsOfTheGlossary(_ page: String) throws {
    let text = try Repository.text(of: page)
    for word in ["vertex", "vertices", "relationship", "arc", "arcs"] {
      let found = try text.firstMatch(of: Regex("\\b\(word)\\b").ignoresCase())
      #expect(found == nil, "\(page) says '\(word)'")
    }
  }
}
