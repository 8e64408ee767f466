// SPDX-License-Identifier: Apache-2.0

/// Reads what a ``RecordWriter`` wrote, or says that the bytes are something else.
///
/// Nothing is believed: a count is checked against the bytes that are left before room is made for
/// so many items, and nesting is bounded. The memory must outlive the reader.
package struct RecordReader {
  private var next: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // An empty buffer has no address; any will do, as nothing is read.
    next = bytes.baseAddress ?? RecordReader.nowhere
    end = next + bytes.count
  }

  private nonisolated(unsafe) static let nowhere = UnsafePointer(
    UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

  package var remaining: Int { end - next }

  package mutating func byte() throws(DamagedRecord) -> UInt8 {
    guard next < end else { throw DamagedRecord() }
    defer { next += 1 }
    return next.pointee
  }

  package mutating func flag() throws(DamagedRecord) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw DamagedRecord()
    }
  }

  package mutating func number() throws(DamagedRecord) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      let bits = UInt64(byte & 0x7F)
      guard shift < 63 || bits <= 1 else { throw DamagedRecord() }
      number |= bits << shift
      if byte < 0x80 { return number }
      shift += 7
      guard shift <= 63 else { throw DamagedRecord() }
    }
  }

  package mutating func signedNumber() throws(DamagedRecord) -> Int64 {
    let folded = try number()
    return Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
  }

  /// A number that must be below a bound.
  package mutating func number(below bound: Int) throws(DamagedRecord) -> Int {
    guard let number = Int(exactly: try number()), number < bound else { throw DamagedRecord() }
    return number
  }

  /// A number that 32 bits hold.
  package mutating func number32() throws(DamagedRecord) -> UInt32 {
    guard let number = UInt32(exactly: try number()) else { throw DamagedRecord() }
    return number
  }

  /// How many items follow; each takes a byte at least.
  package mutating func count() throws(DamagedRecord) -> Int {
    try number(below: remaining + 1)
  }

  package mutating func text() throws(DamagedRecord) -> String {
    let count = try count()
    guard count <= remaining else { throw DamagedRecord() }
    defer { next += count }
    return String(decoding: UnsafeBufferPointer(start: next, count: count), as: UTF8.self)
  }

  package mutating func optional<Item>(
    _ readItem: (inout RecordReader) throws(DamagedRecord) -> Item
  ) throws(DamagedRecord) -> Item? {
    try flag() ? try readItem(&self) : nil
  }

  package mutating func optionalText() throws(DamagedRecord) -> String? {
    try flag() ? try text() : nil
  }

  package mutating func list<Item>(
    _ readItem: (inout RecordReader) throws(DamagedRecord) -> Item
  ) throws(DamagedRecord) -> [Item] {
    var items: [Item] = []
    for _ in 0..<(try count()) { items.append(try readItem(&self)) }
    return items
  }

  package mutating func texts() throws(DamagedRecord) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }
}

/// The bytes are not a record of the kind expected.
package struct DamagedRecord: Error {
  package init() {}
}
