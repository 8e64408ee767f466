// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Writes the answer to a block as blocks of pandoc.
struct PandocAnswerWriter {
  let block: BriefBlock
  let answer: BriefAnswer
  let marks: PandocMarks

  func write(to writer: inout PandocWriter, _ figures: inout PandocFigures) throws(BriefFault) {
    let before = writer.elements.count
    // The caption goes to the first part that can have one.
    var caption = block.caption
    for part in answer.parts {
      switch part {
      case .figure(let figure):
        try figures.write(
          figure, of: block, label: label(isFigure: true), caption: caption, marks, to: &writer)
        caption = nil
      case .table(let table):
        write(table, label: label(isFigure: false), caption: caption, to: &writer)
        caption = nil
      case .text(let blocks):
        for block in blocks { write(block, to: &writer) }
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

  private func write(_ block: AnswerBlock, to writer: inout PandocWriter) {
    switch block {
    case .heading(let text), .chain(let text):
      writer.paragraph { writer in
        writer.element("Strong") { $0.list { marks.write(text, to: &$0) } }
      }
    case .paragraph(let text): writer.paragraph { marks.write(text, to: &$0) }
    case .steps(let steps):
      writer.element("OrderedList") { writer in
        writer.list { writer in
          writer.list { writer in
            writer.number(1)
            writer.element("Decimal")
            writer.element("Period")
          }
          items(steps, to: &writer)
        }
      }
    case .items(let texts): writer.element("BulletList") { items(texts, to: &$0) }
    case .facts(let facts):
      writer.element("DefinitionList") { writer in
        writer.list { writer in
          for fact in facts {
            writer.list { writer in
              writer.list { $0.words(fact.label) }
              writer.list { writer in
                for value in fact.values {
                  writer.list { $0.paragraph("Plain") { marks.write(value, to: &$0) } }
                }
              }
            }
          }
        }
      }
    case .tree(let lines): tree(lines[...], to: &writer)
    case .table(let table): write(table, label: "", caption: nil, to: &writer)
    case .note(let text):
      writer.paragraph { writer in
        writer.element("Emph") { $0.list { marks.write(text, to: &$0) } }
      }
    // The document has a list at its end.
    case .sources: break
    }
  }

  private func items(_ texts: [String], to writer: inout PandocWriter) {
    writer.list { writer in
      for text in texts {
        writer.list { $0.paragraph("Plain") { marks.write(text, to: &$0) } }
      }
    }
  }

  /// Lists in lists; deeper than this, lines stand in the list above.
  private static let depthLimit = 30

  private func tree(
    _ lines: ArraySlice<AnswerTreeLine>, depth: Int = 0, to writer: inout PandocWriter
  ) {
    writer.element("BulletList") { writer in
      writer.list { writer in
        var rest = lines
        while let first = rest.popFirst() {
          let inner =
            depth < Self.depthLimit ? rest.prefix { $0.depth > first.depth } : rest.prefix(0)
          rest = rest.dropFirst(inner.count)
          writer.list { writer in
            writer.paragraph("Plain") { marks.write(first.text, to: &$0) }
            if !inner.isEmpty { tree(inner, depth: depth + 1, to: &writer) }
          }
        }
      }
    }
  }

  // MARK: Tables

  private func write(
    _ table: AnswerTable, label: String, caption: String?, to writer: inout PandocWriter
  ) {
    writer.element("Table") { writer in
      writer.list { writer in
        writer.attributes(.init(identifier: label))
        writer.caption(caption)
        writer.list { writer in
          for _ in table.columns {
            writer.list {
              $0.element("AlignDefault")
              $0.element("ColWidthDefault")
            }
          }
        }
        writer.list { writer in
          writer.attributes()
          writer.list { row(table.columns, to: &$0) }
        }
        writer.list { writer in
          writer.list { writer in
            writer.attributes()
            writer.number(0)
            writer.list { _ in }
            writer.list { writer in
              for cells in table.rows {
                row(table.columns.indices.map { $0 < cells.count ? cells[$0] : "" }, to: &writer)
              }
            }
          }
        }
        writer.list { writer in
          writer.attributes()
          writer.list { _ in }
        }
      }
    }
  }

  private func row(_ cells: [String], to writer: inout PandocWriter) {
    writer.list { writer in
      writer.attributes()
      writer.list { writer in
        for cell in cells {
          writer.list { writer in
            writer.attributes()
            writer.element("AlignDefault")
            writer.number(1)
            writer.number(1)
            writer.list { writer in
              if !cell.isEmpty { writer.paragraph("Plain") { marks.write(cell, to: &$0) } }
            }
          }
        }
      }
    }
  }
}

extension PandocWriter {
  /// A caption of a table or figure, of which none is short.
  mutating func caption(_ text: String?) {
    caption { if let text { $0.words(text) } }
  }

  mutating func caption(_ inlines: (inout PandocWriter) -> Void) {
    var probe = PandocWriter()
    inlines(&probe)
    let isEmpty = probe.elements.isEmpty
    list { writer in
      writer.nothing()
      writer.list { if !isEmpty { $0.paragraph("Plain", inlines) } }
    }
  }
}
