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

  /// Whether both texts have the same scalars.
  ///
  /// Linear in the shorter text.
  @inlinable
  public static func == (left: ScalarString, right: ScalarString) -> Bool {
    // Native texts know their length, so most unequal texts part here.
    left.string.utf8.count == right.string.utf8.count
      && ScalarString.difference(left.string, right.string) == 0
  }

  /// Orders by scalar values, which is the order of the UTF-8 bytes.
  ///
  /// Linear in the shorter text.
  @inlinable
  public static func < (left: ScalarString, right: ScalarString) -> Bool {
    ScalarString.difference(left.string, right.string) < 0
  }

  /// Hashes the UTF-8 bytes.
  ///
  /// Linear in the text.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    var copy = string
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }

  /// Below zero when the left text comes first, above zero when the right one does, else zero.
  @inlinable
  static func difference(_ left: String, _ right: String) -> Int {
    let compared = left.utf8.withContiguousStorageIfAvailable { leftBytes in
      right.utf8.withContiguousStorageIfAvailable { rightBytes in
        ScalarString.difference(leftBytes, rightBytes)
      }
    }
    if let compared = compared ?? nil { return compared }
    if left.utf8.lexicographicallyPrecedes(right.utf8) { return -1 }
    return left.utf8.elementsEqual(right.utf8) ? 0 : 1
  }

  @inlinable
  static func difference(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let common = min(left.count, right.count)
    let (leftBytes, rightBytes) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
    var index = 0
    // Eight bytes at a time, the first one as the highest.
    while index + 8 <= common {
      let leftWord = leftBytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let rightWord = rightBytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if leftWord != rightWord { return leftWord.bigEndian < rightWord.bigEndian ? -1 : 1 }
      index += 8
    }
    while index < common {
      if left[index] != right[index] { return left[index] < right[index] ? -1 : 1 }
      index += 1
    }
    return left.count - right.count
  }
}
