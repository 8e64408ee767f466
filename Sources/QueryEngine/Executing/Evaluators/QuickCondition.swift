// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// A condition on a node in a slot that is checked for many rows at once, straight from the arrays
/// of a graph at rest.
class QuickCondition {
  let slot: Int

  init(slot: Int) { self.slot = slot }

  /// Drops the rows for which the condition does not hold.
  func narrow(_ rows: inout [Int32], of batch: Batch) {
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
      if let made = QuickNodeComparison(comparison, left, right, slots, run) { return made }
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

  override func narrow(_ rows: inout [Int32], of batch: Batch) {
    let nodes = batch.columns[slot].numbers
    guard !nodes.isEmpty else {
      rows = []
      return
    }
    var kept = 0
    // Rows of one type mostly follow each other.
    var (first, count, isPassing) = (UInt32(0), UInt32(0), false)
    for position in rows.indices {
      let row = rows[position]
      let node = nodes[Int(row)]
      if node == Column.none { continue }
      if node &- first >= count {
        isPassing = holds(for: node)
        (first, count) = (known.lowerBound, UInt32(known.count))
      }
      if isPassing {
        rows[kept] = row
        kept += 1
      }
    }
    rows.removeLast(rows.count - kept)
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

  /// The constant as a float, where it is a number that floats hold exactly.
  private let floatConstant: Double
  private let isNumber: Bool
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
    let float: Double? =
      switch constant {
      case .float(let number): number
      case .integer(let number): Double(exactly: number)
      default: nil
      }
    floatConstant = float ?? .nan
    isNumber = float != nil
    if case .string(let text) = constant {
      textNumber = storage.strings.id(of: text)
    } else {
      textNumber = nil
    }
    super.init(slot: slot)
  }

  /// Takes rows of one type together, as far as they follow each other.
  override func narrow(_ rows: inout [Int32], of batch: Batch) {
    let nodes = batch.columns[slot].numbers
    guard !nodes.isEmpty else {
      rows = []
      return
    }
    var kept = 0
    var position = 0
    while position < rows.count {
      let first = nodes[Int(rows[position])]
      if first == Column.none {
        position += 1
        continue
      }
      enter(first)
      var end = position + 1
      while end < rows.count, known.contains(nodes[Int(rows[end])]) { end += 1 }
      keep(&rows, position..<end, nodes, &kept)
      position = end
    }
    rows.removeLast(rows.count - kept)
  }

  /// Keeps the rows of a stretch of one type that pass, with the array at hand where it is plain.
  private func keep(
    _ rows: inout [Int32], _ range: Range<Int>, _ nodes: [UInt32], _ kept: inout Int
  ) {
    guard let column else { return }
    // Each with a loop of its own, so that nothing is counted or copied for a row.
    switch (column.rows, column.values, constant) {
    case (.all, .integer(let values), .integer(let constant)):
      let comparison = comparison
      keep(&rows, range, nodes, &kept, values) { comparison.holds($0, constant) }
    case (.all, .float(let values), _) where isNumber:
      let comparison = comparison
      keep(&rows, range, nodes, &kept, values) { comparison.holds($0, floatConstant) }
    case (.all, .string(let values), .string) where comparison == .equal:
      guard let textNumber else { return }
      keep(&rows, range, nodes, &kept, values) { $0 == textNumber }
    default:
      for position in range where holds(for: nodes[Int(rows[position])]) {
        rows[kept] = rows[position]
        kept += 1
      }
    }
  }

  @inline(__always)
  private func keep<Element>(
    _ rows: inout [Int32], _ range: Range<Int>, _ nodes: [UInt32], _ kept: inout Int,
    _ values: FrozenArray<Element>, where passes: (Element) -> Bool
  ) {
    let (base, first) = (values.base, known.lowerBound)
    for position in range {
      let row = rows[position]
      if passes(base[Int(nodes[Int(row)] - first)]) {
        rows[kept] = row
        kept += 1
      }
    }
  }

  private func enter(_ node: UInt32) {
    if known.contains(node) { return }
    let type = storage.nodeType(of: node)
    known = storage.nodeTypes[type].nodes
    column = reader.column(ofNodeType: type)
  }

  override func holds(for node: UInt32) -> Bool {
    enter(node)
    guard let column else { return false }
    let row = Int(node - known.lowerBound)
    guard let position = column.position(ofRow: row) else { return false }
    switch (column.values, constant) {
    case (.integer(let values), .integer(let constant)):
      return comparison.holds(values[position], constant)
    case (.float(let values), _) where isNumber:
      return comparison.holds(values[position], floatConstant)
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
  func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
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
