// SPDX-License-Identifier: Apache-2.0

/// What a path costs, or how much a measure weighs: a number of millionths.
///
/// Costs are whole numbers of millionths, never floating point, so a sum is exact, does not depend
/// on the order of its parts and is the same on every machine.
public struct PathCost: Hashable, Comparable, Sendable {
  /// One, in millionths.
  public static let one: Int64 = 1_000_000

  public static let zero = PathCost(millionths: 0)

  /// The cost in millionths.
  public let millionths: Int64

  public init(millionths: Int64) { self.millionths = millionths }

  /// A whole cost; nil when it is too large.
  public init?(_ whole: Int) {
    let (millionths, overflows) = Int64(whole).multipliedReportingOverflow(by: Self.one)
    if overflows { return nil }
    self.init(millionths: millionths)
  }

  /// The nearest cost, halves away from zero; nil for what is no number or is too large.
  public init?(rounding number: Double) {
    let scaled = (number * Double(Self.one)).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 9.2e18 else { return nil }
    self.init(millionths: Int64(scaled))
  }

  /// Reads `12`, `0.5` or `.25`: digits with at most six decimals; nil for anything else.
  public init?(_ text: String) {
    var isNegative = false
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") {
      isNegative = true
      digits = digits.dropFirst()
    }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.contains(where: { !$0.isEmpty }) else { return nil }
    let decimals = parts.count == 2 ? parts[1] : digits[digits.endIndex...]
    guard decimals.count <= 6 else { return nil }
    var number: Int64 = 0
    for digit in Array(parts[0]) + Array(decimals)
      + Array(repeating: UInt8(ascii: "0"), count: 6 - decimals.count)
    {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let (tenfold, overflows) = number.multipliedReportingOverflow(by: 10)
      let (sum, exceeds) = tenfold.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
      if overflows || exceeds { return nil }
      number = sum
    }
    self.init(millionths: isNegative ? -number : number)
  }

  public static func < (left: PathCost, right: PathCost) -> Bool {
    left.millionths < right.millionths
  }
}

extension PathCost: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A literal; one that is too large counts as the largest cost.
  public init(integerLiteral whole: Int) {
    self = PathCost(whole) ?? PathCost(millionths: whole < 0 ? .min : .max)
  }

  /// A literal, rounded to millionths; one that is too large counts as the largest cost.
  public init(floatLiteral number: Double) {
    self = PathCost(rounding: number) ?? PathCost(millionths: number < 0 ? .min : .max)
  }
}

extension PathCost: CustomStringConvertible {
  /// As a decimal number without needless zeros: `3`, `0.5`, `4.584963`.
  public var description: String {
    let whole = millionths.magnitude / UInt64(Self.one)
    let part = millionths.magnitude % UInt64(Self.one)
    let sign = millionths < 0 ? "-" : ""
    guard part > 0 else { return "\(sign)\(whole)" }
    var decimals = String(part)
    decimals = String(repeating: "0", count: 6 - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }
}
