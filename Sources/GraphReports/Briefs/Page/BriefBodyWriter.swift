// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import SourceDiagnostics

/// Writes the text of a brief as HTML, with the answers in their places.
///
/// Markup of the author's own is not passed on: comments are left out, everything else is shown as
/// it is written.
struct BriefBodyWriter {
  private(set) var html = ""
  private(set) var diagnostics: [Diagnostic] = []

  private let answered: AnsweredBrief
  private let outline: BriefOutline
  private var headingCount = 0
  private var isTitleWritten: Bool
  private var isInLink = false

  /// How often each footnote has been referred to.
  private var footnoteReferences: [Int: Int] = [:]

  init(_ answered: AnsweredBrief, outline: BriefOutline) {
    self.answered = answered
    self.outline = outline
    isTitleWritten = outline.title == nil
  }

  mutating func writeText() {
    let children = answered.brief.root.children
    let notes = children.firstIndex { if case .footnote = $0.kind { true } else { false } }
    for child in children[..<(notes ?? children.count)] { write(child) }
    guard let notes else { return }
    html += "<section class=\"brief-notes\" aria-labelledby=\"notes\">\n"
    html += "<h2 id=\"notes\">\(answered.wording.footnotes)</h2>\n<ol>\n"
    for child in children[notes...] { write(child) }
    html += "</ol>\n</section>\n"
  }

  private mutating func write(_ children: [MarkdownNode]) {
    for child in children { write(child) }
  }

  private mutating func write(_ node: MarkdownNode, in tag: String, _ end: String = "") {
    html += "<\(tag)>"
    write(node.children)
    html += "</\(tag)>\(end)"
  }

  private mutating func write(_ node: MarkdownNode) {
    switch node.kind {
    case .document: write(node.children)
    case .paragraph: write(node, in: "p", "\n")
    case .heading: writeHeading(node)
    case .blockQuotation:
      html += "<blockquote>\n"
      write(node.children)
      html += "</blockquote>\n"
    case .list(let start, let isTight): writeList(node, start: start, isTight: isTight)
    case .item: write(node.children)
    case .codeBlock(_, let text, _):
      html += "<pre tabindex=\"0\"><code>\(HTMLText.escaped(text))</code></pre>\n"
    case .rule: html += "<hr>\n"
    case .table(let alignments): writeTable(node, alignments)
    case .row, .cell: write(node.children)
    case .footnote(let number): writeFootnote(node, number)
    case .markupBlock(let text):
      if let shown = Self.shown(text) { html += "<p>\(shown)</p>\n" }
    case .text(let text): html += HTMLText.escaped(text)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br>\n"
    case .code(let text): html += "<code>\(HTMLText.escaped(text))</code>"
    case .markup(let text): html += Self.shown(text) ?? ""
    case .emphasis: write(node, in: "em")
    case .strong: write(node, in: "strong")
    case .strikethrough: write(node, in: "del")
    case .link(let address, let title): writeLink(node, address, title)
    case .picture(let address, _):
      diagnostics.append(BriefMessages.refusedPicture(address, at: place(of: node)))
      html += "<span class=\"brief-picture\">\(HTMLText.escaped(node.plainText))</span>"
    case .footnoteReference(let number): writeFootnoteReference(number)
    case .block(let index): writeBlock(index)
    case .quotation(let index): writeQuotation(index)
    case .reference(let label): writeReference(label)
    }
  }

  private func place(of node: MarkdownNode) -> SourceLocation {
    let source = answered.brief.source
    let line = source.range(ofLine: node.lines.lowerBound)
    let start = min(line.lowerBound + node.column - 1, line.upperBound)
    return source.location(of: start..<start + 1)
  }

  /// Markup as text; nil for comments, which nobody is to read.
  private static func shown(_ markup: String) -> String? {
    let text = markup.drop(while: \.isWhitespace)
    if text.hasPrefix("<!--") { return nil }
    return HTMLText.escaped(markup)
  }

  // MARK: Blocks of Markdown

  private mutating func writeHeading(_ node: MarkdownNode) {
    guard isTitleWritten else {
      // It stands in the header of the page.
      isTitleWritten = true
      return
    }
    let heading = outline.headings[headingCount]
    headingCount += 1
    html += "<h\(heading.level) id=\"\(heading.identifier)\">"
    write(node.children)
    html += "</h\(heading.level)>\n"
  }

