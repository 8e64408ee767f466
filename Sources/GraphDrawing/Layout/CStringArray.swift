// SPDX-License-Identifier: Apache-2.0

/// Strings as the array of C strings that a call needs.
enum CStringArray {
  /// Calls `body` with pointers that live as long as the call, ended by a null pointer.
  /// A string is cut at its first U+0000.
  static func with<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for string in strings {
      starts.append(bytes.count)
      bytes += string.utf8.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
      bytes.append(0)
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var pointers: [UnsafePointer<CChar>?] = starts.map { start in
        buffer.baseAddress.map { $0 + start }
      }
      pointers.append(nil)
      return body(pointers)
    }
  }
}
