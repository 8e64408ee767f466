// SPDX-License-Identifier: Apache-2.0

/// Writes the parts of an answer as HTML.
struct BriefAnswerWriter {
  /// How many sources the brief cites: only their numbers become links.
  let sourceCount: Int

  /// The width of figures.
  let width: BriefLength?
  let wording: BriefWording

  func html(of part: AnsweredBrief.Part, citing numbers: [Int]) -> String {
    switch part {
    case .figure(let figure, let numbered): html(of: figure, numbered, citing: numbers)
    case .table(let table, let numbered): html(of: table, numbered, citing: numbers)
    case .text(let blocks):
      "<div class=\"brief-answer\">\n" + blocks.map(html).joined() + "</div>\n"
    case .sources(let sources):
      sources.isEmpty
        ? ""
        : "<ul class=\"brief-answer\">\n"
          + sources.map { "<li>\(marked("[\($0.number)] \($0.textWithoutURL)"))</li>\n" }.joined()
          + "</ul>\n"
    }
  }

  /// The marks of sources as links to them: `[1][3]`, `[1]–[4]`.
  static func marks(_ numbers: [Int], isLinked: Bool = true) -> String {
    guard !numbers.isEmpty else { return "" }
    let marks = BriefWording.marks(numbers) { number in
      isLinked ? "<a href=\"#source-\(number)\">[\(number)]</a>" : "[\(number)]"
    }
    return "<span class=\"brief-marks\">\(marks)</span>"
  }

  // MARK: Figures and tables

  private func html(
    of figure: BriefFigure, _ numbered: AnsweredBrief.Numbered, citing numbers: [Int]
  ) -> String {
    let prefix = "svg-\(numbered.number)-"
    let caption = caption(wording.figure, numbered, citing: numbers)
    let drawing = EmbeddedSVG(figure.svg, prefix: prefix, alternative: figure.alternative)
    let notes = figure.notes.map { note in
      "<br>\n<span class=\"brief-note\">\(HTMLText.escaped("\(wording.figureNote) \(note)"))</span>"
    }.joined()
    let style = width.map { " style=\"width: \($0.text)\"" } ?? ""
    return """
      <figure\(HTMLText.attribute("id", numbered.identifier))>
      <div class="brief-drawing"\(style)>
      \(drawing?.markup ?? "<p>\(HTMLText.escaped(figure.alternative))</p>")
      </div>
      <figcaption>\(caption)\(notes)</figcaption>
      </figure>

      """
  }

  private func html(
    of table: AnswerTable, _ numbered: AnsweredBrief.Numbered, citing numbers: [Int]
  ) -> String {
    let caption = caption(wording.table, numbered, citing: numbers)
    return opening(of: table)
      + "<table\(HTMLText.attribute("id", numbered.identifier))>\n<caption>\(caption)</caption>\n"
      + rows(of: table) + "</table>\n</div>\n"
  }

  /// Tables of so many rows are printed on one page.
  private static let mostRowsOfAWhole = 12

  private func opening(of table: AnswerTable) -> String {
    let isWhole = table.rows.count <= Self.mostRowsOfAWhole
    return "<div class=\"brief-scroll\(isWhole ? " brief-whole" : "")\" tabindex=\"0\">\n"
  }

  private func caption(
    _ word: String, _ numbered: AnsweredBrief.Numbered, citing numbers: [Int]
  ) -> String {
    var text = "<span class=\"brief-number\">\(word)\u{A0}\(numbered.number).</span>"
    if let caption = numbered.caption { text += " " + HTMLText.escaped(caption) }
    if !numbers.isEmpty { text += " " + Self.marks(numbers) }
    return text
  }

  /// The first cell of a row names what the row is about.
  private func rows(of table: AnswerTable) -> String {
    var text = "<thead>\n<tr>"
    for column in table.columns { text += "<th scope=\"col\">\(HTMLText.escaped(column))</th>" }
    text += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows {
      text += "<tr>"
      for (position, cell) in row.enumerated() {
        text +=
          position == 0 && row.count > 1
          ? "<th scope=\"row\">\(marked(cell))</th>" : "<td>\(marked(cell))</td>"
      }
      text += "</tr>\n"
    }
    return text + "</tbody>\n"
  }

  // MARK: Words

  private func html(of block: AnswerBlock) -> String {
    switch block {
    // Headings of answers are not headings of the brief.
    case .heading(let text): "<p><strong>\(marked(text))</strong></p>\n"
    case .paragraph(let text): "<p>\(marked(text))</p>\n"
    case .chain(let text): "<p class=\"brief-chain\">\(marked(text))</p>\n"
    case .steps(let steps):
      "<ol>\n" + steps.map { "<li>\(marked($0))</li>\n" }.joined() + "</ol>\n"
    case .items(let items):
      "<ul>\n" + items.map { "<li>\(marked($0))</li>\n" }.joined() + "</ul>\n"
    case .facts(let facts):
      "<dl>\n"
        + facts.map { fact in
          "<dt>\(HTMLText.escaped(fact.label))</dt>\n"
            + fact.values.map { "<dd>\(marked($0))</dd>\n" }.joined()
        }.joined() + "</dl>\n"
    case .tree(let lines): html(of: lines)
    case .table(let table):
      opening(of: table) + "<table>\n\(rows(of: table))</table>\n</div>\n"
    case .note(let text): "<p class=\"brief-note\">\(marked(text))</p>\n"
    case .sources: ""
    }
  }

  private func html(of lines: [AnswerTreeLine]) -> String {
    var text = ""
    var depth = -1
    for line in lines {
      if line.depth > depth {
        text += depth < 0 ? "<ul>\n" : "\n<ul>\n"
        depth += 1
      } else {
        text += "</li>\n"
        while depth > max(0, line.depth) {
          text += "</ul>\n</li>\n"
          depth -= 1
        }
      }
      text += "<li>\(marked(line.text))"
    }
    while depth >= 0 {
      text += "</li>\n</ul>\n"
      depth -= 1
    }
    return text
  }

  /// Text in which marks such as `[2]` lead to the sources that they stand for.
  private func marked(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return HTMLText.escaped(text) }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      let digits = rest[rest.index(after: open)...].prefix { ("0"..."9").contains($0) }
      guard digits.count <= 6, let number = Int(digits), number >= 1, number <= sourceCount,
        digits.endIndex < rest.endIndex, rest[digits.endIndex] == "]"
      else {
        result += HTMLText.escaped(String(rest[...open]))
        rest = rest[rest.index(after: open)...]
        continue
      }
      result += HTMLText.escaped(String(rest[..<open]))
      result += "<a class=\"brief-marks\" href=\"#source-\(number)\">[\(number)]</a>"
      rest = rest[rest.index(after: digits.endIndex)...]
    }
    return result + HTMLText.escaped(String(rest))
  }
}
