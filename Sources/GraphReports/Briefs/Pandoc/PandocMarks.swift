// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// The marks of sources in an answer, `[1]`, as the document writes them: citations where it has a
/// bibliography, else the marks themselves, which the list at its end explains.
struct PandocMarks {
  /// What a mark becomes.
  private enum Form {
    case words, citations

    /// Links to the list of sources.
    case links
  }

  private let form: Form
  private let cited: [Int: (key: String, locator: String?)]

  /// The numbers that the answer cites, ascending.
  let numbers: [Int]

  /// - Parameter keys: those of the bibliography, where the document has one.
  init(_ citations: [Citation], _ numbering: SourceNumbering, _ keys: CitationKeys?) {
    var numbering = numbering
    form = keys == nil ? .words : .citations
    var cited: [Int: (key: String, locator: String?)] = [:]
    var locators: [Int: Set<String>] = [:]
    for citation in citations {
      guard let number = numbering.numbers(of: [citation]).first else { continue }
      if let locator = citation.locator { locators[number, default: []].insert(locator) }
      cited[number] = (keys?.key(of: citation.source) ?? "", nil)
    }
    // Of several places in a source a citation would name a part only.
    for (number, places) in locators where places.count == 1 {
      cited[number]?.locator = places.first
    }
    self.cited = cited
    numbers = cited.keys.sorted()
  }

  /// Marks that lead to a list of sources with so many numbers.
  init(linkedTo sources: [NumberedSource]) {
    form = .links
    cited = Dictionary(
      sources.map { ($0.number, (key: Self.identifier(of: $0.number), locator: nil)) }
    ) { first, _ in first }
    numbers = cited.keys.sorted()
  }

  /// Where a source stands in the list.
  static func identifier(of number: Int) -> String { "source-\(number)" }

  /// Citations, or the marks.
  func write(_ numbers: [Int], to writer: inout PandocWriter) {
    let citations = numbers.compactMap { cited[$0] }
    guard form != .words, citations.count == numbers.count else {
      return writer.words(numbers.marks)
    }
    if form == .citations { return writer.cite(citations) }
    for number in numbers { writer.link(to: Self.identifier(of: number), "[\(number)]") }
  }

  /// The marks of many sources, of which those in a row are the first and the last: `[1]–[4]`.
  func writeShortened(_ numbers: [Int], to writer: inout PandocWriter) {
    var rest = numbers[...]
    while let first = rest.popFirst() {
      var last = first
      while rest.first == last + 1 { last = rest.removeFirst() }
      write([first], to: &writer)
      if last > first + 1 { writer.words("–") }
      if last > first { write([last], to: &writer) }
    }
  }

  /// Words in which the marks of the answer's sources are citations.
  func write(_ text: String, to writer: inout PandocWriter) {
    guard form != .words else { return writer.words(text) }
    var words = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "[") {
      let (found, end) = marks(in: rest[start...])
      if found.isEmpty {
        words += rest[...start]
        rest = rest[rest.index(after: start)...]
      } else {
        words += rest[..<start]
        if !words.isEmpty { writer.words(words) }
        words = ""
        write(found, to: &writer)
        rest = rest[end...]
      }
    }
    words += rest
    if !words.isEmpty { writer.words(words) }
  }

  /// How many letters a text takes in which citations stand for marks.
  func width(of text: String) -> Int {
    var width = text.displayWidth
    guard form == .citations else { return width }
    var rest = text[...]
    while let start = rest.firstIndex(of: "[") {
      let (found, end) = marks(in: rest[start...])
      width += found.count * Self.citationWidth
      rest = found.isEmpty ? rest[rest.index(after: start)...] : rest[end...]
    }
    return width
  }

  /// An author and a year.
  private static let citationWidth = 25

  /// The marks at the start of a text that are those of sources, and where they end.
  private func marks(in text: Substring) -> (numbers: [Int], end: Substring.Index) {
    var numbers: [Int] = []
    var end = text.startIndex
    while end < text.endIndex, text[end] == "[",
      let close = text[end...].prefix(12).firstIndex(of: "]"),
      let number = Int(text[text.index(after: end)..<close]), cited[number] != nil
    {
      numbers.append(number)
      end = text.index(after: close)
    }
    return (numbers, end)
  }

  /// What explains the marks in a figure: "Sources: [1] …; [2] …."; nothing where the list of
  /// sources does.
  func writeKey(to writer: inout PandocWriter) {
    guard hasKey else { return }
    writer.words("Sources:")
    for (position, number) in numbers.enumerated() {
      writer.element("Space")
      writer.words("[\(number)]")
      writer.element("Space")
      write([number], to: &writer)
      writer.element("Str") { $0.text(position + 1 == numbers.count ? "." : ";") }
    }
  }

  /// Whether ``writeKey(to:)`` writes something.
  var hasKey: Bool { form == .citations && !numbers.isEmpty }
}
