// SPDX-License-Identifier: Apache-2.0

/// Writes numbers, texts and values one after the other, as bytes that say no more than they must.
///
/// Numbers are in LEB128: seven bits a byte, the lowest first. Signed numbers are folded first
/// (0, -1, 1, -2 are 0, 1, 2, 3). A text is its length in bytes and its UTF-8.
package struct RecordWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(byte: UInt8) { bytes.append(byte) }

  package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func write(_ number: Int) { write(UInt64(number)) }

  package mutating func write(signed number: Int64) {
    write(UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// Whether there is something, then what it is.
  package mutating func write<Item>(
    _ item: Item?, _ writeItem: (inout RecordWriter, Item) -> Void
  ) {
    write(item != nil)
    if let item { writeItem(&self, item) }
  }

  package mutating func write(_ text: String?) { write(text) { $0.write($1) } }

  /// How many there are, then each.
  package mutating func write<Items: Collection>(
    list items: Items, _ writeItem: (inout RecordWriter, Items.Element) -> Void
  ) {
    write(items.count)
    for item in items { writeItem(&self, item) }
  }

  package mutating func write(_ texts: [String]) { write(list: texts) { $0.write($1) } }
}
