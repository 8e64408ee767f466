// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The rows of a whole query: those of each part, one part after the other; the columns are the
/// query's, in order.
final class QueryOperator {
  /// One part at work.
  struct Part {
    let query: BoundSingleQuery
    let argument: ArgumentOperator
    let last: Operator
  }

  private let run: Run
  private let parts: [Part]
  private let isDistinct: Bool
  private var partNumber = 0
  private var seen: Set<RowKey> = []

  init(_ run: Run, _ parts: [Part], isDistinct: Bool) {
    self.run = run
    self.parts = parts
    self.isDistinct = isDistinct
  }

  /// How many rows each operator of a part has handed on, the first one first.
  func rows(ofPart number: Int) -> [Int] {
    var rows: [Int] = []
    var at: Operator? = parts[number].last
    while let following = at as? FollowingOperator {
      rows.append(following.handedOn)
      at = following.input
    }
    return rows.reversed()
  }

  /// Begins with nothing given.
  func start() {
    begin { _, _ in }
  }

  /// Begins anew, with values of the row around the query.
  func start(from frame: Frame) throws(QueryFault) {
    begin { query, batch in
      for item in query.imports {
        switch item.outer {
        case .slot(let slot):
          batch.columns[item.slot].append(frame.columns[slot].value(at: frame.row))
        case .local(let local): batch.columns[item.slot].append(frame.locals[local])
        }
      }
    }
  }

  private func begin(_ fill: (BoundSingleQuery, inout Batch) -> Void) {
    partNumber = 0
    seen = []
    for part in parts {
      part.last.restart()
      var batch = Batch(count: 1, slots: part.query.slots)
      fill(part.query, &batch)
      part.argument.give(batch)
    }
  }

  /// The next rows, with a column for each column of the query.
  func next() throws(QueryFault) -> Batch? {
    while partNumber < parts.count {
      let part = parts[partNumber]
      guard let batch = try part.last.next() else {
        partNumber += 1
        continue
      }
      part.last.handedOn += batch.count
      let result = Batch(
        count: batch.count, columns: part.query.columns.map { batch.columns[$0.slot] })
      guard isDistinct else { return result }
      var rows: [Int32] = []
      for row in 0..<result.count {
        let key = RowKey(result.columns.map { $0.value(at: row) })
        if seen.insert(key).inserted {
          try run.reserve(key.values.reduce(32) { $0 + $1.approximateByteCount })
          rows.append(Int32(row))
        }
      }
      if !rows.isEmpty { return result.gathered(rows, slots: Array(result.columns.indices)) }
    }
    return nil
  }
}
