// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import SourceDiagnostics

/// Writes answers in the formats of ``AnswerFormat``.
public struct AnswerWriter: Sendable {
  /// The number of columns that text may fill.
  public var width: Int
  public var isColoured: Bool

  /// Whether only ASCII may be used for arrows and rules.
  public var isASCII: Bool

  public init(width: Int = 100, isColoured: Bool = false, isASCII: Bool = false) {
    self.width = max(20, width)
    self.isColoured = isColoured
    self.isASCII = isASCII
  }

  /// The answer as text that ends with a line end.
  public func text(of answer: any Answer, as format: AnswerFormat) -> String {
    switch format {
    case .text:
      PlainText(width: width, isColoured: isColoured, isASCII: isASCII).text(of: answer.blocks)
    case .markdown: MarkdownText().text(of: answer.blocks)
    case .table: TextTable(answer.table).text(width: width)
    case .csv: csv(answer.table)
    case .json: json(answer)
    case .jsonl: jsonLines(answer.table)
    }
  }

  private func json(_ answer: any Answer) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", answer.schema)
    answer.writeMembers(to: &json)
    json.endObject()
    return json.finish()
  }

  /// A line for each row, with the columns as members.
  private func jsonLines(_ table: AnswerTable) -> String {
    var lines = ""
    for row in table.rows {
      var json = JSONWriter(indentation: nil)
      json.beginObject()
      for (column, cell) in zip(table.columns, row) { json.member(column, cell) }
      json.endObject()
      lines += json.finish()
    }
    return lines
  }

  private func csv(_ table: AnswerTable) -> String {
    var csv = CSVWriter()
    csv.write(table.columns)
    // A cell without text says nothing; `""` would say that the text is empty.
    for row in table.rows { csv.write(row.map { $0.isEmpty ? nil : $0 }) }
    return csv.text
  }
}
