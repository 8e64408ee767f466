// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats

/// Writes figures as blocks of pandoc, in the way of a target and a dialect.
struct PandocFigures {
  private let media: any PandocMedia
  private let target: PandocTarget
  private let dialect: PandocDocument.Dialect

  /// How often a figure with these identifiers stands in the page.
  private var uses: [String: Int] = [:]

  init(media: any PandocMedia, target: PandocTarget, dialect: PandocDocument.Dialect) {
    self.media = media
    self.target = target
    self.dialect = dialect
  }

  mutating func write(
    _ figure: BriefFigure, of block: BriefBlock, label: String, caption: String?,
    _ marks: PandocMarks, to writer: inout PandocWriter
  ) throws(BriefFault) {
    let alternative = block.alternative ?? figure.alternative
    func captionInlines(_ writer: inout PandocWriter) {
      if let caption {
        // What follows is a sentence of its own.
        let isOpen = marks.hasKey && caption.last.map { !".?!".contains($0) } == true
        writer.words(isOpen ? "\(caption)." : caption)
        if marks.hasKey { writer.element("Space") }
      }
      marks.writeKey(to: &writer)
    }
    let hasCaption = caption != nil || marks.hasKey
    switch target {
    case .words:
      writer.division(PandocWriter.Attributes(identifier: label)) { writer in
        writer.paragraph { $0.words("[\(alternative)]") }
        if hasCaption { writer.paragraph { captionInlines(&$0) } }
      }
    case .markup:
      let svg = EmbeddedFigure(
        figure.svg, alternative: block.alternative, width: block.width, use: use(of: figure.svg)
      ).markup
      switch dialect {
      case .figureBlocks:
        write(label, captionInlines, to: &writer) { $0.raw("html", svg) }
      case .imageFigures:
        let identifier = label.isEmpty ? "" : " id=\"\(label.escapedForMarkup)\""
        writer.raw("html", "<figure\(identifier)>\n\(svg)")
        if hasCaption {
          writer.raw("html", "<figcaption>")
          writer.paragraph("Plain", captionInlines)
          writer.raw("html", "</figcaption>")
        }
        writer.raw("html", "</figure>")
      }
    case .picture(let picture):
      let path = try media.keep(figure.svg, as: picture, named: name(figure, block, picture))
      let width = block.width?.text ?? EmbeddedFigure.width(of: figure.svg)
      let pairs = width.map { [(key: "width", value: $0)] } ?? []
      switch dialect {
      case .figureBlocks:
        write(label, captionInlines, to: &writer) { writer in
          writer.paragraph("Plain") { writer in
            writer.image(path, alternative: { $0.words(alternative) }, .init(pairs: pairs))
          }
        }
      case .imageFigures:
        // This dialect has one text for caption and alternative: a title carries the other.
        writer.paragraph { writer in
          writer.image(
            path, alternative: hasCaption ? captionInlines : { $0.words(alternative) },
            title: hasCaption ? "fig:" + alternative.withoutControls : "",
            .init(identifier: label, pairs: pairs))
        }
      }
    }
  }

  private func write(
    _ label: String, _ caption: (inout PandocWriter) -> Void, to writer: inout PandocWriter,
    _ contents: (inout PandocWriter) -> Void
  ) {
    writer.element("Figure") { writer in
      writer.list { writer in
        writer.attributes(.init(identifier: label))
        writer.caption(caption)
        writer.list(contents)
      }
    }
  }

  private mutating func use(of svg: String) -> Int {
    guard let identifier = EmbeddedFigure.identifier(of: svg) else { return 1 }
    uses[identifier, default: 0] += 1
    return uses[identifier] ?? 1
  }

  /// The stem of the label, then what the picture holds, by its hash.
  private func name(
    _ figure: BriefFigure, _ block: BriefBlock, _ picture: PandocPicture
  ) -> String {
    let hash = Array(figure.svg.utf8).withUnsafeBytes { XXHash64.hash($0) }
    let digits = String(hash, radix: 16)
    // A colon is a sign of its own in names of files elsewhere.
    let stem = (block.stem ?? "figure").replacing(":", with: "-")
    return "\(stem)-\(String(repeating: "0", count: 16 - digits.count))\(digits).\(picture)"
  }
}
