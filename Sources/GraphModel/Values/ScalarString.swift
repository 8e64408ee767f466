// SPDX-License-Identifier: Apache-2.0

/// A text that is compared and hashed by its Unicode scalar values.
///
/// Swift's own `String` takes canonically equivalent texts for equal (`é` as one scalar or as two).
/// openCypher does not, so keys of maps, columns and indexes are compared with this type.
@frozen
public struct ScalarString: Hashable, Comparable, Sendable {
  /// The text.
  public let string: String

  /// Wraps a text.
  @inlinable
  public init(_ string: String) {
    self.string = string
  }

  /// Whether both texts have the same scalars. Linear in the shorter text.
  @inlinable
  public static func == (left: ScalarString, right: ScalarString) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  /// Orders by scalar values, which is the order of the UTF-8 bytes. Linear in the shorter text.
  @inlinable
  public static func < (left: ScalarString, right: ScalarString) -> Bool {
    left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
  }

  /// Hashes the UTF-8 bytes. Linear in the text.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    for byte in string.utf8 {
      hasher.combine(byte)
    }
    hasher.combine(0xFF as UInt8)
  }
}
