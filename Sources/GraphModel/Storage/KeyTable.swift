// SPDX-License-Identifier: Apache-2.0

/// The keys of the nodes, in both directions.
///
/// In a graph all of whose nodes have keys, key `i` is that of node `i` and the two arrays are not
/// there.
struct KeyTable: Sendable {
  private let strings: StringTable

  /// The number of each node's key, or `none`.
  private let numbers: FrozenArray<UInt32>?

  /// The node of each key.
  private let nodes: FrozenArray<UInt32>?

  private static let none = UInt32.max

  /// - Parameter keys: for each node in order, its number in `interner`, if it has a key.
  init(_ interner: StringInterner, keys: [UInt32?]) {
    let order = keys.compactMap { $0 }
    strings = interner.frozen(order: order)
    if order.count == keys.count {
      numbers = nil
      nodes = nil
      return
    }
    var numbers: [UInt32] = []
    var nodes: [UInt32] = []
    for (node, key) in keys.enumerated() {
      numbers.append(key == nil ? Self.none : UInt32(nodes.count))
      if key != nil { nodes.append(UInt32(node)) }
    }
    self.numbers = FrozenArray(numbers)
    self.nodes = FrozenArray(nodes)
  }

  func key(ofNode node: UInt32) -> String? {
    guard let numbers else { return strings[node] }
    let number = numbers[Int(node)]
    return number == Self.none ? nil : strings[number]
  }

  func node(key: String) -> UInt32? {
    guard let number = strings.id(of: key) else { return nil }
    return nodes.map { $0[Int(number)] } ?? number
  }

  /// Memory in bytes.
  var byteCount: Int {
    strings.byteCount + (numbers?.byteCount ?? 0) + (nodes?.byteCount ?? 0)
  }
}
