// SPDX-License-Identifier: Apache-2.0

extension AnswerBlock {
  /// The block with each of its texts changed; lists of sources stay as they are.
  func mapped(_ change: (String) -> String) -> AnswerBlock {
    switch self {
    case .heading(let text): .heading(change(text))
    case .paragraph(let text): .paragraph(change(text))
    case .chain(let text): .chain(change(text))
    case .steps(let steps): .steps(steps.map(change))
    case .facts(let facts): .facts(facts.map { AnswerFact($0.label, $0.values.map(change)) })
    case .items(let items): .items(items.map(change))
    case .tree(let lines):
      .tree(lines.map { AnswerTreeLine(depth: $0.depth, change($0.text)) })
    case .table(let table): .table(table.mapped(change))
    case .note(let text): .note(change(text))
    case .sources: self
    }
  }
}

extension AnswerTable {
  /// The table with each of its cells changed.
  func mapped(_ change: (String) -> String) -> AnswerTable {
    AnswerTable(columns: columns, rows: rows.map { $0.map(change) })
  }
}
