// SPDX-License-Identifier: Apache-2.0

/// The rows that a query must answer with, and what about them does not matter.
package struct ExpectedRows: Sendable, Hashable {
  package var columns: [String]
  package var rows: [[ScenarioValue]]
  package var isOrdered: Bool
  package var ignoresListOrder: Bool

  /// What is wrong with an answer, in a few words; nil when it is as expected.
  ///
  /// Columns are compared by name and place. Without an order, rows are compared as a multiset.
  package func difference(from answer: ScenarioAnswer) -> String? {
    if columns != answer.columns {
      return columns.sorted() == answer.columns.sorted()
        ? "columns in another order" : "other columns"
    }
    if rows.count != answer.rows.count { return "another number of rows" }
    let expected = ignoresListOrder ? rows.map { $0.map(\.withSortedLists) } : rows
    let found = ignoresListOrder ? answer.rows.map { $0.map(\.withSortedLists) } : answer.rows
    if isOrdered && expected == found { return nil }
    let isSameMultiset = Self.counts(expected) == Self.counts(found)
    if isSameMultiset { return isOrdered ? "rows in another order" : nil }
    return "other values"
  }

  private static func counts(_ rows: [[ScenarioValue]]) -> [[ScenarioValue]: Int] {
    Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +)
  }
}

extension ScenarioValue {
  /// The value with the members of every list sorted by their texts, which are different where the
  /// members are.
  var withSortedLists: ScenarioValue {
    switch self {
    case .list(let values):
      .list(values.map(\.withSortedLists).sorted { $0.description < $1.description })
    case .map(let entries): .map(entries.mapValues(\.withSortedLists))
    default: self
    }
  }
}
