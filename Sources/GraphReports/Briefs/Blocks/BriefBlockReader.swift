// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// Reads blocks and inline code of briefs.
///
/// Never fails: what is wrong stands in the diagnostics, and a block with a fault in it is not
/// given out.
public enum BriefBlockReader {
  /// Most bytes of the body of a block.
  static let bodyLimit = 64 << 10

  /// A block as a reader of another dialect hands it on. The identifier counts as its label.
  ///
  /// Findings about the body count lines from its first; those about attributes name only `name`.
  ///
  /// Complexity: linear in the length of the body.
  /// - Parameter name: what the findings call the text.
  public static func block(
    attributes: BriefAttributes, body: String, name: String
  ) -> BriefReading<BriefBlock> {
    let place = SourceLocation(file: name)
    func option(_ key: String, _ value: String) -> BriefOption {
      BriefOption(key: key, value: value, keyPlace: place, valuePlace: place)
    }
    var options = attributes.pairs.map { option($0.key, $0.value) }
    if !attributes.identifier.isEmpty {
      options.insert(option("label", attributes.identifier), at: 0)
    }
    return block(
      options: options, body: BriefPassage(SourceText(name: name, body)), place: place)
  }

  /// Inline code as a reader of another dialect hands it on.
  public static func quotation(_ text: String, name: String) -> BriefReading<BriefQuotation> {
    let source = SourceText(name: name, text)
    return quotation(BriefPassage(source), place: source.location(of: 0..<source.utf8.count))
  }

  /// Whether an info string is that of a block.
  static func isBlock(info: Range<Int>, in passage: BriefPassage) -> Bool {
    BriefAttributeParser(info: info, in: passage).attributes.isEntente
  }

  /// A fenced code block of a text.
  /// - Parameter info: the info string, as a range of `head`.
  static func block(
    info: Range<Int>, in head: BriefPassage, body: BriefPassage, place: SourceLocation
  ) -> BriefReading<BriefBlock> {
    let parser = BriefAttributeParser(info: info, in: head)
    var reading = block(options: parser.options, body: body, place: place)
    reading.diagnostics = parser.diagnostics + reading.diagnostics
    if !parser.diagnostics.isEmpty { reading.value = nil }
    return reading
  }

  private static func block(
    options attributes: [BriefOption], body: BriefPassage, place: SourceLocation
  ) -> BriefReading<BriefBlock> {
    guard body.bytes.count <= bodyLimit else {
      return BriefReading(
        nil, [BriefMessages.tooLongBody(body.bytes.count, limit: bodyLimit, at: place)])
    }
    var options = BriefOptions()
    options.take(attributes)
    var lines = BriefOptionLines(body)
    lines.read()
    options.take(lines.options)
    let command = BriefCommandWords(body, from: lines.end)
    var diagnostics = options.diagnostics + lines.diagnostics + command.diagnostics
    let words = withoutProgram(command.words)
    if words.isEmpty, command.diagnostics.isEmpty {
      diagnostics.append(BriefMessages.emptyBlock(at: place))
    }
    guard diagnostics.isEmpty else { return BriefReading(nil, diagnostics) }
    return BriefReading(
      BriefBlock(
        words: words, show: options.show ?? [.figure], label: options.label,
        caption: options.caption, alternative: options.alternative, width: options.width,
        asOf: options.asOf, style: options.style, place: place))
  }

  /// Inline code whose text is `passage`.
  static func quotation(
    _ passage: BriefPassage, place: SourceLocation
  ) -> BriefReading<BriefQuotation> {
    let command = BriefCommandWords(passage)
    guard command.diagnostics.isEmpty else { return BriefReading(nil, command.diagnostics) }
    var words = withoutProgram(command.words)
    var form = BriefQuotation.Form.sentence
    while let position = words.lastIndex(where: {
      $0.text == "--format" || $0.text.hasPrefix("--format=")
    }) {
      let word = words[position]
      let isJoined = word.text != "--format"
      let value =
        isJoined
        ? BriefWord(String(word.text.dropFirst("--format=".count)), at: word.place)
        : position + 1 < words.count ? words[position + 1] : BriefWord("", at: word.place)
      guard let named = BriefQuotation.Form(rawValue: value.text) else {
        return BriefReading(nil, [BriefMessages.unknownForm(value)])
      }
      form = named
      words.removeSubrange(position..<min(words.count, position + (isJoined ? 1 : 2)))
    }
    guard !words.isEmpty else {
      return BriefReading(nil, [BriefMessages.emptyQuotation(at: place)])
    }
    return BriefReading(BriefQuotation(words: words, form: form, place: place))
  }

  /// A command may be written as it is typed, with the name of the program first.
  private static func withoutProgram(_ words: [BriefWord]) -> [BriefWord] {
    words.first?.text == "entente" ? Array(words.dropFirst()) : words
  }
}

/// What was read, and what is wrong with it.
public struct BriefReading<Value: Sendable>: Sendable {
  /// Nil when something is wrong that makes it useless.
  public var value: Value?

  /// In the order of the text.
  public var diagnostics: [Diagnostic]

  init(_ value: Value?, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
