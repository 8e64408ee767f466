// SPDX-License-Identifier: Apache-2.0

/// Answer blocks as CommonMark with the tables of GitHub's dialect.
struct MarkdownText: Sendable {
  func text(of blocks: [AnswerBlock]) -> String {
    let parts = blocks.map(markdown).filter { !$0.isEmpty }
    return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
  }

  private func markdown(_ block: AnswerBlock) -> String {
    switch block {
    case .heading(let text): "## \(escaped(text))"
    case .paragraph(let text): escaped(text)
    case .chain(let text): "**\(escaped(text))**"
    case .steps(let steps):
      steps.enumerated().map { "\($0 + 1). \(escaped($1))" }.joined(separator: "\n")
    case .facts(let facts):
      facts.map { "- **\(escaped($0.label)):** \($0.values.map(escaped).joined(separator: "; "))" }
        .joined(separator: "\n")
    case .items(let items): items.map { "- \(escaped($0))" }.joined(separator: "\n")
    case .tree(let lines):
      lines.map { String(repeating: "  ", count: $0.depth) + "- " + escaped($0.text) }
        .joined(separator: "\n")
    case .table(let table): markdown(table)
    case .sources(let sources): markdown(sources)
    case .note(let text): "*\(escaped(text))*"
    }
  }

  func markdown(_ table: AnswerTable) -> String {
    func row(_ cells: [String]) -> String {
      "| " + cells.map(escaped).joined(separator: " | ") + " |"
    }
    let rule = "|" + table.columns.map { _ in " --- |" }.joined()
    return ([row(table.columns), rule] + table.rows.map(row)).joined(separator: "\n")
  }

  private func markdown(_ sources: [NumberedSource]) -> String {
    guard !sources.isEmpty else { return "" }
    let lines = sources.map { source in
      // A backslash keeps the mark from beginning a link definition.
      "- \\[\(source.number)\\] \(escaped(source.textWithoutURL))"
        + (source.url.map { " <\(escapedURL($0))>" } ?? "")
    }
    return "### Sources\n\n" + lines.joined(separator: "\n")
  }

  /// Text with everything that Markdown or HTML could read as markup made harmless.
  func escaped(_ text: String) -> String {
    var result = ""
    for character in text.withoutControls {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
    return result.withoutListMark
  }

  /// The address as it may stand between angle brackets; only web addresses are linked.
  private func escapedURL(_ url: String) -> String {
    var result = ""
    for scalar in url.withoutControls.unicodeScalars {
      switch scalar {
      case "<", ">", " ", "\\", "|":
        for byte in String(scalar).utf8 { result += "%" + String(byte, radix: 16, uppercase: true) }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// The text with a mark at its start escaped that would begin a list or a rule.
  fileprivate var withoutListMark: String {
    guard let first else { return self }
    if "-+=".contains(first) { return "\\" + self }
    let digits = prefix { $0.isASCII && $0.isNumber }
    let rest = self[digits.endIndex...]
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return self }
    return "\(digits)\\\(rest)"
  }
}
