// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the members of a list; what is no list counts as a list of one, null as none.
final class UnwindOperator: FollowingOperator {
  private let list: Evaluator
  private let slot: Int
  private let frame: Frame
  private var batch: Batch?
  private var row = 0
  private var members: [Value] = []
  private var position = 0

  init(_ run: Run, _ list: Evaluator, slot: Int, after input: Operator, kept: [Int]) {
    self.list = list
    self.slot = slot
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
    members = []
    position = 0
  }

  override func next() throws(QueryFault) -> Batch? {
    while true {
      guard let batch else {
        guard let input = try nextInput() else { return nil }
        batch = input
        frame.enter(input)
        row = -1
        continue
      }
      var rows: [Int32] = []
      var values: [Value] = []
      while rows.count < Batch.size {
        if position < members.count {
          let end = min(members.count, position + Batch.size - rows.count)
          values.append(contentsOf: members[position..<end])
          rows.append(contentsOf: repeatElement(Int32(row), count: end - position))
          position = end
          continue
        }
        row += 1
        if row >= batch.count { break }
        frame.row = row
        position = 0
        switch try list.value(frame) {
        case .null: members = []
        case .list(let values): members = values
        case let value: members = [value]
        }
        try run.charge(members.count)
      }
      if row >= batch.count {
        self.batch = nil
        members = []
        position = 0
      }
      guard !rows.isEmpty else { continue }
      var result = batch.gathered(rows, slots: kept)
      result.columns[slot] = Column(values: values)
      return result
    }
  }
}
