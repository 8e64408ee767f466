// SPDX-License-Identifier: Apache-2.0

/// The values of one property for many nodes or edges that are added at once.
public struct GraphColumn: Sendable {
  /// Values that all have one kind, or any values.
  public enum Values: Sendable {
    case boolean([Bool])
    case integer([Int64])
    case float([Double])
    case string(TextColumn)
    case date([CalendarDate])
    case partialDate([PartialDate])
    case any([Value])
  }

  public var name: String
  public var values: Values

  /// Which of the added nodes or edges has each value, by position from 0 and ascending; nil when
  /// every one has a value.
  public var rows: [UInt32]?

  public init(_ name: String, _ values: Values, rows: [UInt32]? = nil) {
    self.name = name
    self.values = values
    self.rows = rows
  }

  /// The number of values.
  public var count: Int {
    switch values {
    case .boolean(let values): values.count
    case .integer(let values): values.count
    case .float(let values): values.count
    case .string(let values): values.count
    case .date(let values): values.count
    case .partialDate(let values): values.count
    case .any(let values): values.count
    }
  }

  /// The value at a position among the values.
  func value(at position: Int) -> Value {
    switch values {
    case .boolean(let values): .boolean(values[position])
    case .integer(let values): .integer(values[position])
    case .float(let values): .float(values[position])
    case .string(let values): .string(values[position])
    case .date(let values): .date(values[position])
    case .partialDate(let values): .partialDate(values[position])
    case .any(let values): values[position]
    }
  }

  /// Whether the values fit so many nodes or edges.
  func fits(rowCount: Int) -> Bool {
    guard let rows else { return count == rowCount }
    guard rows.count == count else { return false }
    if let last = rows.last, Int(last) >= rowCount { return false }
    return zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }
  }
}
