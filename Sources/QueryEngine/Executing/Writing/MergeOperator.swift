// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, what the pattern finds, or else what is created for it; a row sees what rows
/// before it have created.
final class MergeOperator: WritingOperator {
  private let match: Operator
  private let argument: ArgumentOperator
  private let template: CreationTemplate
  private let onCreate: SettingTemplate
  private let onMatch: SettingTemplate
  private let frame: Frame

  init(
    _ run: Run, match: Operator, argument: ArgumentOperator, template: CreationTemplate,
    onCreate: SettingTemplate, onMatch: SettingTemplate, after input: Operator, kept: [Int]
  ) {
    self.match = match
    self.argument = argument
    self.template = template
    self.onCreate = onCreate
    self.onMatch = onMatch
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func write(_ batches: [Batch]) throws(QueryFault) -> [Batch] {
    var answers: [Batch] = []
    for batch in batches {
      let slots = Array(batch.columns.indices)
      for row in 0..<batch.count {
        let given = batch.gathered([Int32(row)], slots: slots)
        let found = try merge(given)
        if let last = answers.last, last.count < Batch.size {
          answers[answers.count - 1].append(found, slots: kept)
        } else {
          answers.append(found.keeping(kept))
        }
      }
    }
    return answers
  }

  private func merge(_ row: Batch) throws(QueryFault) -> Batch {
    frame.enter(row)
    try template.checkProperties(frame)
    match.restart()
    argument.give(row)
    var found: Batch?
    let slots = Array(row.columns.indices)
    while let batch = try match.next() {
      if found == nil { found = batch } else { found?.append(batch, slots: slots) }
    }
    if let found, found.count > 0 {
      frame.enter(found)
      for position in 0..<found.count where !onMatch.isEmpty {
        frame.row = position
        try onMatch.apply(frame)
      }
      return found
    }
    frame.enter(row)
    template.prepare(frame, count: 1)
    try template.create(frame)
    try onCreate.apply(frame)
    return Batch(count: 1, columns: frame.columns)
  }
}
