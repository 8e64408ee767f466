// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What the columns of one file are, and what kind of rows they make.
struct ImportPlan: Sendable {
  /// What the cells of a column are read as.
  enum Kind: Sendable, Hashable {
    /// The key of a node.
    case key
    /// The keys of the nodes that an edge joins.
    case from, to
    /// What the data call an edge.
    case identifier
    /// Nothing: the column has no name.
    case nothing
    case property(PropertyType)
  }

  struct Column: Sendable {
    var name: String
    var kind: Kind

    /// Whether the type was worked out from the cells, not declared.
    var isInferred = false
  }

  var columns: [Column]
  let delimiter: UInt8

  /// Whether the rows are nodes, not edges.
  let areNodes: Bool
}

/// The keys of all nodes, to be looked up by many threads.
final class KeyDirectory: Sendable {
  private let keys: StringInterner

  /// The nodes whose keys are the numbers 0, 1, 2 …, where most keys are numbers and lie close
  /// together; `none` where no node has the number.
  private let nodesByNumber: [UInt32]

  static let none = UInt32.max

  /// Complexity: linear in the number of keys.
  init(_ keys: StringInterner) {
    self.keys = keys
    var numbers: [Int] = []
    numbers.reserveCapacity(keys.count)
    var greatest = -1
    for id in 0..<UInt32(keys.count) {
      let number = keys.withUTF8(id) { Self.number($0) }
      numbers.append(number)
      greatest = max(greatest, number)
    }
    guard greatest >= 0, greatest < keys.count * 4 + 1_024 else {
      nodesByNumber = []
      return
    }
    var nodes = [UInt32](repeating: Self.none, count: greatest + 1)
    for (id, number) in numbers.enumerated() where number >= 0 { nodes[number] = UInt32(id) }
    nodesByNumber = nodes
  }

  /// The node with a key, or ``none``.
  @inline(__always)
  func node(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let number = Self.number(key)
    if number >= 0, !nodesByNumber.isEmpty {
      return number < nodesByNumber.count ? nodesByNumber[number] : Self.none
    }
    return keys.number(of: key) ?? Self.none
  }

  /// The number that a key is, written without zeros before it; -1 for any other key.
  @inline(__always)
  private static func number(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    guard key.count > 0, key.count <= 9, key[0] != 0x30 || key.count == 1 else { return -1 }
    var number = 0
    for byte in key {
      let digit = byte &- 0x30
      if digit > 9 { return -1 }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }

  /// Keys that might be meant, where there are few enough to look at all.
  var names: [String] {
    keys.count > 10_000 ? [] : (0..<UInt32(keys.count)).map { keys[$0] }
  }
}
