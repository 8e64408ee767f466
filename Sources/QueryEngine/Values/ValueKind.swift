// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What kind of value an expression has, as far as that is known before the query runs.
enum ValueKind: String, Sendable, Hashable, CaseIterable {
  case boolean = "BOOLEAN"
  case integer = "INTEGER"
  case float = "FLOAT"
  /// An integer or a float.
  case number = "NUMBER"
  case string = "STRING"
  case list = "LIST"
  case map = "MAP"
  case date = "DATE"
  case localTime = "LOCAL TIME"
  case time = "TIME"
  case localDateTime = "LOCAL DATETIME"
  case dateTime = "DATETIME"
  case duration = "DURATION"
  case node = "NODE"
  case edge = "EDGE"
  case path = "PATH"
  /// Not known.
  case any = "ANY"
  case null = "NULL"

  /// The kind of a value; partial dates count as dates.
  init(of value: Value) {
    self =
      switch value {
      case .null: .null
      case .boolean: .boolean
      case .integer: .integer
      case .float: .float
      case .string: .string
      case .list: .list
      case .map: .map
      case .date, .partialDate: .date
      case .localTime: .localTime
      case .time: .time
      case .localDateTime: .localDateTime
      case .dateTime: .dateTime
      case .duration: .duration
      case .node: .node
      case .edge: .edge
      case .path: .path
      }
  }
}
