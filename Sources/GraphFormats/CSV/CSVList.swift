// SPDX-License-Identifier: Apache-2.0

/// Lists inside one cell: items separated by `|`, with `\|` and `\\` for the characters themselves.
public enum CSVList {
  private static let bar: UInt8 = 0x7C
  private static let backslash: UInt8 = 0x5C

  /// The items that are not empty, without the spaces around them. Complexity: linear.
  public static func items(of text: String) -> [String] {
    var items: [String] = []
    var item: [UInt8] = []
    func finish() {
      let first = item.firstIndex { $0 != CSVByte.space } ?? item.endIndex
      let last = item.lastIndex { $0 != CSVByte.space } ?? item.startIndex
      if first <= last, first < item.endIndex {
        items.append(String(decoding: item[first...last], as: UTF8.self))
      }
      item.removeAll(keepingCapacity: true)
    }
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        if byte != bar, byte != backslash { item.append(backslash) }
        item.append(byte)
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else if byte == bar {
        finish()
      } else {
        item.append(byte)
      }
    }
    if isEscaped { item.append(backslash) }
    finish()
    return items
  }

  /// The cell that ``items(of:)`` reads back, for items that are neither empty nor padded.
  public static func text(of items: some Sequence<String>) -> String {
    items.map(escaped).joined(separator: "|")
  }

  private static func escaped(_ item: String) -> String {
    var bytes: [UInt8] = []
    for byte in item.utf8 {
      if byte == bar || byte == backslash { bytes.append(backslash) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
