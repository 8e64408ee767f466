// SPDX-License-Identifier: Apache-2.0

extension PandocWriter {
  /// A table whose cells hold inlines.
  ///
  /// - Parameters:
  ///   - caption: writes inlines, or nothing where there is no caption.
  ///   - alignments: what pandoc calls them; those that are missing are its own.
  ///   - widths: shares of the width of the text; nil for columns as wide as they need.
  ///   - cell: writes the inlines of a cell, or nothing.
  mutating func table<Cell>(
    identifier: String, caption: (inout PandocWriter) -> Void, columns: Int,
    alignments: [String], widths: [Double]?, head: [[Cell]], body: [[Cell]],
    _ cell: (Cell, inout PandocWriter) -> Void
  ) {
    func rows(_ rows: [[Cell]], to writer: inout PandocWriter) {
      writer.list { writer in
        for cells in rows { writer.row(cells, cell) }
      }
    }
    element("Table") { writer in
      writer.list { writer in
        writer.attributes(.init(identifier: identifier))
        writer.caption(caption)
        writer.list { writer in
          for column in 0..<columns {
            writer.list { writer in
              writer.element(column < alignments.count ? alignments[column] : "AlignDefault")
              if let widths, column < widths.count {
                writer.element("ColWidth") { $0.number(widths[column]) }
              } else {
                writer.element("ColWidthDefault")
              }
            }
          }
        }
        writer.list { writer in
          writer.attributes()
          rows(head, to: &writer)
        }
        writer.list { writer in
          writer.list { writer in
            writer.attributes()
            writer.number(0)
            writer.list { _ in }
            rows(body, to: &writer)
          }
        }
        writer.list { writer in
          writer.attributes()
          writer.list { _ in }
        }
      }
    }
  }

  private mutating func row<Cell>(
    _ cells: [Cell], _ write: (Cell, inout PandocWriter) -> Void
  ) {
    list { writer in
      writer.attributes()
      writer.list { writer in
        for cell in cells {
          writer.list { writer in
            writer.attributes()
            writer.element("AlignDefault")
            writer.number(1)
            writer.number(1)
            writer.list { writer in
              writer.paragraph("Plain") { write(cell, &$0) }
            }
          }
        }
      }
    }
  }

  /// A caption of a table or figure, of which none is short.
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
