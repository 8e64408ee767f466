// SPDX-License-Identifier: Apache-2.0

/// Sets that only grow together.
///
/// - Complexity: nearly constant for each step.
/// - Literature: R. E. Tarjan, J. van Leeuwen, "Worst-case analysis of set union algorithms",
///   Journal of the ACM 31 (1984): union by rank, path halving.
struct DisjointSets {
  private var parents: [Int]
  private var ranks: [UInt8]

  init(count: Int) {
    parents = Array(0..<count)
    ranks = [UInt8](repeating: 0, count: count)
  }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// Whether the two were apart before.
  @discardableResult
  mutating func join(_ left: Int, _ right: Int) -> Bool {
    var (left, right) = (root(of: left), root(of: right))
    if left == right { return false }
    if ranks[left] < ranks[right] { swap(&left, &right) }
    if ranks[left] == ranks[right] { ranks[left] += 1 }
    parents[right] = left
    return true
  }
}