  private mutating func writeList(_ node: MarkdownNode, start: Int?, isTight: Bool) {
    let tag = start == nil ? "ul" : "ol"
    html += "<\(tag)"
    if let start, start != 1 { html += " start=\"\(start)\"" }
    html += ">\n"
    for item in node.children {
      html += "<li>"
      var box = ""
      if case .item(let isChecked?) = item.kind {
        let word = isChecked ? answered.wording.done : answered.wording.notDone
        box = "<span role=\"img\" aria-label=\"\(word)\">\(isChecked ? "☑" : "☐")</span> "
      }
      for (position, child) in item.children.enumerated() {
        let mark = position == 0 ? box : ""
        if case .paragraph = child.kind {
          html += isTight ? mark : "<p>\(mark)"
          write(child.children)
          html += isTight ? "\n" : "</p>\n"
        } else {
          html += mark
          write(child)
        }
      }
      html += "</li>\n"
    }
    html += "</\(tag)>\n"
  }

  private mutating func writeTable(_ node: MarkdownNode, _ alignments: [MarkdownNode.Alignment]) {
    html += "<div class=\"brief-scroll\" tabindex=\"0\">\n<table>\n"
    for row in node.children {
      guard case .row(let isHeader) = row.kind else { continue }
      html += "<tr>"
      for (column, cell) in row.children.enumerated() {
        let alignment = column < alignments.count ? alignments[column] : .none
        html += isHeader ? "<th scope=\"col\"" : "<td"
        switch alignment {
        case .none, .left: html += ">"
        case .centre: html += " class=\"brief-centre\">"
        case .right: html += " class=\"brief-right\">"
        }
        write(cell.children)
        html += isHeader ? "</th>" : "</td>"
      }
      html += "</tr>\n"
    }
    html += "</table>\n</div>\n"
  }

  private mutating func writeLink(_ node: MarkdownNode, _ address: String, _ title: String) {
    guard let link = LinkAddress(address), !isInLink else {
      if !isInLink {
        diagnostics.append(BriefMessages.refusedLink(address, at: place(of: node)))
      }
      return write(node.children)
    }
    html += "<a\(HTMLText.attribute("href", link.text))"
    if !title.isEmpty { html += HTMLText.attribute("title", title) }
    html += ">"
    isInLink = true
    write(node.children)
    isInLink = false
    html += "</a>"
  }

  // MARK: Footnotes

  private mutating func writeFootnoteReference(_ number: Int) {
    footnoteReferences[number, default: 0] += 1
    let times = footnoteReferences[number] ?? 1
    let identifier = "note-\(number)-from" + (times == 1 ? "" : "-\(times)")
    html +=
      "<sup id=\"\(identifier)\"><a href=\"#note-\(number)\" "
      + "aria-label=\"\(answered.wording.footnote) \(number)\">\(number)</a></sup>"
  }

  private mutating func writeFootnote(_ node: MarkdownNode, _ number: Int) {
    html += "<li id=\"note-\(number)\">\n"
    write(node.children)
    html +=
      "<p><a href=\"#note-\(number)-from\" aria-label=\"\(answered.wording.backToText)\">↩</a></p>\n"
    html += "</li>\n"
  }

  // MARK: Answers

  private mutating func writeReference(_ label: String) {
    guard let target = answered.targets[label] else {
      html += "<span class=\"brief-fault\">@\(HTMLText.escaped(label))</span>"
      return
    }
    let text = "\(target.word)\u{A0}\(target.number)"
    html +=
      isInLink ? text : "<a\(HTMLText.attribute("href", "#" + target.identifier))>\(text)</a>"
  }

  private mutating func writeQuotation(_ index: Int) {
    let quotation = answered.quotations[index]
    if let fault = quotation.faults.first {
      html += "<span class=\"brief-fault\" role=\"note\">\(HTMLText.escaped(fault.message))</span>"
      return
    }
    html += HTMLText.escaped(quotation.text)
    // Marks stand behind a space, and on the line of what they are about.
    if !quotation.sourceNumbers.isEmpty { html += "\u{A0}" }
    html += BriefAnswerWriter.marks(quotation.sourceNumbers, isLinked: !isInLink)
  }

  private mutating func writeBlock(_ index: Int) {
    let block = answered.blocks[index]
    let question = answered.brief.blocks[index]
    guard block.faults.isEmpty else {
      html += "<div class=\"brief-fault\" role=\"note\">\n"
      let subject = question.value?.label ?? question.value?.command.first ?? "\(question.place)"
      html += "<p><strong>\(HTMLText.escaped(answered.wording.failed(subject)))</strong></p>\n"
      for fault in block.faults {
        let place = fault.location.map { "\($0): " } ?? ""
        html += "<p>\(HTMLText.escaped(place + fault.message))"
        if let help = fault.help { html += "<br>\n\(HTMLText.escaped(help))" }
        html += "</p>\n"
      }
      html += "</div>\n"
      return
    }
    let writer = BriefAnswerWriter(
      sourceCount: answered.sources.count, width: question.value?.width,
      wording: answered.wording)
    for part in block.parts { html += writer.html(of: part, citing: block.sourceNumbers) }
  }
}
