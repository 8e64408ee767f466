// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import SourceDiagnostics

/// Writes the text of a brief as blocks of pandoc, with the answers in their places.
///
/// Markup of the author's own is not passed on: comments are left out, everything else is shown as
/// it is written.
struct PandocBriefWriter {
  private(set) var diagnostics: [Diagnostic] = []

  private let answered: AnsweredBrief
  private let outline: BriefOutline
  private let target: PandocTarget
  private let marks: PandocMarks
  private var figures: PandocFigures
  private var headingCount = 0
  private var isTitleWritten: Bool
  private var isInLink = false

  /// The texts of footnotes by their numbers, and which of them stand in the text already.
  private var notes: [Int: MarkdownNode] = [:]
  private var writtenNotes: Set<Int> = []
  private var isInNote = false

  /// What went wrong first with a file of a picture.
  private(set) var fault: BriefFault?

  init(
    _ answered: AnsweredBrief, outline: BriefOutline, target: PandocTarget,
    figures: PandocFigures
  ) {
    self.answered = answered
    self.outline = outline
    self.target = target
    self.figures = figures
    marks = PandocMarks(linkedTo: answered.sources)
    isTitleWritten = outline.title == nil
  }

  mutating func write(to writer: inout PandocWriter) {
    for child in answered.brief.root.children {
      if case .footnote(let number) = child.kind { notes[number] = child }
    }
    write(answered.brief.root.children, to: &writer)
  }

  private mutating func write(_ nodes: [MarkdownNode], to writer: inout PandocWriter) {
    for node in nodes { write(node, to: &writer) }
  }

  private mutating func element(
    _ tag: String, around node: MarkdownNode, to writer: inout PandocWriter
  ) {
    writer.element(tag) { writer in writer.list { write(node.children, to: &$0) } }
  }

