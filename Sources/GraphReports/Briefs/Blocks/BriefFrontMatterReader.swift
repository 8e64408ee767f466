// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphModel
internal import SourceDiagnostics

/// Reads the front matter of a brief, between a first line `---` and the next line `---` or `...`.
struct BriefFrontMatterReader {
  private enum Key: String, CaseIterable {
    case title, subtitle, author, date, graph, style, language, lang, bibliography
    case asOf = "as-of"
  }

  /// Most bytes of front matter.
  static let limit = 64 << 10

  private(set) var frontMatter = BriefFrontMatter()
  private(set) var diagnostics: [Diagnostic] = []

  /// Where the text of the brief begins.
  private(set) var end = 0

  private let source: SourceText

  /// - Parameter source: the whole brief, without a byte order mark.
  init(_ source: SourceText) {
    self.source = source
    guard isFence(source.range(ofLine: 1), closing: false), source.lineCount > 1 else { return }
    var line = 2
    while line <= source.lineCount, !isFence(source.range(ofLine: line), closing: true) {
      line += 1
    }
    guard line <= source.lineCount else {
      // Without an end it is a rule above the text, as in any other document.
      return
    }
    let close = source.range(ofLine: line)
    end = source.start(ofLine: line + 1)
    guard close.lowerBound <= Self.limit else {
      diagnostics.append(
        BriefMessages.tooLongFrontMatter(
          limit: Self.limit, at: source.location(of: source.range(ofLine: 1))))
      return
    }
    // The first line becomes a comment, so that places stay as they are.
    var bytes = Array(source.utf8[..<close.lowerBound])
    bytes[0] = UInt8(ascii: "#")
    let reading = YAMLReader.read(name: source.name, bytes: bytes)
    diagnostics += reading.diagnostics.map(BriefMessages.brokenFrontMatter)
    take(reading.root)
  }

  private func isFence(_ range: Range<Int>, closing: Bool) -> Bool {
    var text = source.utf8[range]
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text.elementsEqual("---".utf8) || (closing && text.elementsEqual("...".utf8))
  }

  private mutating func take(_ root: YAMLNode?) {
    guard let root, !root.isAbsent else { return }
    guard let pairs = root.pairs else {
      diagnostics.append(BriefMessages.frontMatterWithoutKeys(at: source.location(of: root.span)))
      return
    }
    for pair in pairs {
      guard let key = Key(rawValue: pair.name) else {
        diagnostics.append(
          BriefMessages.unknownFrontMatterKey(
            pair.name, among: Key.allCases.map(\.rawValue).sorted(),
            at: source.location(of: pair.key.span)))
        continue
      }
      take(key, pair.value)
    }
  }

  private mutating func take(_ key: Key, _ node: YAMLNode) {
    if node.isAbsent { return }
    switch key {
    case .author: frontMatter.authors = texts(node, of: key)
    case .bibliography: frontMatter.bibliography = texts(node, of: key)
    case .title: frontMatter.title = text(node, of: key)
    case .subtitle: frontMatter.subtitle = text(node, of: key)
    case .date: frontMatter.date = text(node, of: key)
    case .graph: frontMatter.graph = text(node, of: key)
    case .style: frontMatter.style = text(node, of: key)
    case .asOf:
      guard let text = text(node, of: key) else { return }
      frontMatter.asOf = PartialDate(text)
      if frontMatter.asOf == nil {
        diagnostics.append(
          BriefMessages.badFrontMatterDate(text, at: source.location(of: node.span)))
      }
    case .language, .lang:
      guard let text = text(node, of: key) else { return }
      if Self.isLanguage(text) {
        frontMatter.language = text
        if BriefWording(language: text) == nil {
          diagnostics.append(
            BriefMessages.unspokenLanguage(
              text, among: BriefWording.all.map(\.language).sorted(),
              at: source.location(of: node.span)))
        }
      } else {
        diagnostics.append(BriefMessages.badLanguage(text, at: source.location(of: node.span)))
      }
    }
  }

  private mutating func text(_ node: YAMLNode, of key: Key) -> String? {
    guard let text = node.text else {
      diagnostics.append(
        BriefMessages.valueNotText(key.rawValue, at: source.location(of: node.span)))
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// One text, or a list of them.
  private mutating func texts(_ node: YAMLNode, of key: Key) -> [String] {
    guard let items = node.items else { return text(node, of: key).map { [$0] } ?? [] }
    return items.compactMap { text($0, of: key) }
  }

  /// A language tag of BCP 47: parts of letters and digits with hyphens between them.
  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    return parts.count <= 5 && (2...8).contains(parts[0].count) && parts[0].allSatisfy(isLetter)
      && parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy {
            isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          }
      }
  }
}
