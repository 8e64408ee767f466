// SPDX-License-Identifier: Apache-2.0

/// Answer blocks as text for a terminal or a plain file.
struct PlainText: Sendable {
  let width: Int
  let isColoured: Bool
  let isASCII: Bool

  func text(of blocks: [AnswerBlock]) -> String {
    let parts = blocks.map { lines(of: $0).joined(separator: "\n") }.filter { !$0.isEmpty }
    let text = parts.joined(separator: "\n\n")
    return text.isEmpty ? "" : (isASCII ? text.inASCII : text) + "\n"
  }

  private func lines(of block: AnswerBlock) -> [String] {
    switch block {
    case .heading(let text): text.withoutControls.wrapped(to: width).map(bold)
    case .paragraph(let text): text.withoutControls.wrapped(to: width)
    case .chain(let text): hanging(bold: true, "", text, indent: 2)
    case .steps(let steps): numbered(steps)
    case .facts(let facts): listed(facts)
    case .items(let items): items.flatMap { hanging("- ", $0, indent: 2) }
    case .tree(let lines): branches(lines)
    case .table(let table):
      // Blank lines between the rows of a narrow table stay.
      TextTable(table).text(width: width)
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    case .sources(let sources): register(sources)
    case .note(let text): text.withoutControls.wrapped(to: width)
    }
  }

  private func numbered(_ steps: [String]) -> [String] {
    let digits = String(steps.count).count
    return steps.enumerated().flatMap { position, step in
      let number = String(position + 1)
      let mark = String(repeating: " ", count: 2 + digits - number.count) + number + "  "
      return hanging(mark, step, indent: digits + 4)
    }
  }

  private func branches(_ lines: [AnswerTreeLine]) -> [String] {
    lines.enumerated().flatMap { position, line -> [String] in
      guard line.depth > 0 else { return hanging("", line.text, indent: 0) }
      // A branch goes on while a later line stands at its depth before one that stands higher.
      func goesOn(_ depth: Int) -> Bool {
        for later in lines[(position + 1)...] {
          if later.depth < depth { return false }
          if later.depth == depth { return true }
        }
        return false
      }
      let trunk = (1..<line.depth).map { goesOn($0) ? "│  " : "   " }.joined()
      let isLast = !goesOn(line.depth)
      let mark = trunk + (isLast ? "└─ " : "├─ ")
      let below = trunk + (isLast ? "   " : "│  ")
      return line.text.withoutControls.wrapped(to: max(20, width - 3 * line.depth))
        .enumerated().map { $0 == 0 ? mark + $1 : below + $1 }
    }
  }

  /// Values in a column beside their labels; where that would be too narrow to read, after them.
  private func listed(_ facts: [AnswerFact]) -> [String] {
    if width < 60 {
      return facts.flatMap { fact in
        fact.values.enumerated().flatMap { position, value in
          position == 0
            ? hanging("", "\(fact.label): \(value)", indent: 2) : hanging("  ", value, indent: 2)
        }
      }
    }
    let column = min(24, facts.map { $0.label.displayWidth }.max() ?? 0) + 2
    return facts.flatMap { fact in
      fact.values.enumerated().flatMap { position, value in
        hanging(
          (position == 0 ? fact.label.withoutControls : "").padded(to: column), value,
          indent: column)
      }
    }
  }

  private func register(_ sources: [NumberedSource]) -> [String] {
    guard !sources.isEmpty else { return [] }
    let column = "[\(sources.count)]".count + 3
    return [bold("Sources")]
      + sources.flatMap { source in
        hanging("  " + "[\(source.number)]".padded(to: column - 2), source.text, indent: column)
      }
  }

  /// A text after a mark, with its further lines under its first.
  private func hanging(
    bold isBold: Bool = false, _ mark: String, _ text: String, indent: Int
  ) -> [String] {
    let lines = text.withoutControls.wrapped(to: max(20, width - indent))
    return lines.enumerated().map { position, line in
      let body = isBold ? bold(line) : line
      return position == 0 ? mark + body : String(repeating: " ", count: indent) + body
    }
  }

  private func bold(_ text: String) -> String {
    isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text with the signs that this program adds replaced for terminals without Unicode.
  ///
  /// Names stay as they are.
  fileprivate var inASCII: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "─", "–", "—": text.append("-")
      case "│", "├", "└": text.append("|")
      case "→": text.append(contentsOf: "->".unicodeScalars)
      case "←": text.append(contentsOf: "<-".unicodeScalars)
      case "…": text.append(contentsOf: "...".unicodeScalars)
      case "·": text.append("*")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
