// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The keys of all nodes, to be looked up by many threads.
final class KeyDirectory: Sendable {
  /// All keys; none where every key is a number.
  private let keys: StringInterner

  /// The nodes whose keys are the numbers 0, 1, 2 …, where most keys are numbers and lie close
  /// together; `none` where no node has the number.
  private let nodesByNumber: [UInt32]

  /// Keys that might be meant, where there are few enough to look at all.
  let names: [String]

  static let none = UInt32.max

  /// Stands before a number whose node is looked up later.
  private static let mark: UInt32 = 1 << 31

  /// Complexity: linear in the number of keys.
  init(_ keys: StringInterner) {
    names = keys.count > 10_000 ? [] : (0..<UInt32(keys.count)).map { keys[$0] }
    var numbers: [Int32] = []
    numbers.reserveCapacity(keys.count)
    var greatest = -1
    var areNumbers = true
    for id in 0..<UInt32(keys.count) {
      let number = keys.withUTF8(id) { Self.number($0) }
      numbers.append(Int32(truncatingIfNeeded: number))
      greatest = max(greatest, number)
      areNumbers = areNumbers && number >= 0
    }
    guard greatest >= 0, greatest < keys.count * 4 + 1_024, keys.count < Self.mark else {
      nodesByNumber = []
      self.keys = keys
      return
    }
    var nodes = [UInt32](repeating: Self.none, count: greatest + 1)
    for (id, number) in numbers.enumerated() where number >= 0 { nodes[Int(number)] = UInt32(id) }
    nodesByNumber = nodes
    self.keys = areNumbers ? StringInterner() : keys
  }

  /// The node with a key, or ``none``.
  @inline(__always)
  func node(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let entry = entry(key)
    if entry & Self.mark == 0 || entry == Self.none { return entry }
    return nodesByNumber[Int(entry & ~Self.mark)]
  }

  /// What ``resolve(_:)`` makes the node of a key of; ``none`` where there is surely no such node.
  @inline(__always)
  func entry(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let number = Self.number(key)
    if number >= 0, !nodesByNumber.isEmpty {
      return number < nodesByNumber.count ? UInt32(number) | Self.mark : Self.none
    }
    return keys.number(of: key) ?? Self.none
  }

  /// Puts nodes in the place of entries. Each look-up is a wait for memory; here, where none
  /// depends on another, the processor does many at once.
  ///
  /// - Returns: whether every entry has a node but those that were ``none`` before.
  func resolve(_ entries: inout [UInt32]) -> Bool {
    var areFound = true
    nodesByNumber.withUnsafeBufferPointer { nodesByNumber in
      entries.withUnsafeMutableBufferPointer { entries in
        for index in 0..<entries.count {
          let entry = entries[index]
          if entry & Self.mark == 0 || entry == Self.none { continue }
          let node = nodesByNumber[Int(entry & ~Self.mark)]
          entries[index] = node
          if node == Self.none { areFound = false }
        }
      }
    }
    return areFound
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
}
