// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The values of one slot in the rows of a batch.
///
/// Nodes and edges are kept as their numbers, anything else as values; a column that nobody has
/// filled has neither.
struct Column {
  /// The number that stands for null.
  static let none = UInt32.max

  let kind: SlotKind
  var numbers: [UInt32] = []
  var values: [Value] = []

  init(_ kind: SlotKind) { self.kind = kind }

  init(_ kind: SlotKind, numbers: [UInt32]) {
    self.kind = kind
    self.numbers = numbers
  }

  init(values: [Value]) {
    kind = .value
    self.values = values
  }

  var isEmpty: Bool { numbers.isEmpty && values.isEmpty }

  /// The value in a row; null where nobody has filled the column.
  @inline(__always)
  func value(at row: Int) -> Value {
    switch kind {
    case .value: return row < values.count ? values[row] : .null
    case .node:
      let number = number(at: row)
      return number == Self.none ? .null : .node(NodeID(rawValue: number))
    case .edge:
      let number = number(at: row)
      return number == Self.none ? .null : .edge(EdgeID(rawValue: number))
    case .ordinal: return .integer(Int64(number(at: row)))
    }
  }

  @inline(__always)
  private func number(at row: Int) -> UInt32 {
    row < numbers.count ? numbers[row] : Self.none
  }

  /// The number of the node in a row, however it is kept; ``none`` for null and anything else.
  @inline(__always)
  func node(at row: Int) -> UInt32 {
    if kind == .node { return number(at: row) }
    if kind == .value, row < values.count, case .node(let node) = values[row] {
      return node.rawValue
    }
    return Self.none
  }

  /// The number of the edge in a row, however it is kept; ``none`` for null and anything else.
  @inline(__always)
  func edge(at row: Int) -> UInt32 {
    if kind == .edge { return number(at: row) }
    if kind == .value, row < values.count, case .edge(let edge) = values[row] {
      return edge.rawValue
    }
    return Self.none
  }

  mutating func append(_ value: Value) {
    switch (kind, value) {
    case (.value, _): values.append(value)
    case (.node, .node(let node)): numbers.append(node.rawValue)
    case (.edge, .edge(let edge)): numbers.append(edge.rawValue)
    case (.ordinal, .integer(let number)): numbers.append(UInt32(clamping: number))
    default: numbers.append(Self.none)
    }
  }

  /// The rows with these numbers, in this order.
  func gathered(_ rows: [Int32]) -> Column {
    var gathered = Column(kind)
    if !numbers.isEmpty {
      gathered.numbers = [UInt32](unsafeUninitializedCapacity: rows.count) { target, count in
        for position in rows.indices { target[position] = numbers[Int(rows[position])] }
        count = rows.count
      }
    } else if !values.isEmpty {
      gathered.values.reserveCapacity(rows.count)
      for row in rows { gathered.values.append(values[Int(row)]) }
    }
    return gathered
  }

  /// Adds the rows of another column; where nobody has filled that one, nulls.
  mutating func append(contentsOf other: Column, count: Int) {
    if other.isEmpty {
      if kind == .value {
        values.append(contentsOf: repeatElement(.null, count: count))
      } else {
        numbers.append(contentsOf: repeatElement(Self.none, count: count))
      }
    } else if kind == other.kind {
      numbers.append(contentsOf: other.numbers)
      values.append(contentsOf: other.values)
    } else {
      for row in 0..<count { append(other.value(at: row)) }
    }
  }

  /// About how many bytes the rows take.
  var byteCount: Int {
    numbers.count * 4 + values.reduce(0) { $0 + $1.approximateByteCount }
  }
}

extension Value {
  /// About how many bytes the value takes, for the memory limit of a run.
  var approximateByteCount: Int {
    switch self {
    case .string(let text): 32 + text.utf8.count
    case .list(let members): members.reduce(48) { $0 + $1.approximateByteCount }
    case .map(let map):
      map.entries.reduce(48) { $0 + 32 + $1.key.utf8.count + $1.value.approximateByteCount }
    case .path(let path): 96 + path.nodes.count * 8
    default: 24
    }
  }
}
