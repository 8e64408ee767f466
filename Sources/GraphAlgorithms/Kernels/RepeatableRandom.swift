// SPDX-License-Identifier: Apache-2.0

/// Random numbers that a seed fixes for all time, whatever the standard library does: SplitMix64.
///
/// Literature: G. L. Steele Jr., D. Lea, C. H. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014; D. Lemire, "Fast random integer generation in an interval", ACM
/// Transactions on Modeling and Computer Simulation 29 (2019).
struct RepeatableRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `bound`, each equally likely.
  /// - Precondition: `bound` is positive.
  mutating func number(below bound: Int) -> Int {
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// Puts elements in random order, each order equally likely (Fisher and Yates).
  mutating func shuffle(_ elements: inout [UInt32]) {
    guard elements.count > 1 else { return }
    for place in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(place, number(below: place + 1))
    }
  }
}
