// SPDX-License-Identifier: Apache-2.0

/// A number with six decimals, so that numbers that differ by less are the same to readers.
struct FixedDecimals: Hashable, Comparable, Sendable {
  /// In millionths.
  let millionths: Int64

  /// - Parameter value: beyond nine million million it is cut to that; what is no number counts 0.
  init(_ value: Double) {
    let limit = 9e12
    let bounded = value.isNaN ? 0 : min(max(value, -limit), limit)
    millionths = Int64((bounded * 1e6).rounded(.toNearestOrEven))
  }

  /// Such as "0.250000".
  var text: String {
    let size = millionths.magnitude
    let decimals = String(size % 1_000_000)
    return (millionths < 0 ? "-" : "") + String(size / 1_000_000) + "."
      + String(repeating: "0", count: 6 - decimals.count) + decimals
  }

  var value: Double { Double(millionths) / 1e6 }

  static func < (left: FixedDecimals, right: FixedDecimals) -> Bool {
    left.millionths < right.millionths
  }
}
