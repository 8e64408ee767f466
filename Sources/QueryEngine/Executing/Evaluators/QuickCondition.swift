// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// A condition on a node in a slot that is checked for many rows at once, straight from the arrays
/// of a graph at rest.
class QuickCondition {
  let slot: Int

  init(slot: Int) { self.slot = slot }

  /// Drops the rows for which the condition does not hold.
  final func narrow(_ rows: inout [Int32], of batch: Batch) {
    let nodes = batch.columns[slot].numbers
    guard !nodes.isEmpty else {
      rows = []
      return
    }
    var kept = 0
    for position in rows.indices {
      let row = rows[position]
      let node = nodes[Int(row)]
      if node != Column.none, holds(for: node) {
        rows[kept] = row
        kept += 1
      }
    }
    rows.removeLast(rows.count - kept)
  }

  func holds(for node: UInt32) -> Bool {
    preconditionFailure("every quick condition holds or does not")
  }

  /// The quick form of a condition, where there is one.
  static func make(
    _ condition: BoundExpression, slots: [SlotKind], run: Run
  ) -> QuickCondition? {
    switch condition.kind {
    case .labelTest(let subject, let test):
      guard case .slot(let slot) = subject.kind, slots[slot] == .node else { return nil }
      return QuickLabelTest(slot: slot, test, run.context.graph.storage)
    case .comparison(let comparison, let left, let right):
      if let made = property(left, comparison, right, slots, run) { return made }
      return property(right, comparison.mirrored, left, slots, run)
    default:
      return nil
    }
  }

  private static func property(
    _ left: BoundExpression, _ comparison: ComparisonOperator, _ right: BoundExpression,
    _ slots: [SlotKind], _ run: Run
  ) -> QuickCondition? {
    guard case .property(let subject, let name) = left.kind, case .slot(let slot) = subject.kind,
      slots[slot] == .node
    else { return nil }
    var constant = right.constant
    if case .parameter(let name) = right.kind { constant = run.parameters[name] }
    guard let constant else { return nil }
    return QuickComparison(slot: slot, name, comparison, constant, run.context.graph.storage)
  }
}

/// Nodes are contiguous by type, so a label test is a look into a table of types.
final class QuickLabelTest: QuickCondition {
  private let storage: GraphStorage
  private let passes: [Bool]
  private var known: Range<UInt32> = 0..<0
  private var knownPasses = false

  init(slot: Int, _ test: LabelTest, _ storage: GraphStorage) {
    self.storage = storage
    passes = storage.nodeTypes.map { test.holds(for: $0.labels) }
    super.init(slot: slot)
  }

  override func holds(for node: UInt32) -> Bool {
    if known.contains(node) { return knownPasses }
    let type = storage.nodeType(of: node)
    known = storage.nodeTypes[type].nodes
    knownPasses = passes[type]
    return knownPasses
  }
}

/// Compares a property with a constant: numbers as they lie, texts by their numbers.
final class QuickComparison: QuickCondition {
  private let comparison: ComparisonOperator
  private let constant: Value
  private let storage: GraphStorage
  private let reader: PropertyReader

  /// The number of the text that is sought, where the graph has it.
  private let textNumber: UInt32?
  private var known: Range<UInt32> = 0..<0
  private var column: PropertyColumn?

  init(
    slot: Int, _ name: String, _ comparison: ComparisonOperator, _ constant: Value,
    _ storage: GraphStorage
  ) {
    self.comparison = comparison
    self.constant = constant
    self.storage = storage
    reader = PropertyReader(name, storage)
    if case .string(let text) = constant {
      textNumber = storage.strings.id(of: text)
    } else {
      textNumber = nil
    }
    super.init(slot: slot)
  }

  override func holds(for node: UInt32) -> Bool {
    if !known.contains(node) {
      let type = storage.nodeType(of: node)
      known = storage.nodeTypes[type].nodes
      column = reader.column(ofNodeType: type)
    }
    guard let column else { return false }
    let row = Int(node - known.lowerBound)
    guard let position = column.position(ofRow: row) else { return false }
    switch (column.values, constant) {
    case (.integer(let values), .integer(let constant)):
      return comparison.holds(values[position], constant)
    case (.string(let values), .string) where comparison == .equal:
      return values[position] == textNumber
    default:
      guard let value = column.value(ofRow: row, strings: storage.strings) else { return false }
      return ComparisonEvaluator.compare(value, comparison, constant) == true
    }
  }
}

extension ComparisonOperator {
  /// The operator for operands that have changed places.
  var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  @inline(__always)
  func holds(_ left: Int64, _ right: Int64) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
