// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats

/// Writes figures as blocks of pandoc, in the way of a target and a dialect.
struct PandocFigures {
  /// A figure with what the document says of it.
  struct Placed {
    var svg: String

    /// What references call it, or an empty text.
    var identifier: String
    var alternative: String

    /// Whether the author wrote the alternative, so that it takes the place of the one drawn.
    var isAlternativeGiven: Bool
    var width: BriefLength?

    /// What the name of the file begins with.
    var stem: String
    var hasCaption: Bool

    /// Writes the caption as inlines.
    var caption: (inout PandocWriter) -> Void
  }

  private let media: any PandocMedia
  private let target: PandocTarget
  private let dialect: PandocDocument.Dialect

  /// Whether identifiers tell all figures of the document apart, so that files can be named by them.
  private let namesByIdentifier: Bool

  /// How often a figure with these identifiers stands in the page.
  private var uses: [String: Int] = [:]

  init(
    media: any PandocMedia, target: PandocTarget, dialect: PandocDocument.Dialect,
    namesByIdentifier: Bool = false
  ) {
    self.namesByIdentifier = namesByIdentifier
    self.media = media
    self.target = target
    self.dialect = dialect
  }

  mutating func write(_ figure: Placed, to writer: inout PandocWriter) throws(BriefFault) {
    switch target.figures {
    case .words:
      writer.division(PandocWriter.Attributes(identifier: figure.identifier)) { writer in
        writer.paragraph { $0.words("[\(figure.alternative)]") }
        if figure.hasCaption { writer.paragraph("Para", figure.caption) }
      }
    case .markup:
      let svg = EmbeddedFigure(
        figure.svg, alternative: figure.isAlternativeGiven ? figure.alternative : nil,
        width: figure.width, use: use(of: figure.svg)
      ).markup
      switch dialect {
      case .figureBlocks: writeBlock(figure, to: &writer) { $0.raw("html", svg) }
      case .imageFigures: writeMarkup(figure, to: &writer) { $0.raw("html", svg) }
      }
    case .picture(let picture):
      let path = try media.keep(figure.svg, as: picture, named: fileName(figure, picture))
      let width = figure.width?.text ?? EmbeddedFigure.width(of: figure.svg)
      let pairs = width.map { [(key: "width", value: $0)] } ?? []
      func writeImage(_ writer: inout PandocWriter) {
        writer.image(path, alternative: { $0.words(figure.alternative) }, .init(pairs: pairs))
      }
      switch dialect {
      case .figureBlocks:
        writeBlock(figure, to: &writer) { $0.paragraph("Plain", writeImage) }
      // A figure of this dialect has one text for caption and alternative. Where that can be helped,
      // an image is put above a caption instead.
      case .imageFigures where target.hasNamedStyles:
        writer.styled("Captioned Figure") { writer in
          if !figure.hasCaption { writer.anchor(figure.identifier) }
          writeImage(&writer)
        }
        if figure.hasCaption {
          writer.styled("Image Caption") { writer in
            writer.anchor(figure.identifier)
            figure.caption(&writer)
          }
        }
      case .imageFigures where target.isBook:
        writeMarkup(figure, to: &writer) { $0.paragraph("Plain", writeImage) }
      case .imageFigures:
        // A title carries the alternative.
        writer.paragraph { writer in
          writer.image(
            path,
            alternative: figure.hasCaption
              ? figure.caption : { $0.words(figure.alternative) },
            title: figure.hasCaption ? "fig:" + figure.alternative.withoutControls : "",
            .init(identifier: figure.identifier, pairs: pairs))
        }
      }
    }
  }

  private func writeBlock(
    _ figure: Placed, to writer: inout PandocWriter, _ contents: (inout PandocWriter) -> Void
  ) {
    writer.element("Figure") { writer in
      writer.list { writer in
        writer.attributes(.init(identifier: figure.identifier))
        writer.caption { if figure.hasCaption { figure.caption(&$0) } }
        writer.list(contents)
      }
    }
  }

  /// A figure of HTML around its contents.
  private func writeMarkup(
    _ figure: Placed, to writer: inout PandocWriter, _ contents: (inout PandocWriter) -> Void
  ) {
    let identifier =
      figure.identifier.isEmpty ? "" : " id=\"\(figure.identifier.escapedForMarkup)\""
    writer.raw("html", "<figure\(identifier)>")
    contents(&writer)
    if figure.hasCaption {
      writer.raw("html", "<figcaption>")
      writer.paragraph("Plain", figure.caption)
      writer.raw("html", "</figcaption>")
    }
    writer.raw("html", "</figure>")
  }

  private mutating func use(of svg: String) -> Int {
    guard let identifier = EmbeddedFigure.identifier(of: svg) else { return 1 }
    uses[identifier, default: 0] += 1
    return uses[identifier] ?? 1
  }

  /// The stem of the label, then what the picture holds, by its hash, where that is needed.
  private func fileName(_ figure: Placed, _ picture: PandocPicture) -> String {
    // A colon is a sign of its own in names of files elsewhere.
    let stem = figure.stem.replacing(":", with: "-")
    if namesByIdentifier { return "\(stem).\(picture)" }
    let hash = Array(figure.svg.utf8).withUnsafeBytes { XXHash64.hash($0) }
    let digits = String(hash, radix: 16)
    return "\(stem)-\(String(repeating: "0", count: 16 - digits.count))\(digits).\(picture)"
  }
}
