// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Writes answers in words, and tables, as blocks of pandoc.
struct PandocTextWriter {
  let marks: PandocMarks
  let target: PandocTarget

  func write(_ block: AnswerBlock, to writer: inout PandocWriter) {
    switch block {
    case .heading(let text): strong(text, to: &writer)
    case .chain(let text):
      // Fonts of TeX have no lines of boxes.
      strong(target.isTeX ? text.replacing("──", with: "—") : text, to: &writer)
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
    case .table(let table): write(table, identifier: "", to: &writer) { _ in }
    case .note(let text):
      writer.paragraph { writer in
        writer.element("Emph") { $0.list { marks.write(text, to: &$0) } }
      }
    // The document has a list at its end.
    case .sources: break
    }
  }

  private func strong(_ text: String, to writer: inout PandocWriter) {
    writer.paragraph { writer in
      writer.element("Strong") { $0.list { marks.write(text, to: &$0) } }
    }
  }

  private func items(_ texts: [String], to writer: inout PandocWriter) {
    writer.list { writer in
      for text in texts {
        writer.list { $0.paragraph("Plain") { marks.write(text, to: &$0) } }
      }
    }
  }

  /// Lists in lists; deeper than this, lines stand in the list above. TeX has four levels.
  private var depthLimit: Int { target.isTeX ? 3 : 30 }

  private func tree(
    _ lines: ArraySlice<AnswerTreeLine>, depth: Int = 0, to writer: inout PandocWriter
  ) {
    writer.element("BulletList") { writer in
      writer.list { writer in
        var rest = lines
        while let first = rest.popFirst() {
          let inner =
            depth < depthLimit ? rest.prefix { $0.depth > first.depth } : rest.prefix(0)
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

  /// - Parameter caption: writes inlines, or nothing where there is no caption.
  func write(
    _ table: AnswerTable, identifier: String, to writer: inout PandocWriter,
    caption: (inout PandocWriter) -> Void
  ) {
    writer.table(
      identifier: identifier, caption: caption, columns: table.columns.count, alignments: [],
      widths: target.isPaper ? PandocColumnWidths(of: table, width: marks.width).shares : nil,
      head: [table.columns],
      body: table.rows.map { cells in
        table.columns.indices.map { $0 < cells.count ? cells[$0] : "" }
      }
    ) { cell, writer in if !cell.isEmpty { marks.write(cell, to: &writer) } }
  }
}
