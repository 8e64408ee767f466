// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Finds the nodes of a graph at rest that have a value as a property, by a walk along the column
/// of each node type.
struct PropertySeek {
  private let storage: GraphStorage
  private let types: [(first: UInt32, column: PropertyColumn)]

  /// The nodes by value, for who seeks many values.
  func index() -> PropertyIndex { PropertyIndex(types, strings: storage.strings) }

  /// How many nodes a walk looks at.
  let nodeCount: Int

  init(_ name: String, labels: LabelTest?, _ storage: GraphStorage) {
    self.storage = storage
    let reader = PropertyReader(name, storage)
    let types: [(first: UInt32, column: PropertyColumn)] = storage.nodeTypes.indices.compactMap {
      position in
      let type = storage.nodeTypes[position]
      guard type.count > 0, labels?.holds(for: type.labels) ?? true,
        let column = reader.column(ofNodeType: position)
      else { return nil }
      return (type.firstNode, column)
    }
    self.types = types
    nodeCount = types.reduce(0) { $0 + $1.column.valueCount }
  }

  /// Adds the nodes with a value, ascending; or more than those, where the value cannot be told by
  /// the arrays alone.
  ///
  /// - Returns: whether there may be more.
  /// - Complexity: linear in the number of nodes of the types.
  func collect(_ value: Value, _ nodes: inout [UInt32]) -> Bool {
    var isOpen = false
    for (first, column) in types {
      switch (column.values, value) {
      case (.string(let numbers), .string(let text)):
        guard let number = storage.strings.id(of: text) else { continue }
        collect(number, numbers, column, first, &nodes)
      case (.integer(let numbers), .integer(let number)):
        collect(number, numbers, column, first, &nodes)
      case (.boolean(let truths), .boolean(let truth)):
        collect(truth, truths, column, first, &nodes)
      default:
        isOpen = true
        column.forEachRow { row, _ in nodes.append(first + UInt32(truncatingIfNeeded: row)) }
      }
    }
    return isOpen
  }

  @inline(__always)
  private func collect<Element: Equatable>(
    _ sought: Element, _ values: FrozenArray<Element>, _ column: PropertyColumn, _ first: UInt32,
    _ nodes: inout [UInt32]
  ) {
    let base = values.base
    if column.isComplete {
      for row in 0..<values.count where base[row] == sought {
        nodes.append(first + UInt32(truncatingIfNeeded: row))
      }
    } else {
      column.forEachRow { row, position in
        if base[position] == sought { nodes.append(first + UInt32(truncatingIfNeeded: row)) }
      }
    }
  }
}
