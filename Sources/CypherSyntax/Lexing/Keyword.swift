// SPDX-License-Identifier: Apache-2.0

/// The words that mean something in some place of a query. Most may be names elsewhere.
enum Keyword: UInt8, CaseIterable {
  case notKeyword

  case explain, profile
  case match, optional, unwind, with, `return`, create, merge, set, remove, delete, detach, call
  case filter, `let`, `for`, union
  case `where`, order, by, skip, offset, limit, asc, ascending, desc, descending
  case distinct, `as`, of, on, yield, cost, keep
  case or, xor, and, not, `in`, starts, ends, contains, `is`, null, `true`, `false`, labeled
  case `case`, when, then, `else`, end
  case exists, count, collect, all, any, none, single, reduce, extract
  case shortestpath, allshortestpaths
  case shortest, walk, trail, simple, acyclic, path, paths, group, groups
  case different, edge, edges, relationship, relationships, repeatable, element, elements
  case bindings

  /// The word in capitals.
  var text: String { "\(self)".uppercased() }

  /// Whether the word needs backquotes to be the name of a variable.
  ///
  /// Labels, edge types and properties may have any name.
  var isReserved: Bool {
    switch self {
    case .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete,
      .detach, .union, .where, .order, .skip, .limit, .distinct, .as, .or, .xor, .and, .not, .in,
      .starts, .ends, .contains, .is, .null, .true, .false, .case, .when, .then, .else, .end, .all:
      true
    default: false
    }
  }

  /// Whether a clause begins with the word.
  var startsClause: Bool {
    switch self {
    case .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete,
      .detach, .call, .filter, .let, .for:
      true
    default: false
    }
  }

  /// Whether the word can come after a complete projection item.
  var followsProjection: Bool {
    switch self {
    case .order, .skip, .offset, .limit, .where, .union: true
    default: startsClause
    }
  }

  /// The words that can follow where one clause is over, for suggestions.
  static let betweenClauses: [Keyword] = [
    .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete, .detach,
    .call, .filter, .let, .for, .union, .where, .order, .skip, .limit, .as, .and, .or, .xor,
    .starts, .ends, .contains, .yield, .asc, .desc, .ascending, .descending,
  ]

  /// The words a query can begin with, for suggestions.
  static let atBeginning: [Keyword] = [
    .match, .optional, .unwind, .with, .return, .create, .merge, .call, .filter, .let, .for,
    .explain, .profile,
  ]
}

/// Keywords by their length and letters.
struct KeywordTable {
  private struct Entry {
    var first: UInt64
    var second: UInt64
    var keyword: Keyword
  }

  static let shared = KeywordTable()

  private static let longest = 16

  private var entries: ContiguousArray<Entry> = []
  /// Where the entries of each length begin.
  private var starts: ContiguousArray<Int> = []

  private init() {
    let keywords = Keyword.allCases.filter { $0 != .notKeyword }
    for length in 0...Self.longest + 1 {
      starts.append(entries.count)
      for keyword in keywords {
        let text = Array(keyword.text.utf8)
        guard text.count == length, let packed = Self.packed(text) else { continue }
        entries.append(Entry(first: packed.first, second: packed.second, keyword: keyword))
      }
    }
  }

  /// The keyword that the bytes spell in capitals or small letters.
  @inline(__always)
  func keyword(_ word: some RandomAccessCollection<UInt8>) -> Keyword {
    let length = word.count
    guard length >= 2, length <= Self.longest, let packed = Self.packed(word) else {
      return .notKeyword
    }
    var index = starts[length]
    let end = starts[length + 1]
    while index < end {
      if entries[index].first == packed.first, entries[index].second == packed.second {
        return entries[index].keyword
      }
      index += 1
    }
    return .notKeyword
  }

  /// Up to sixteen letters in capitals; nil when one is no letter of ASCII.
  @inline(__always)
  private static func packed(
    _ word: some RandomAccessCollection<UInt8>
  ) -> (first: UInt64, second: UInt64)? {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var count = 0
    for byte in word {
      let capital = byte & 0xDF
      guard capital >= 0x41, capital <= 0x5A else { return nil }
      if count < 8 {
        first = first << 8 | UInt64(capital)
      } else {
        second = second << 8 | UInt64(capital)
      }
      count += 1
    }
    return (first, second)
  }
}
