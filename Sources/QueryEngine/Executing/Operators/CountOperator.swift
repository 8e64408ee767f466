// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// One row that says how many rows there are, or how many different nodes or edges in a slot.
final class CountOperator: WholeInputOperator {
  /// What is counted, and the slot of the answer.
  struct Item {
    let slot: Int
    /// The slot of the nodes or edges of which the different ones are counted; nil for rows.
    let different: Int?
  }

  private let items: [Item]
  private let slots: [SlotKind]

  init(_ run: Run, _ items: [Item], slots: [SlotKind], after input: Operator, kept: [Int]) {
    self.items = items
    self.slots = slots
    super.init(run, after: input, kept: kept)
  }

  /// The items of a group without keys; nil where it works out more than such counts.
  static func items(of aggregation: BoundAggregation, slots: [SlotKind]) -> [Item]? {
    guard aggregation.keys.isEmpty else { return nil }
    var items: [Item] = []
    for aggregate in aggregation.aggregates {
      if aggregate.function == nil {
        items.append(Item(slot: aggregate.slot, different: nil))
      } else if aggregate.function == .count, aggregate.isDistinct,
        case .slot(let slot)? = aggregate.arguments.first?.kind,
        slots[slot] == .node || slots[slot] == .edge
      {
        items.append(Item(slot: aggregate.slot, different: slot))
      } else {
        return nil
      }
    }
    return items
  }

  override func workOut() throws(QueryFault) -> Batch {
    var count = 0
    var sets = [NumberSet](repeating: NumberSet(), count: items.count)
    while let batch = try nextInput() {
      count += batch.count
      for (position, item) in items.enumerated() {
        guard let different = item.different else { continue }
        let before = sets[position].byteCount
        for number in batch.columns[different].numbers where number != Column.none {
          _ = sets[position].insert(number)
        }
        try run.reserve(sets[position].byteCount - before)
      }
    }
    var answer = Batch(count: 1, slots: slots)
    for (position, item) in items.enumerated() {
      let number = item.different == nil ? count : sets[position].count
      answer.columns[item.slot].append(.integer(Int64(number)))
    }
    return answer
  }
}
