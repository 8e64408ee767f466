// SPDX-License-Identifier: Apache-2.0

/// The years that the dates at an edge span, as they are written there: "2003–2019", "2003–",
/// "–2014" or "2009-12-04".
struct YearRange {
  /// Nil where no beginning is known.
  var first: Int?
  /// Nil where no end is known.
  var last: Int?

  /// Nil for a text that names no year.
  init?(_ text: String) {
    let parts = text.split(separator: "–", maxSplits: 1, omittingEmptySubsequences: false)
    let starts = Self.years(parts[0])
    let ends = parts.count > 1 ? Self.years(parts[1]) : starts
    if starts.isEmpty, ends.isEmpty { return nil }
    first = starts.min()
    last = ends.max()
  }

  /// From the earlier beginning to the later end, open where one of the two is; nil where one of
  /// them names no year, as nothing is known of the whole then.
  static func joining(_ left: String?, _ right: String?) -> String? {
    guard let left = left.flatMap(YearRange.init), let right = right.flatMap(YearRange.init) else {
      return nil
    }
    let first = left.first.flatMap { start in right.first.map { min(start, $0) } }
    let last = left.last.flatMap { end in right.last.map { max(end, $0) } }
    if let first, first == last { return String(first) }
    if first == nil, last == nil { return nil }
    return "\(first.map(String.init) ?? "")–\(last.map(String.init) ?? "")"
  }

  /// Numbers of four digits.
  private static func years(_ text: Substring) -> [Int] {
    text.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }.compactMap { Int($0) }
  }
}
