// SPDX-License-Identifier: Apache-2.0

/// The numbers that nodes get when a builder is frozen.
struct NodeNumbering {
  /// By handle.
  var numbers: [UInt32]

  /// The key's number in the builder, or `KeyTable.none`, by node number.
  var keys: [UInt32] = []

  init(_ builder: GraphBuilder) {
    numbers = [UInt32](repeating: 0, count: builder.nodeCount)
    keys.reserveCapacity(builder.nodeCount)
  }

  /// Numbers the nodes of a type; returns their order, or nil when nothing moves.
  mutating func append(
    _ type: GraphBuilder.NodeTypeBuilder, of builder: GraphBuilder
  ) -> RowOrder? {
    let keysByRow = type.handles.map { builder.keyOfNode[Int($0)] }
    let order = builder.order == .asAdded ? nil : Self.order(keysByRow, builder.keys)
    for row in order?.oldRows ?? Array(0..<UInt32(keysByRow.count)) {
      numbers[Int(type.handles[Int(row)])] = UInt32(keys.count)
      keys.append(keysByRow[Int(row)])
    }
    return order
  }

  /// Rows by key, those without one last; nil when they are so already.
  private static func order(_ keys: [UInt32], _ texts: StringInterner) -> RowOrder? {
    let isOrdered = keys.indices.dropFirst().allSatisfy { row in
      let (previous, key) = (keys[row - 1], keys[row])
      if key == KeyTable.none { return true }
      return previous != KeyTable.none && texts.isOrderedBefore(previous, key)
    }
    if isOrdered { return nil }
    let rows = 0..<UInt32(keys.count)
    let keyed = rows.filter { keys[Int($0)] != KeyTable.none }
    let sorted = texts.positionsSortedByText(of: keyed.map { keys[Int($0)] })
    return RowOrder(
      oldRows: sorted.map { keyed[Int($0)] } + rows.filter { keys[Int($0)] == KeyTable.none })
  }
}
