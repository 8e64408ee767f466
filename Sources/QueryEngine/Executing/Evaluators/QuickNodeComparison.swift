// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// Whether two slots hold the same node, or a slot holds a certain one.
final class QuickNodeComparison: QuickCondition {
  private let isEqual: Bool
  private let other: Int?
  private let constant: UInt32

  init?(
    _ comparison: ComparisonOperator, _ left: BoundExpression, _ right: BoundExpression,
    _ slots: [SlotKind], _ run: Run
  ) {
    guard comparison == .equal || comparison == .notEqual, case .slot(let slot) = left.kind,
      slots[slot] == .node
    else { return nil }
    isEqual = comparison == .equal
    switch right.kind {
    case .slot(let other) where slots[other] == .node:
      self.other = other
      constant = Column.none
    case .parameter(let name):
      guard case .node(let node)? = run.parameters[name] else { return nil }
      other = nil
      constant = node.rawValue
    default: return nil
    }
    super.init(slot: slot)
  }

  override func narrow(_ rows: inout [Int32], of batch: Batch) {
    let nodes = batch.columns[slot].numbers
    let others = other.map { batch.columns[$0].numbers }
    guard !nodes.isEmpty, others?.isEmpty != true else {
      rows = []
      return
    }
    var kept = 0
    for position in rows.indices {
      let row = rows[position]
      let node = nodes[Int(row)]
      let expected = others.map { $0[Int(row)] } ?? constant
      if node != Column.none, expected != Column.none, (node == expected) == isEqual {
        rows[kept] = row
        kept += 1
      }
    }
    rows.removeLast(rows.count - kept)
  }
}
