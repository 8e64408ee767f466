// SPDX-License-Identifier: Apache-2.0

/// Distinct strings, each kept once and known by a dense number.
///
/// The bytes lie one after the other; a hash index of open addressing finds the number of a string.
/// Two strings are the same when their UTF-8 is.
public struct StringTable: Sendable {
  package let bytes: FrozenArray<UInt8>

  /// Where each string begins in `bytes`, and where the last one ends.
  package let offsets: FrozenArray<UInt32>

  /// One more than a string's number, or 0; the length is a power of two.
  package let slots: FrozenArray<UInt32>

  /// Where hashing starts from; 0 except in a table whose strings were made to collide.
  package let seed: UInt64

  /// Arrays that are known to agree with each other.
  package init(
    bytes: FrozenArray<UInt8>, offsets: FrozenArray<UInt32>, slots: FrozenArray<UInt32>,
    seed: UInt64
  ) {
    self.bytes = bytes
    self.offsets = offsets
    self.slots = slots
    self.seed = seed
  }

  public var count: Int { offsets.count - 1 }

  /// The string with this number. Complexity: linear in its length.
  public subscript(id: UInt32) -> String {
    String(decoding: utf8(id), as: UTF8.self)
  }

  /// The UTF-8 of the string with this number. Valid while the table is alive.
  public func utf8(_ id: UInt32) -> UnsafeBufferPointer<UInt8> {
    let start = Int(offsets[Int(id)])
    return UnsafeBufferPointer(
      start: bytes.base + start, count: Int(offsets[Int(id) + 1]) - start)
  }

  /// The number of a string, if the table has it. Complexity: expected linear in its length.
  public func id(of string: String) -> UInt32? {
    var string = string
    return string.withUTF8 { id(of: $0) }
  }

  func id(of utf8: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: StringInterner.hash(utf8, seed: seed)) & mask
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      if StringInterner.areEqual(self.utf8(id), utf8) { return id }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Memory in bytes.
  public var byteCount: Int { bytes.byteCount + offsets.byteCount + slots.byteCount }
}
