// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Writes the answer to a block as blocks of pandoc.
struct PandocAnswerWriter {
  let block: BriefBlock
  let answer: BriefAnswer
  let marks: PandocMarks
  let target: PandocTarget

  func write(to writer: inout PandocWriter, _ figures: inout PandocFigures) throws(BriefFault) {
    let before = writer.elements.count
    let words = PandocTextWriter(marks: marks, target: target)
    // The caption goes to the first part that can have one.
    var caption = block.caption
    for part in answer.parts {
      switch part {
      case .figure(let figure):
        try figures.write(placed(figure, caption: caption), to: &writer)
        caption = nil
      case .table(let table):
        words.write(table, identifier: label(isFigure: false), to: &writer) {
          if let caption { $0.words(caption) }
        }
        caption = nil
      case .text(let blocks):
        for block in blocks { words.write(block, to: &writer) }
      }
    }
    // A list of blocks has no place for nothing.
    if writer.elements.count == before { writer.division(.init()) { _ in } }
  }

  /// The label as written, or its two forms where a figure and a table share it.
  private func label(isFigure: Bool) -> String {
    guard let label = block.label else { return "" }
    guard block.showsFigure, block.showsTable else { return label }
    let both = BriefLabel(label)
    return isFigure ? both.figure : both.table
  }

  private func placed(_ figure: BriefFigure, caption: String?) -> PandocFigures.Placed {
    PandocFigures.Placed(
      svg: figure.svg, identifier: label(isFigure: true),
      alternative: block.alternative ?? figure.alternative,
      isAlternativeGiven: block.alternative != nil, width: block.width,
      stem: block.stem ?? "figure", hasCaption: caption != nil || marks.hasKey
    ) { writer in
      if let caption {
        // What follows is a sentence of its own.
        let isOpen = marks.hasKey && caption.last.map { !".?!".contains($0) } == true
        writer.words(isOpen ? "\(caption)." : caption)
        if marks.hasKey { writer.element("Space") }
      }
      marks.writeKey(to: &writer)
    }
  }
}
