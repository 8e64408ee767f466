// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The row that expressions are worked out for.
final class Frame {
  let run: Run
  var columns: [Column] = []
  var row = 0

  /// The values of comprehension variables, by number.
  var locals: [Value] = []

  init(_ run: Run) { self.run = run }

  /// Makes the rows of a batch the ones that are looked at.
  func enter(_ batch: Batch) {
    columns = batch.columns
    row = 0
  }

  func setLocal(_ number: Int, _ value: Value) {
    while locals.count <= number { locals.append(.null) }
    locals[number] = value
  }
}
