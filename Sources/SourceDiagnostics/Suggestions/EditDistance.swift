// SPDX-License-Identifier: Apache-2.0

/// The number of single edits between two sequences, up to a bound.
enum EditDistance {
  /// The optimal string alignment distance, or nil when it is greater than `bound`.
  ///
  /// Only the band of the matrix that can lie within the bound is filled in.
  ///
  /// Complexity: O(length × bound).
  static func between(_ first: [UInt32], _ second: [UInt32], atMost bound: Int) -> Int? {
    guard abs(first.count - second.count) <= bound else { return nil }
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    let far = bound + 1
    var beforeLast = [Int](repeating: far, count: second.count + 1)
    var last = (0...second.count).map { min($0, far) }
    var current = beforeLast
    for row in 1...first.count {
      let low = max(1, row - bound)
      let high = min(second.count, row + bound)
      // The length test above keeps the band inside the matrix.
      current[low - 1] = low == 1 ? min(row, far) : far
      var smallest = current[low - 1]
      for column in low...high {
        let isEqual = first[row - 1] == second[column - 1]
        var best = last[column - 1] + (isEqual ? 0 : 1)
        best = min(best, current[column - 1] + 1)
        if column < row + bound { best = min(best, last[column] + 1) }
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = min(best, far)
        smallest = min(smallest, current[column])
      }
      if high < second.count { current[high + 1] = far }
      // A swap reaches two rows back, so both must lie beyond the bound before the rest is.
      if smallest > bound, last.min() ?? far > bound { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[second.count] <= bound ? last[second.count] : nil
  }
}
