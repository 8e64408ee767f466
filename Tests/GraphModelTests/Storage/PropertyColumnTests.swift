// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("Property columns")
struct PropertyColumnTests {
  private static let kinds: [(String, @Sendable (Int) -> Value)] = [
    ("boolean", { .boolean($0 % 2 == 0) }),
    ("integer", { .integer(Int64($0) * 1_000_000_007) }),
    ("float", { .float(Double($0) / 3) }),
    ("string", { .string("text \($0 % 10)") }),
    ("date", { CalendarDate(dayNumber: Int64($0) - 400_000).map(Value.date) ?? .null }),
    ("partial date", { PartialDate(year: 1 + $0 % 9999).map(Value.partialDate) ?? .null }),
    ("list", { .list([.integer(Int64($0))]) }),
    ("mixed", { $0 % 2 == 0 ? .integer(Int64($0)) : .string("\($0)") }),
  ]

  /// Which of 200 rows have a value, and the layout that this should give.
  private static let layouts: [(String, Set<Int>)] = [
    ("all", Set(0..<200)), ("members", Set((0..<200).filter { $0 % 3 == 1 })),
    ("members", Set(0..<100)), ("members", Set(0..<25)), ("listed", Set(0..<24)),
    ("listed", [199]), ("listed", [0, 63, 64, 65, 198]),
  ]

  @Test("each kind in each layout, in place and with its rows moved")
  func roundTrip() throws {
    var random = RepeatableRandom(seed: 1)
    let shuffled = (0..<200 as Range<UInt32>).shuffled(using: &random)
    for (kind, value) in Self.kinds {
      for (layout, rows) in Self.layouts {
        for order in [nil, RowOrder(oldRows: shuffled)] {
          var interner = StringInterner()
          var builder = ColumnBuilder(property: 9)
          for row in 0..<200 {
            try builder.append(
              rows.contains(row) ? value(row) : .null, row: UInt32(row), strings: &interner)
          }
          let column = try #require(builder.frozen(as: 4, rowCount: 200, order: order))
          let strings = interner.frozen()
          #expect(column.property == 4)
          #expect(Self.name(of: column.rows) == layout, "\(kind)")
          for row in 0..<200 {
            let old = order.map { Int($0.oldRows[row]) } ?? row
            let expected = rows.contains(old) ? value(old) : nil
            #expect(column.value(ofRow: row, strings: strings) == expected, "\(kind) row \(row)")
          }
          var report = InvariantReport()
          column.check("it", rowCount: 200, stringCount: strings.count, into: &report)
          #expect(report.faults == [], "\(kind) \(layout)")
        }
      }
    }
  }

  private static func name(of rows: PropertyColumn.Rows) -> String {
    switch rows {
    case .all: "all"
    case .members: "members"
    case .listed: "listed"
    }
  }

  @Test("a column is typed by its values, and mixed once they differ")
  func kinds() throws {
    var interner = StringInterner()
    var builder = ColumnBuilder(property: 0)
    #expect(builder.frozen(as: 0, rowCount: 3) == nil)
    try builder.append(.string("one"), row: 0, strings: &interner)
    guard case .string = builder.frozen(as: 0, rowCount: 1)?.values else {
      Issue.record("not a column of strings")
      return
    }
    try builder.append(.integer(2), row: 1, strings: &interner)
    try builder.append(.float(3), row: 2, strings: &interner)
    let column = try #require(builder.frozen(as: 0, rowCount: 3))
    guard case .mixed(let values) = column.values else {
      Issue.record("not mixed")
      return
    }
    #expect(Array(values) == [.string("one"), .integer(2), .float(3)])
  }

  @Test("a row keeps the first value given, and null is none")
  func firstValue() throws {
    var interner = StringInterner()
    var builder = ColumnBuilder(property: 0)
    try builder.append(.null, row: 0, strings: &interner)
    try builder.append(.integer(1), row: 0, strings: &interner)
    try builder.append(.integer(2), row: 0, strings: &interner)
    try builder.append(.string("no"), row: 0, strings: &interner)
    try builder.append(.integer(3), row: 1, strings: &interner)
    let column = try #require(builder.frozen(as: 0, rowCount: 2))
    #expect(column.value(ofRow: 0, strings: interner.frozen()) == .integer(1))
    #expect(column.value(ofRow: 1, strings: interner.frozen()) == .integer(3))
  }

  @Test("bytes by layout: values, and four for each listed row or one bit for each row")
  func bytes() throws {
    var interner = StringInterner()
    func bytes(_ rows: [UInt32]) throws -> Int? {
      var builder = ColumnBuilder(property: 0)
      for row in rows { try builder.append(.integer(1), row: row, strings: &interner) }
      return builder.frozen(as: 0, rowCount: 128)?.byteCount
    }
    #expect(try bytes(Array(0..<128)) == 1024)
    #expect(try bytes(Array(0..<64)) == 1024 + 16)
    #expect(try bytes([5, 7]) == 24)
  }
}
