// SPDX-License-Identifier: Apache-2.0

/// Finds a text within others in linear time, byte by byte.
///
/// Source: D. E. Knuth, J. H. Morris, V. R. Pratt, "Fast pattern matching in strings", SIAM Journal
/// on Computing 6 (1977).
struct TextSearch {
  private let sought: [UInt8]

  /// For each beginning of the sought text, the length of the longest shorter beginning that is
  /// also its end.
  private let borders: [Int]

  /// Prepares the search. Linear in the text.
  init(_ text: String) {
    let sought = Array(text.utf8)
    self.sought = sought
    var borders = [Int](repeating: 0, count: sought.count)
    var length = 0
    for index in sought.indices.dropFirst() {
      while length > 0, sought[index] != sought[length] { length = borders[length - 1] }
      if sought[index] == sought[length] { length += 1 }
      borders[index] = length
    }
    self.borders = borders
  }

  /// Whether a text holds another one.
  ///
  /// A short part is tried at every place, without anything to prepare.
  static func isFound(_ part: String, in text: String) -> Bool {
    let count = part.utf8.count
    if count == 0 { return true }
    if count > shortPart { return !TextSearch(part).places(in: text, limit: 1).isEmpty }
    var (text, part) = (text, part)
    return text.withUTF8 { bytes in
      part.withUTF8 { sought in
        guard bytes.count >= sought.count else { return false }
        for start in 0...(bytes.count - sought.count) where bytes[start] == sought[0] {
          var length = 1
          while length < sought.count, bytes[start + length] == sought[length] { length += 1 }
          if length == sought.count { return true }
        }
        return false
      }
    }
  }

  private static let shortPart = 32

  /// Where the sought text begins in another one, as numbers of bytes, without overlaps. An empty
  /// text is found nowhere.
  ///
  /// The bytes of a UTF-8 text within another are always whole scalars.
  func places(in text: String, limit: Int = .max) -> [Int] {
    guard !sought.isEmpty, text.utf8.count >= sought.count else { return [] }
    var places: [Int] = []
    var text = text
    text.withUTF8 { bytes in
      var length = 0
      for index in bytes.indices {
        while length > 0, bytes[index] != sought[length] { length = borders[length - 1] }
        if bytes[index] == sought[length] { length += 1 }
        if length == sought.count {
          places.append(index + 1 - length)
          if places.count == limit { return }
          length = 0
        }
      }
    }
    return places
  }

  /// The number of bytes sought.
  var length: Int { sought.count }
}
