// SPDX-License-Identifier: Apache-2.0

/// Why a file is not text in UTF-8.
struct TextEncodingFault: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// Begins with the byte order mark of UTF-16.
    case utf16
    case nul
    /// A byte that no UTF-8 text holds at its place.
    case strayByte(UInt8)
  }

  let kind: Kind
  let offset: Int

  /// The first fault; nil for sound text. Complexity: linear.
  ///
  /// Well-formed means the table of The Unicode Standard, section 3.9: no overlong forms, no
  /// surrogates, nothing above U+10FFFF.
  static func first(in utf8: [UInt8]) -> TextEncodingFault? {
    if utf8.starts(with: [0xFF, 0xFE]) || utf8.starts(with: [0xFE, 0xFF]) {
      return TextEncodingFault(kind: .utf16, offset: 0)
    }
    return utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte == 0 { return TextEncodingFault(kind: .nul, offset: index) }
          index += 1
          continue
        }
        let length = sequenceLength(bytes, at: index)
        if length == 0 { return TextEncodingFault(kind: .strayByte(byte), offset: index) }
        index += length
      }
      return nil
    }
  }

  /// The length of the sequence of two to four bytes at an offset, 0 when it is not well-formed.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
