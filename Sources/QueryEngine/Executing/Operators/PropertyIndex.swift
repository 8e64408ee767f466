// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The nodes of some types by the value of a property: the hash table of a join.
///
/// It knows texts, numbers and truth values; other values are left to who asks.
struct PropertyIndex {
  /// The numbers of texts, and the nodes with each.
  private var texts = NumberTable()
  private var nodesOfTexts: [[UInt32]] = []
  private var nodesOfValues: [Value: [UInt32]] = [:]
  private let strings: StringTable

  /// About how many bytes the table takes.
  private(set) var byteCount = 0

  /// - Complexity: linear in the number of nodes of the types.
  init(_ columns: [(first: UInt32, column: PropertyColumn)], strings: StringTable) {
    self.strings = strings
    for (first, column) in columns {
      byteCount += 48 * column.valueCount
      if case .string(let numbers) = column.values {
        column.forEachRow { row, position in
          let place = texts.place(of: numbers.base[position])
          if place == nodesOfTexts.count { nodesOfTexts.append([]) }
          nodesOfTexts[place].append(first + UInt32(truncatingIfNeeded: row))
        }
      } else {
        column.forEachRow { row, _ in
          guard let value = column.value(ofRow: row, strings: strings), Self.knows(value) else {
            return
          }
          nodesOfValues[value, default: []].append(first + UInt32(truncatingIfNeeded: row))
        }
      }
    }
  }

  /// Whether equal values of this kind are found.
  static func knows(_ value: Value) -> Bool {
    switch value {
    case .string, .integer, .boolean: true
    // What is not a number is equal to nothing, and yet the same as itself.
    case .float(let number): !number.isNaN
    default: false
    }
  }

  /// Adds the nodes with a value that the table knows, ascending.
  func collect(_ value: Value, _ nodes: inout [UInt32]) {
    let before = nodes.count
    if case .string(let text) = value, let number = strings.id(of: text),
      let place = texts.knownPlace(of: number)
    {
      nodes.append(contentsOf: nodesOfTexts[place])
    }
    let isMixed = nodes.count > before
    if let others = nodesOfValues[value] {
      nodes.append(contentsOf: others)
      if isMixed { nodes[before...].sort() }
    }
  }
}
