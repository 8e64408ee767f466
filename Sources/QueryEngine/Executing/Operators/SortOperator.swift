// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// All rows in the order of sort keys; equal rows stay in the order in which they come.
///
/// With a bound, only the first rows are kept, so that the memory does not grow with the input.
final class SortOperator: WholeInputOperator {
  private let order: [(evaluator: Evaluator, isDescending: Bool)]
  private let skip: RowCount?
  private let limit: RowCount?
  private let slots: [SlotKind]
  private let frame: Frame

  init(
    _ run: Run, _ order: [(evaluator: Evaluator, isDescending: Bool)], skip: RowCount? = nil,
    limit: RowCount? = nil, slots: [SlotKind], after input: Operator, kept: [Int]
  ) {
    self.order = order
    self.skip = skip
    self.limit = limit
    self.slots = slots
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  /// Rows and their keys; a key is one array for each sort item.
  private struct Table {
    var rows: Batch
    var keys: [[Value]]
  }

  override func workOut() throws(QueryFault) -> Batch {
    let skipped = try skip?.count(run) ?? 0
    let bound = try limit?.count(run).addingReportingOverflow(skipped).partialValue
    var table = Table(
      rows: Batch(count: 0, slots: slots), keys: Array(repeating: [], count: order.count))
    while let batch = try nextInput() {
      try add(batch, to: &table)
      if let bound, bound >= 0, table.rows.count > 2 * bound + Batch.size {
        table = cut(table, to: bound)
      }
    }
    var rows = sortedRows(of: table)
    if let bound, bound >= 0 { rows = Array(rows.prefix(bound)) }
    if skipped > 0 { rows = Array(rows.dropFirst(skipped)) }
    return table.rows.gathered(rows, slots: kept)
  }

  private func add(_ batch: Batch, to table: inout Table) throws(QueryFault) {
    frame.enter(batch)
    var bytes = batch.byteCount(of: kept)
    for (position, item) in order.enumerated() {
      for row in 0..<batch.count {
        frame.row = row
        let value = try item.evaluator.value(frame)
        bytes += value.approximateByteCount
        table.keys[position].append(value)
      }
    }
    // With a bound the table is cut again and again; then only its size at rest counts.
    if limit == nil { try run.reserve(bytes) }
    table.rows.append(batch, slots: kept)
  }

  private func cut(_ table: Table, to count: Int) -> Table {
    let rows = Array(sortedRows(of: table).prefix(count))
    return Table(
      rows: table.rows.gathered(rows, slots: kept),
      keys: table.keys.map { keys in rows.map { keys[Int($0)] } })
  }

  private func sortedRows(of table: Table) -> [Int32] {
    var rows = (0..<Int32(table.rows.count)).map { $0 }
    rows.sort { left, right in
      for (position, item) in order.enumerated() {
        let keys = table.keys[position]
        switch ValueOrdering.relation(keys[Int(left)], keys[Int(right)]) {
        case .less: return !item.isDescending
        case .greater: return item.isDescending
        default: continue
        }
      }
      return left < right
    }
    return rows
  }
}