  private mutating func write(_ node: MarkdownNode, to writer: inout PandocWriter) {
    switch node.kind {
    case .document, .item, .row, .cell: write(node.children, to: &writer)
    case .paragraph: element("Para", around: node, to: &writer)
    case .heading: writeHeading(node, to: &writer)
    case .blockQuotation: element("BlockQuote", around: node, to: &writer)
    case .list(let start, let isTight):
      writeList(node, start: start, isTight: isTight, to: &writer)
    case .codeBlock(_, let text, _):
      writer.element("CodeBlock") { writer in
        writer.list { writer in
          writer.attributes()
          writer.text(
            TerminalText.harmless(text.hasSuffix("\n") ? String(text.dropLast()) : text))
        }
      }
    case .rule: writer.element("HorizontalRule")
    case .table(let alignments): writeTable(node, alignments, to: &writer)
    // They stand where the text refers to them.
    case .footnote: break
    case .markupBlock(let text):
      if let shown = Self.shown(text) { writer.paragraph { $0.lines(shown) } }
    case .text(let text): writer.words(text)
    case .softBreak: writer.element("SoftBreak")
    case .lineBreak: writer.element("LineBreak")
    case .code(let text): writer.code(text)
    case .markup(let text): if let shown = Self.shown(text) { writer.lines(shown) }
    case .emphasis: element("Emph", around: node, to: &writer)
    case .strong: element("Strong", around: node, to: &writer)
    case .strikethrough: element("Strikeout", around: node, to: &writer)
    case .link(let address, let title): writeLink(node, address, title, to: &writer)
    case .picture(let address, _):
      diagnostics.append(BriefMessages.refusedPicture(address, at: place(of: node)))
      writer.element("Emph") { $0.list { $0.words(node.plainText) } }
    case .footnoteReference(let number): writeNote(number, to: &writer)
    case .block(let index): writeBlock(index, to: &writer)
    case .quotation(let index): writeQuotation(index, to: &writer)
    case .reference(let label): writeReference(label, to: &writer)
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
    markup.drop(while: \.isWhitespace).hasPrefix("<!--") ? nil : markup
  }

  // MARK: Blocks of Markdown

  private mutating func writeHeading(_ node: MarkdownNode, to writer: inout PandocWriter) {
    guard isTitleWritten else {
      // It is the title of the document.
      isTitleWritten = true
      return
    }
    let heading = outline.headings[headingCount]
    headingCount += 1
    writer.element("Header") { writer in
      writer.list { writer in
        // The first level is that of the title on a page, and of the first heading here.
        writer.number(heading.level - 1)
        writer.attributes(.init(identifier: heading.identifier))
        writer.list { write(node.children, to: &$0) }
      }
    }
  }

  private mutating func writeList(
    _ node: MarkdownNode, start: Int?, isTight: Bool, to writer: inout PandocWriter
  ) {
    func items(_ writer: inout PandocWriter) {
      writer.list { writer in
        for item in node.children {
          writer.list { writer in
            var box: String?
            if case .item(let isChecked?) = item.kind { box = isChecked ? "☑ " : "☐ " }
            for child in item.children {
              guard case .paragraph = child.kind else {
                write(child, to: &writer)
                continue
              }
              writer.element(isTight ? "Plain" : "Para") { writer in
                writer.list { writer in
                  if let box { writer.words(box) }
                  write(child.children, to: &writer)
                }
              }
              box = nil
            }
          }
        }
      }
    }
    guard let start else { return writer.element("BulletList", items) }
    writer.element("OrderedList") { writer in
      writer.list { writer in
        writer.list { writer in
          writer.number(start)
          writer.element("Decimal")
          writer.element("Period")
        }
        items(&writer)
      }
    }
  }

  private mutating func writeTable(
    _ node: MarkdownNode, _ alignments: [MarkdownNode.Alignment], to writer: inout PandocWriter
  ) {
    let rows = node.children.map { row -> (isHeader: Bool, cells: [MarkdownNode]) in
      if case .row(let isHeader) = row.kind { return (isHeader, row.children) }
      return (false, row.children)
    }
    let words = AnswerTable(
      columns: rows.first?.cells.map(\.plainText) ?? [],
      rows: rows.dropFirst().map { $0.cells.map(\.plainText) })
    writer.table(
      identifier: "", caption: { _ in }, columns: words.columns.count,
      alignments: alignments.map(\.element),
      widths: target.isPaper ? PandocColumnWidths(of: words).shares : nil,
      head: rows.filter(\.isHeader).map(\.cells), body: rows.filter { !$0.isHeader }.map(\.cells)
    ) { cell, writer in write(cell.children, to: &writer) }
  }

  private mutating func writeLink(
    _ node: MarkdownNode, _ address: String, _ title: String, to writer: inout PandocWriter
  ) {
    guard let link = LinkAddress(address), !isInLink else {
      if !isInLink {
        diagnostics.append(BriefMessages.refusedLink(address, at: place(of: node)))
      }
      return write(node.children, to: &writer)
    }
    isInLink = true
    writer.element("Link") { writer in
      writer.list { writer in
        writer.attributes()
        writer.list { write(node.children, to: &$0) }
        writer.list {
          $0.text(link.text)
          $0.text(title.withoutControls)
        }
      }
    }
    isInLink = false
  }

  /// A note stands where the text first refers to it; from elsewhere its number is named.
  private mutating func writeNote(_ number: Int, to writer: inout PandocWriter) {
    guard let note = notes[number], !isInNote, writtenNotes.insert(number).inserted else {
      writer.element("Superscript") { $0.list { $0.words("\(number)") } }
      return
    }
    isInNote = true
    element("Note", around: note, to: &writer)
    isInNote = false
  }

  // MARK: Answers

  private func writeReference(_ label: String, to writer: inout PandocWriter) {
    guard let target = answered.targets[label] else {
      writer.element("Strong") { $0.list { $0.words("@\(label)") } }
      return
    }
    let text = "\(target.word)\u{A0}\(target.number)"
    isInLink ? writer.words(text) : writer.link(to: target.identifier, text)
  }

  private func writeQuotation(_ index: Int, to writer: inout PandocWriter) {
    let quotation = answered.quotations[index]
    if let fault = quotation.faults.first { return writer.box([fault.message], isBlock: false) }
    writer.words(quotation.text)
    guard !quotation.sourceNumbers.isEmpty else { return }
    // Marks stand on the line of what they are about.
    writer.words("\u{A0}")
    if isInLink {
      writer.words(BriefWording.marks(quotation.sourceNumbers) { "[\($0)]" })
    } else {
      marks.writeShortened(quotation.sourceNumbers, to: &writer)
    }
  }

  private mutating func writeBlock(_ index: Int, to writer: inout PandocWriter) {
    let block = answered.blocks[index]
    let question = answered.brief.blocks[index]
    guard block.faults.isEmpty else {
      let subject = question.value?.label ?? question.value?.command.first ?? "\(question.place)"
      let faults = block.faults.map { fault in
        [fault.location.map { "\($0): \(fault.message)." } ?? "\(fault.message).", fault.help]
          .compactMap { $0 }.joined(separator: " ")
      }
      return writer.box(["\(answered.wording.failed(subject))."] + faults, isBlock: true)
    }
    let words = PandocTextWriter(marks: marks, target: target)
    let before = writer.elements.count
    for part in block.parts {
      switch part {
      case .figure(let figure, let numbered):
        write(figure, numbered, of: question.value, citing: block.sourceNumbers, to: &writer)
      case .table(let table, let numbered):
        let caption = caption(answered.wording.table, numbered, citing: block.sourceNumbers)
        if target.hasNamedStyles {
          // A division would be a section of the document.
          words.write(table, identifier: "", to: &writer) { writer in
            writer.anchor(numbered.identifier)
            caption(&writer)
          }
        } else {
          // Not every writer keeps the identifier of a table.
          writer.division(.init(identifier: numbered.identifier)) { writer in
            words.write(table, identifier: "", to: &writer, caption: caption)
          }
        }
      case .text(let blocks): for block in blocks { words.write(block, to: &writer) }
      case .sources(let sources):
        guard !sources.isEmpty else { continue }
        writer.element("BulletList") { writer in
          writer.list { writer in
            for source in sources {
              writer.list { writer in
                writer.paragraph("Plain") { writer in
                  marks.write("[\(source.number)] \(source.textWithoutURL)", to: &writer)
                }
              }
            }
          }
        }
      }
    }
    // A list of blocks has no place for nothing.
    if writer.elements.count == before { writer.division(.init()) { _ in } }
  }

  private mutating func write(
    _ figure: BriefFigure, _ numbered: AnsweredBrief.Numbered, of block: BriefBlock?,
    citing numbers: [Int], to writer: inout PandocWriter
  ) {
    let placed = PandocFigures.Placed(
      svg: figure.svg, identifier: numbered.identifier, alternative: figure.alternative,
      isAlternativeGiven: true, width: block?.width, stem: numbered.identifier, hasCaption: true,
      caption: caption(answered.wording.figure, numbered, citing: numbers))
    do throws(BriefFault) { try figures.write(placed, to: &writer) } catch {
      if fault == nil { fault = error }
      writer.paragraph { $0.words("[\(figure.alternative)]") }
    }
    for note in figure.notes {
      writer.paragraph { writer in
        writer.element("Emph") { $0.list { $0.words("\(answered.wording.figureNote) \(note)") } }
      }
    }
  }

  /// `Figure 2. BOMCA and its states [1]–[4]`
  private func caption(
    _ word: String, _ numbered: AnsweredBrief.Numbered, citing numbers: [Int]
  ) -> (inout PandocWriter) -> Void {
    { writer in
      writer.element("Strong") { $0.list { $0.words("\(word)\u{A0}\(numbered.number).") } }
      if let caption = numbered.caption { writer.words(" \(caption)") }
      guard !numbers.isEmpty else { return }
      writer.element("Space")
      marks.writeShortened(numbers, to: &writer)
    }
  }
}

extension MarkdownNode.Alignment {
  /// What pandoc calls it.
  fileprivate var element: String {
    switch self {
    case .none: "AlignDefault"
    case .left: "AlignLeft"
    case .centre: "AlignCenter"
    case .right: "AlignRight"
    }
  }
}
