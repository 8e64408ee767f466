// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What prices have in common.
struct PriceSurvey {
  /// A number that divides twice each price; 0 when all are 0.
  var divisor: UInt64 = 0
  var greatest: UInt64 = 0

  mutating func note(_ price: UInt64) {
    greatest = max(greatest, price)
    noteDivisor(price)
  }

  /// Takes in prices that are multiples of a number.
  mutating func noteDivisor(_ number: UInt64) {
    if number == 0 || (divisor > 0 && (2 * number) % divisor == 0) { return }
    divisor = Self.commonDivisor(2 * number, divisor)
  }

  static func commonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

/// The least and the greatest of some whole numbers, and what divides them all.
///
/// Complexity: linear, at the pace of memory where their divisor is soon found to be 1.
struct NumberSurvey {
  private(set) var least = Int64.max
  private(set) var greatest = Int64.min

  /// 0 when all are 0; 1 when one of them is negative.
  private(set) var divisor: UInt64 = 0

  init(_ numbers: FrozenArray<Int64>) {
    let base = numbers.base
    for place in 0..<numbers.count {
      least = min(least, base[place])
      greatest = max(greatest, base[place])
    }
    if least < 0 {
      divisor = 1
      return
    }
    for place in 0..<numbers.count where divisor != 1 {
      let number = UInt64(base[place])
      if number == 0 || (divisor > 0 && number % divisor == 0) { continue }
      divisor = PriceSurvey.commonDivisor(number, divisor)
    }
  }
}
