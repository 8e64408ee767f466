// SPDX-License-Identifier: Apache-2.0

/// The keys of the nodes, in both directions.
///
/// In a graph all of whose nodes have keys, key `i` is that of node `i` and the two arrays are not
/// there. Nor are they in a graph without keys.
package struct KeyTable: Sendable {
  package let strings: StringTable

  /// The number of each node's key, or `none`.
  package let numbers: FrozenArray<UInt32>?

  /// The node of each key.
  package let nodes: FrozenArray<UInt32>?

  /// Stands for the number of a key that a node does not have.
  package static let none = UInt32.max

  /// Arrays that are known to agree with each other.
  package init(
    strings: StringTable, numbers: FrozenArray<UInt32>?, nodes: FrozenArray<UInt32>?
  ) {
    self.strings = strings
    self.numbers = numbers
    self.nodes = nodes
  }

  /// - Parameter keys: for each node in order, its number in `interner`, or ``none``.
  init(_ interner: StringInterner, keys: [UInt32]) {
    let isComplete = !keys.contains(Self.none)
    let order = isComplete ? keys : keys.filter { $0 != Self.none }
    strings = interner.frozen(order: order)
    if isComplete || order.isEmpty {
      numbers = nil
      nodes = nil
      return
    }
    var numbers: [UInt32] = []
    var nodes: [UInt32] = []
    for (node, key) in keys.enumerated() {
      numbers.append(key == Self.none ? Self.none : UInt32(nodes.count))
      if key != Self.none { nodes.append(UInt32(node)) }
    }
    self.numbers = FrozenArray(numbers)
    self.nodes = FrozenArray(nodes)
  }

  func key(ofNode node: UInt32) -> String? {
    guard strings.count > 0 else { return nil }
    guard let numbers else { return strings[node] }
    let number = numbers[Int(node)]
    return number == Self.none ? nil : strings[number]
  }

  /// Calls `body` with the bytes of a node's key, if it has one.
  func withKey(ofNode node: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard strings.count > 0 else { return }
    let number = numbers.map { $0[Int(node)] } ?? node
    if number != Self.none { body(strings.utf8(number)) }
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
