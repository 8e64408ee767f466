// SPDX-License-Identifier: Apache-2.0

extension FixedWidthInteger {
  /// The quotient rounded towards negative infinity; the divisor must be positive.
  @inlinable
  func floorDivided(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// What floor division leaves over: 0 up to the divisor, which must be positive.
  @inlinable
  func floorRemainder(dividingBy divisor: Self) -> Self {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
