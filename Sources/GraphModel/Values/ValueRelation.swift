// SPDX-License-Identifier: Apache-2.0

/// How two values stand to each other under `<` and its kin.
public enum ValueRelation: Sendable, Hashable {
  /// The left one is less.
  case less
  /// Both are equal.
  case equal
  /// The left one is greater.
  case greater
  /// A number is compared with NaN: every one of `<`, `<=`, `>`, `>=` is false.
  case unordered

  /// The relation of two comparable things.
  static func of<Element: Comparable>(_ left: Element, _ right: Element) -> ValueRelation {
    left == right ? .equal : left < right ? .less : .greater
  }
}

extension ValueRelation {
  /// Compares the exact values of an integer and a float, without rounding either.
  static func of(_ integer: Int64, _ float: Double) -> ValueRelation {
    if float.isNaN { return .unordered }
    // 2^63 and beyond, and everything below -2^63, lies outside the integers.
    if float >= 0x1p63 { return .less }
    if float < -0x1p63 { return .greater }
    let whole = float.rounded(.towardZero)
    let truncated = Int64(whole)
    if integer != truncated { return integer < truncated ? .less : .greater }
    return whole == float ? .equal : whole < float ? .less : .greater
  }

  /// Compares two floats; 0.0 equals -0.0.
  static func of(_ left: Double, _ right: Double) -> ValueRelation {
    if left.isNaN || right.isNaN { return .unordered }
    return left == right ? .equal : left < right ? .less : .greater
  }

  /// Compares two texts by their scalar values, walking them once.
  static func of(_ left: String, _ right: String) -> ValueRelation {
    let difference = ScalarString.difference(left, right)
    return difference == 0 ? .equal : difference < 0 ? .less : .greater
  }

  /// The same relation seen from the other side.
  var reversed: ValueRelation {
    switch self {
    case .less: .greater
    case .greater: .less
    case .equal, .unordered: self
    }
  }
}
