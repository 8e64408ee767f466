// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// One row for each group of rows with equal keys, with aggregates of the group; groups come in
/// the order of their first rows. Without keys there is one group, rows or not.
final class GroupOperator: WholeInputOperator {
  private let keys: [(slot: Int, evaluator: Evaluator)]
  private let aggregates: [Aggregate]
  private let slots: [SlotKind]

  /// The slot of the only key, where that is a node or an edge.
  private let keySlot: Int?
  private let frame: Frame

  /// Whether every aggregate is `count(*)`.
  private let onlyCounts: Bool

  /// One aggregate, ready to be worked out.
  struct Aggregate {
    let slot: Int
    let function: AggregateFunction?
    let isDistinct: Bool
    let arguments: [Evaluator]
    let span: SourceSpan
  }

  init(
    _ run: Run, keys: [(slot: Int, evaluator: Evaluator)], aggregates: [Aggregate],
    slots: [SlotKind], after input: Operator, kept: [Int]
  ) {
    self.keys = keys
    self.aggregates = aggregates
    self.slots = slots
    let slot = keys.count == 1 ? (keys[0].evaluator as? SlotEvaluator)?.slot : nil
    keySlot = slot.flatMap { slots[$0] == .node || slots[$0] == .edge ? $0 : nil }
    frame = Frame(run)
    onlyCounts = aggregates.allSatisfy { $0.function == nil }
    super.init(run, after: input, kept: kept)
  }

  /// The state of the groups: aggregates lie group after group.
  private struct Groups {
    var numbers: [RowKey: Int] = [:]
    var keys: [RowKey] = []
    /// The single nodes or edges that are keys, and the group of each.
    var singles = NumberTable()
    var singleGroups: [Int] = []
    var counts: [Int64] = []
    var aggregations: [Aggregation] = []
  }

  override func workOut() throws(QueryFault) -> Batch {
    var groups = Groups()
    if keys.isEmpty { _ = try number(of: RowKey([]), in: &groups) }
    while let batch = try nextInput() {
      if onlyCounts, keys.isEmpty {
        for position in groups.counts.indices { groups.counts[position] += Int64(batch.count) }
        continue
      }
      frame.enter(batch)
      let singleSlot = keySlot.flatMap { slot in
        batch.columns[slot].numbers.count == batch.count ? slot : nil
      }
      if let singleSlot {
        try add(batch, by: batch.columns[singleSlot].numbers, to: &groups)
        continue
      }
      for row in 0..<batch.count {
        frame.row = row
        if keys.isEmpty {
          try add(to: 0, in: &groups)
          continue
        }
        var values: [Value] = []
        values.reserveCapacity(keys.count)
        for key in keys { values.append(try key.evaluator.value(frame)) }
        let number = try number(of: RowKey(values), in: &groups)
        try add(to: number, in: &groups)
      }
    }
    return try answer(of: groups)
  }

  private func number(
    of key: RowKey, in groups: inout Groups
  ) throws(QueryFault) -> Int {
    if let known = groups.numbers[key] { return known }
    let number = groups.keys.count
    try run.reserve(
      key.values.reduce(64 + 64 * aggregates.count) { $0 + $1.approximateByteCount })
    groups.numbers[key] = number
    groups.keys.append(key)
    for aggregate in aggregates {
      groups.counts.append(0)
      groups.aggregations.append(
        Aggregation(aggregate.function ?? .count, isDistinct: aggregate.isDistinct))
    }
    return number
  }

  /// Adds rows whose only key is a node or an edge.
  private func add(
    _ batch: Batch, by numbers: [UInt32], to groups: inout Groups
  ) throws(QueryFault) {
    for row in 0..<batch.count {
      let place = groups.singles.place(of: numbers[row])
      if place == groups.singleGroups.count {
        frame.row = row
        let number = try number(of: RowKey([try keys[0].evaluator.value(frame)]), in: &groups)
        groups.singleGroups.append(number)
      }
      let number = groups.singleGroups[place]
      if onlyCounts {
        for position in 0..<aggregates.count {
          groups.counts[number * aggregates.count + position] += 1
        }
      } else {
        frame.row = row
        try add(to: number, in: &groups)
      }
    }
  }

  private func add(to number: Int, in groups: inout Groups) throws(QueryFault) {
    for (position, aggregate) in aggregates.enumerated() {
      let place = number * aggregates.count + position
      guard aggregate.function != nil else {
        groups.counts[place] += 1
        continue
      }
      let value = try aggregate.arguments[0].value(frame)
      let parameter =
        aggregate.arguments.count > 1 ? try aggregate.arguments[1].value(frame) : nil
      do {
        try groups.aggregations[place].add(value, parameter: parameter, run.context)
      } catch {
        throw error.fault(at: aggregate.span)
      }
    }
  }

  private func answer(of groups: Groups) throws(QueryFault) -> Batch {
    var batch = Batch(count: groups.keys.count, slots: slots)
    for (position, key) in keys.enumerated() {
      for group in groups.keys { batch.columns[key.slot].append(group.values[position]) }
    }
    for (position, aggregate) in aggregates.enumerated() {
      for number in groups.keys.indices {
        let place = number * aggregates.count + position
        var value = Value.integer(groups.counts[place])
        if aggregate.function != nil {
          do {
            value = try groups.aggregations[place].result(run.context)
          } catch {
            throw error.fault(at: aggregate.span)
          }
        }
        batch.columns[aggregate.slot].append(value)
      }
    }
    return batch
  }
}

/// The values that rows are told apart by.
struct RowKey: Hashable {
  let values: [Value]

  init(_ values: [Value]) { self.values = values }
}
