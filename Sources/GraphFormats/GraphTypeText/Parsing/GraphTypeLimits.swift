// SPDX-License-Identifier: Apache-2.0

/// How large a graph type may be.
///
/// A real one has some dozens of types; what lies far beyond is a mistake or an attack, and
/// checking it would take long.
enum GraphTypeLimits {
  static let bytes = 1 << 20
  static let elements = 1000
  static let properties = 2000
  /// Names in lists of labels, of supertypes and of key properties.
  static let names = 5000
  /// Types that one type extends, directly or not.
  static let ancestors = 64
  /// `LIST` within `LIST`.
  static let nesting = 64
  static let faults = 100
  /// The greatest `n` of `STRING(n)`.
  static let textLength = 1000
}
