// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// Writes elements of pandoc's syntax tree.
///
/// Blocks and inlines are written into the array that is open; ``elements`` has what was written
/// so far, separated by commas.
struct PandocWriter {
  /// An attribute list: identifier, classes, keys with values.
  struct Attributes {
    var identifier = ""
    var classes: [String] = []
    var pairs: [(key: String, value: String)] = []
  }

  private var json = JSONWriter(indentation: nil)

  init() { json.beginArray() }

  /// The elements without the brackets around them.
  var elements: [UInt8] {
    var copy = json
    copy.endArray()
    return Array(copy.takeOutput().dropFirst().dropLast())
  }

  // MARK: Any element

  mutating func element(_ tag: String, _ contents: (inout PandocWriter) -> Void) {
    json.beginObject()
    json.member("t", tag)
    json.key("c")
    contents(&self)
    json.endObject()
  }

  /// An element without contents.
  mutating func element(_ tag: String) {
    json.beginObject()
    json.member("t", tag)
    json.endObject()
  }

  mutating func list(_ body: (inout PandocWriter) -> Void) {
    json.beginArray()
    body(&self)
    json.endArray()
  }

  mutating func text(_ text: String) { json.value(text) }
  mutating func number(_ number: Int) { json.value(number) }
  mutating func number(_ number: Double) { json.value(number) }
  mutating func nothing() { json.null() }

  mutating func attributes(_ attributes: Attributes = Attributes()) {
    list { writer in
      writer.text(attributes.identifier)
      writer.list { for name in attributes.classes { $0.text(name) } }
      writer.list { writer in
        for pair in attributes.pairs {
          writer.list {
            $0.text(pair.key)
            $0.text(pair.value)
          }
        }
      }
    }
  }

  // MARK: Inlines

  /// Words with spaces between them.
  mutating func words(_ text: String) {
    var isFirst = true
    for word in text.withoutControls.split(separator: " ", omittingEmptySubsequences: false) {
      if !isFirst { element("Space") }
      isFirst = false
      if !word.isEmpty { element("Str") { $0.text(String(word)) } }
    }
  }

  /// A link to a place in the same document.
  mutating func link(to identifier: String, _ words: String) {
    element("Link") { writer in
      writer.list { writer in
        writer.attributes()
        writer.list { $0.words(words) }
        writer.list {
          $0.text("#\(identifier)")
          $0.text("")
        }
      }
    }
  }

  /// An address of the web, shown as it is.
  mutating func link(_ url: String) {
    element("Link") { writer in
      writer.list { writer in
        writer.attributes(Attributes(classes: ["uri"]))
        writer.list { $0.element("Str") { $0.text(url) } }
        writer.list {
          $0.text(url)
          $0.text("")
        }
      }
    }
  }

  /// Citations in one pair of parentheses, as a citation processor replaces them.
  mutating func cite(_ citations: [(key: String, locator: String?)]) {
    element("Cite") { writer in
      writer.list { writer in
        writer.list { writer in for citation in citations { writer.citation(citation) } }
        writer.list { writer in
          let keys = citations.map { "@\($0.key)" }.joined(separator: "; ")
          writer.words("[\(keys)]")
        }
      }
    }
  }

  private mutating func citation(_ citation: (key: String, locator: String?)) {
    json.beginObject()
    json.member("citationId", citation.key)
    json.key("citationPrefix")
    list { _ in }
    json.key("citationSuffix")
    list { writer in if let locator = citation.locator { writer.words(", \(locator)") } }
    json.key("citationMode")
    element("NormalCitation")
    json.member("citationNoteNum", 1)
    json.member("citationHash", 0)
    json.endObject()
  }

  mutating func image(
    _ path: String, alternative: (inout PandocWriter) -> Void, title: String = "",
    _ attributes: Attributes
  ) {
    element("Image") { writer in
      writer.list { writer in
        writer.attributes(attributes)
        writer.list(alternative)
        writer.list {
          $0.text(path)
          $0.text(title)
        }
      }
    }
  }

  // MARK: Blocks

  mutating func raw(_ format: String, _ markup: String) {
    element("RawBlock") { writer in
      writer.list {
        $0.text(format)
        $0.text(markup)
      }
    }
  }

  /// `Para` or `Plain`.
  mutating func paragraph(_ tag: String = "Para", _ inlines: (inout PandocWriter) -> Void) {
    element(tag) { $0.list(inlines) }
  }

  mutating func division(_ attributes: Attributes, _ blocks: (inout PandocWriter) -> Void) {
    element("Div") { writer in
      writer.list { writer in
        writer.attributes(attributes)
        writer.list(blocks)
      }
    }
  }

  /// A paragraph in a style that the format knows by name.
  mutating func styled(_ style: String, _ inlines: (inout PandocWriter) -> Void) {
    division(.init(pairs: [(key: "custom-style", value: style)])) { $0.paragraph("Para", inlines) }
  }

  /// A place that links can lead to; nothing where it has no name.
  mutating func anchor(_ identifier: String) {
    guard !identifier.isEmpty else { return }
    element("Span") { writer in
      writer.list { writer in
        writer.attributes(.init(identifier: identifier))
        writer.list { _ in }
      }
    }
  }

  /// Inline code.
  mutating func code(_ text: String) {
    element("Code") { writer in
      writer.list { writer in
        writer.attributes()
        writer.text(text.withoutControls)
      }
    }
  }

  /// Words in which the ends of lines stay.
  mutating func lines(_ text: String) {
    for (position, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      if position > 0 { element("SoftBreak") }
      words(String(line))
    }
  }
}
