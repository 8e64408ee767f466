// SPDX-License-Identifier: Apache-2.0

/// The properties that have values, in order of name.
struct PropertyOrder: Sendable {
  let names: [String]

  /// By the number in the builder.
  private let numbers: [UInt32]

  /// - Parameter names: those of all properties of the builder, by its numbers.
  init(of columns: [[ColumnBuilder]], names: [String]) {
    var isUsed = [Bool](repeating: false, count: names.count)
    for column in columns.joined() where column.count > 0 { isUsed[Int(column.property)] = true }
    let order = isUsed.indices.filter { isUsed[$0] }
      .sorted { names[$0] < names[$1] }
    self.names = order.map { names[$0] }
    var numbers = [UInt32](repeating: 0, count: isUsed.count)
    for (position, old) in order.enumerated() { numbers[old] = UInt32(position) }
    self.numbers = numbers
  }

  func frozen(
    _ columns: [ColumnBuilder], rowCount: Int, order: RowOrder?
  ) -> [PropertyColumn] {
    columns
      .compactMap {
        $0.frozen(as: numbers[Int($0.property)], rowCount: rowCount, order: order)
      }
      .sorted { $0.property < $1.property }
  }
}

extension PropertyColumn {
  /// The column under the number that its property has among other names, all of which are sorted.
  fileprivate func renumbered(from own: [String], to names: [String]) -> PropertyColumn {
    let name = own[Int(property)]
    return PropertyColumn(
      property: UInt32(names.firstIndex(of: name) ?? 0), values: values, rows: rows)
  }
}

extension NodeTypeStorage {
  func renumbered(from own: [String], to names: [String]) -> NodeTypeStorage {
    NodeTypeStorage(
      name: name, labels: labels, firstNode: firstNode, count: count,
      columns: columns.map { $0.renumbered(from: own, to: names) })
  }
}

extension EdgeTypeStorage {
  func renumbered(from own: [String], to names: [String]) -> EdgeTypeStorage {
    with(columns: columns.map { $0.renumbered(from: own, to: names) })
  }
}
