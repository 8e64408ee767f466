// SPDX-License-Identifier: Apache-2.0

/// Gives the keys of new nodes their numbers.
struct KeyNumbering {
  var keys: StringInterner
  private(set) var numbers: [UInt32] = []

  /// A key that was there before, or that there is no more room.
  private(set) var error: GraphBuildingError?

  init(keys: StringInterner) { self.keys = keys }

  /// Adds keys until one is not new.
  mutating func add(_ batches: [TextColumn]) {
    numbers.reserveCapacity(batches.reduce(0) { $0 + $1.count })
    for texts in batches where error == nil {
      var next = UInt32(keys.count)
      let found: [UInt32]
      do throws(StringTableFull) { found = try keys.intern(texts) } catch {
        self.error = .tooMuchText
        return
      }
      if keys.count != Int(next) + texts.count {
        // As many numbers as keys would mean that each is new.
        for (row, number) in found.enumerated() where error == nil {
          if number != next { error = .duplicateKey(texts[row]) }
          next += 1
        }
      }
      numbers += found
    }
  }
}

/// Gives the texts of new nodes their numbers.
struct TextNumbering {
  var strings: StringInterner

  /// By batch and column.
  private(set) var texts: [[[UInt32]]] = []
  private(set) var isFull = false

  init(strings: StringInterner) { self.strings = strings }

  mutating func add(_ batches: [GraphBuilder.NodeBatch], _ kinds: [[ColumnBuilder.Kind]]) {
    do throws(StringTableFull) {
      for (position, (keys, columns)) in batches.enumerated() {
        texts.append(
          try strings.intern(columns, into: kinds[position], rowCount: keys.count))
      }
    } catch {
      isFull = true
    }
  }
}

extension StringInterner {
  /// The numbers of the texts of each column, given row by row, as adding one by one would.
  ///
  /// - Parameter kinds: those of the columns they go to; one of mixed kinds holds its texts itself.
  mutating func intern(
    _ columns: [GraphColumn], into kinds: [ColumnBuilder.Kind], rowCount: Int
  ) throws(StringTableFull) -> [[UInt32]] {
    var numbers = [[UInt32]](repeating: [], count: columns.count)
    let textual = columns.indices.filter { index in
      guard case .string = columns[index].values else { return false }
      return kinds[index] == .none || kinds[index] == .string
    }
    if textual.count == 1, case .string(let texts) = columns[textual[0]].values {
      numbers[textual[0]] = try intern(texts)
      return numbers
    }
    if textual.isEmpty { return numbers }
    for index in textual { numbers[index].reserveCapacity(columns[index].count) }
    for row in 0..<UInt32(rowCount) {
      for index in textual {
        let position = numbers[index].count
        guard position < columns[index].count,
          columns[index].rows.map({ $0[position] == row }) ?? true,
          case .string(let texts) = columns[index].values
        else { continue }
        numbers[index].append(try intern(texts, at: position))
      }
    }
    return numbers
  }
}
