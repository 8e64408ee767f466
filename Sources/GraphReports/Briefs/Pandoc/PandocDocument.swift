// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphModel

/// A document as pandoc hands it to filters: its syntax tree as JSON.
public struct PandocDocument: Sendable {
  /// How figures are written, which changed with pandoc 3.
  public enum Dialect: Sendable, Hashable {
    /// Versions 1.21 and 1.22 of the types: a figure is a paragraph with an image.
    case imageFigures

    /// Version 1.23: a figure is a block of its own.
    case figureBlocks
  }

  /// A version of pandoc's types, which a pandoc reads of its own only.
  public struct Version: Sendable, Hashable {
    public let numbers: [Int]
    public let dialect: Dialect
  }

  public let version: Version
  public var dialect: Dialect { version.dialect }

  /// What the metadata say that matters to questions.
  public let frontMatter: BriefFrontMatter

  /// Whether pandoc will look up citations: the metadata name a bibliography or hold one.
  public let hasBibliography: Bool

  /// The folder for pictures that the metadata name (`entente-media`), as written: a text, which
  /// nobody has opened.
  public let mediaFolder: String?

  /// Whether anything in it asks the graph.
  public var hasQuestions: Bool { !questions.isEmpty }

  let questions: [PandocQuestion]

  /// What is wrong with the metadata, in words.
  let faults: [String]

  let syntax: JSONSyntax

  /// The list of the document's blocks.
  let blocks: JSONSyntax.Node

  /// - Throws: ``PandocFault`` when the bytes are not such a document.
  ///
  /// Complexity: linear in the number of bytes.
  public init(_ bytes: [UInt8]) throws(PandocFault) {
    let syntax: JSONSyntax
    do throws(JSONFault) {
      syntax = try JSONSyntaxParser.parse(bytes)
    } catch {
      throw PandocFault(error)
    }
    self.syntax = syntax
    guard syntax.kind(of: syntax.root) == .object,
      let version = syntax.member("pandoc-api-version", of: syntax.root)
    else { throw .notPandoc(missing: "'pandoc-api-version'") }
    self.version = try Self.version(version, in: syntax)
    guard let meta = syntax.member("meta", of: syntax.root), syntax.kind(of: meta) == .object
    else { throw .notPandoc(missing: "'meta'") }
    guard let blocks = syntax.member("blocks", of: syntax.root), syntax.kind(of: blocks) == .array
    else { throw .notPandoc(missing: "'blocks'") }
    self.blocks = blocks
    hasBibliography = ["bibliography", "references"]
      .contains { syntax.member($0, of: meta) != nil }
    func text(_ name: String) -> String? {
      syntax.member(name, of: meta).flatMap { PandocWords.text(of: $0, in: syntax) }
    }
    mediaFolder = text("entente-media")
    questions = PandocQuestion.all(in: syntax)
    var frontMatter = BriefFrontMatter()
    frontMatter.title = text("title")
    frontMatter.subtitle = text("subtitle")
    frontMatter.date = text("date")
    frontMatter.graph = text("graph")
    frontMatter.style = text("style")
    frontMatter.language = text("lang")
    let day = text("as-of")
    frontMatter.asOf = day.flatMap { PartialDate($0) }
    self.frontMatter = frontMatter
    faults =
      day != nil && frontMatter.asOf == nil
      ? ["as-of: '\(day ?? "")' is not a date; write a day such as 2022-01-01, a month or a year"]
      : []
  }

  private static func version(
    _ version: JSONSyntax.Node, in syntax: JSONSyntax
  ) throws(PandocFault) -> Version {
    let numbers = syntax.items(of: version).prefix(8).map { syntax.integer($0) }
    let known = numbers.compactMap { $0 }
    if known.count == numbers.count {
      switch known.prefix(2) {
      case [1, 21], [1, 22]: return Version(numbers: known, dialect: .imageFigures)
      case [1, 23]: return Version(numbers: known, dialect: .figureBlocks)
      default: break
      }
    }
    let text = numbers.map { $0.map(String.init) ?? "?" }.joined(separator: ".")
    throw .unknownVersion(text.isEmpty ? "?" : String(text.prefix(60)))
  }
}

/// The words in a part of a document.
enum PandocWords {
  /// The text of metadata or of inlines, without its emphases; nil when there is none.
  ///
  /// Complexity: linear in the size of the part.
  static func text(of node: JSONSyntax.Node, in syntax: JSONSyntax) -> String? {
    var words = ""
    var pending = [node]
    while let next = pending.popLast() {
      switch syntax.kind(of: next) {
      case .array: pending += syntax.items(of: next).reversed()
      case .object:
        let contents = syntax.member("c", of: next)
        switch syntax.member("t", of: next).flatMap(syntax.string) {
        case "Str", "MetaString": words += contents.flatMap(syntax.string) ?? ""
        case "Space", "SoftBreak", "LineBreak": words += " "
        case "Code":
          words += contents.flatMap { syntax.items(of: $0).last }.flatMap(syntax.string) ?? ""
        default: if let contents { pending.append(contents) }
        }
      default: break
      }
    }
    return words.isEmpty ? nil : words
  }
}
