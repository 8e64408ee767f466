// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Some rows of a plan, slot by slot.
struct Batch {
  /// How many rows an operator hands on at once, more or less.
  static let size = 1024

  var count: Int

  /// One for each slot of the layout; those that nobody needs any more are empty.
  var columns: [Column]

  init(count: Int, columns: [Column]) {
    self.count = count
    self.columns = columns
  }

  /// Rows without values.
  init(count: Int, slots: [SlotKind]) {
    self.init(count: count, columns: slots.map { Column($0) })
  }

  /// The rows with these numbers; of the slots, only those that are needed.
  func gathered(_ rows: [Int32], slots: [Int]) -> Batch {
    var gathered = Batch(count: rows.count, columns: columns.map { Column($0.kind) })
    for slot in slots where !columns[slot].isEmpty {
      gathered.columns[slot] = columns[slot].gathered(rows)
    }
    return gathered
  }

  /// A stretch of the rows.
  func sliced(_ range: Range<Int>, slots: [Int]) -> Batch {
    if range.lowerBound == 0, range.upperBound == count { return self }
    // Rows that are only counted may be more than memory holds one by one.
    if slots.allSatisfy({ columns[$0].isEmpty }) {
      return Batch(count: range.count, columns: columns.map { Column($0.kind) })
    }
    return gathered(range.map { Int32(truncatingIfNeeded: $0) }, slots: slots)
  }

  /// The rows with only these slots filled, ready to be joined by others.
  func keeping(_ slots: [Int]) -> Batch {
    var kept = Batch(count: count, columns: columns.map { Column($0.kind) })
    for slot in slots { kept.columns[slot] = columns[slot] }
    return kept
  }

  /// Adds the rows of another batch, in the slots that are needed.
  mutating func append(_ other: Batch, slots: [Int]) {
    for slot in slots {
      if columns[slot].isEmpty, count > 0, !other.columns[slot].isEmpty {
        columns[slot].append(contentsOf: Column(columns[slot].kind), count: count)
      }
      if !columns[slot].isEmpty || !other.columns[slot].isEmpty {
        columns[slot].append(contentsOf: other.columns[slot], count: other.count)
      }
    }
    count += other.count
  }

  func byteCount(of slots: [Int]) -> Int {
    slots.reduce(0) { $0 + columns[$1].byteCount }
  }
}
