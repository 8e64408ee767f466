// SPDX-License-Identifier: Apache-2.0

internal import CMarkdown

/// Makes a tree of the events that the parser of Markdown gives.
struct MarkdownTreeBuilder {
  private var stack: [MarkdownNode]
  private let lineCount: Int
  private var footnotes = 0

  init(lineCount: Int) {
    self.lineCount = max(1, lineCount)
    stack = [MarkdownNode(.document, lines: 1...max(1, lineCount))]
  }

  /// The parser parts a text at every character that might have begun a mark; its pieces wait here
  /// until something else comes.
  private var pendingText = ""
  private var pendingStart = cmarkdown_event()

  /// The tree, once all events have been taken.
  var root: MarkdownNode { stack[0] }

  mutating func take(_ event: cmarkdown_event, texts: UnsafeRawBufferPointer) {
    let name = String(cString: event.kind)
    if name == "text" {
      guard event.is_end == 0 else { return }
      if pendingText.isEmpty { pendingStart = event }
      pendingText += String(
        decoding: texts[event.text..<event.text + event.text_length], as: UTF8.self)
      return
    }
    endText()
    if name == "document" { return }
    if event.is_end == 0 {
      let kind = kind(name, event, texts)
      stack.append(node(kind, event))
    } else {
      let node = stack.removeLast()
      stack[stack.count - 1].children.append(node)
    }
  }

  private mutating func endText() {
    guard !pendingText.isEmpty else { return }
    let node = node(.text(pendingText), pendingStart)
    stack[stack.count - 1].children.append(node)
    pendingText = ""
  }

  private func node(_ kind: MarkdownNode.Kind, _ event: cmarkdown_event) -> MarkdownNode {
    // Inlines carry no line in some places; they stand in the lines of what they are part of.
    let parent = stack[stack.count - 1]
    let start =
      event.start_line > 0 ? min(Int(event.start_line), lineCount) : parent.lines.lowerBound
    let end = min(max(start, Int(event.end_line)), lineCount)
    return MarkdownNode(
      kind, lines: start...max(start, end), column: max(1, Int(event.start_column)))
  }

  private mutating func kind(
    _ name: String, _ event: cmarkdown_event, _ texts: UnsafeRawBufferPointer
  ) -> MarkdownNode.Kind {
    func has(_ flag: cmarkdown_flag) -> Bool { UInt32(event.flags) & flag.rawValue != 0 }
    func string(_ start: Int, _ length: Int) -> String {
      String(decoding: texts[start..<start + length], as: UTF8.self)
    }
    var text: String { string(event.text, event.text_length) }
    var title: String { string(event.title, event.title_length) }
    switch name {
    case "paragraph": return .paragraph
    case "heading": return .heading(min(6, max(1, Int(event.number))))
    case "block_quote": return .blockQuotation
    case "list":
      return .list(
        start: has(CMARKDOWN_ORDERED) ? Int(event.number) : nil, isTight: has(CMARKDOWN_TIGHT))
    case "item": return .item(isChecked: nil)
    case "tasklist": return .item(isChecked: has(CMARKDOWN_CHECKED))
    case "code_block": return .codeBlock(info: title, text: text, isFenced: has(CMARKDOWN_FENCED))
    case "thematic_break": return .rule
    case "table":
      let marks = texts[event.title..<event.title + event.title_length]
      return .table(marks.map(Self.alignment))
    case "table_header": return .row(isHeader: true)
    case "table_row": return .row(isHeader: false)
    case "table_cell": return .cell
    case "footnote_definition":
      // They follow the text in the order in which it refers to them.
      footnotes += 1
      return .footnote(footnotes)
    case "footnote_reference": return .footnoteReference(Int(text) ?? 0)
    case "html_block", "custom_block": return .markupBlock(text)
    case "html_inline", "custom_inline": return .markup(text)
    case "softbreak": return .softBreak
    case "linebreak": return .lineBreak
    case "code": return .code(text)
    case "emph": return .emphasis
    case "strong": return .strong
    case "strikethrough": return .strikethrough
    case "link": return .link(address: text, title: title)
    case "image": return .picture(address: text, title: title)
    default: return .text(text)
    }
  }

  private static func alignment(_ mark: UInt8) -> MarkdownNode.Alignment {
    switch mark {
    case UInt8(ascii: "l"): .left
    case UInt8(ascii: "c"): .centre
    case UInt8(ascii: "r"): .right
    default: .none
    }
  }
}
