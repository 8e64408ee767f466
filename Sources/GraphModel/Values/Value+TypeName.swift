// SPDX-License-Identifier: Apache-2.0

extension Value {
  /// The name of the value's kind for messages, spelt as ``PropertyType/name`` spells types.
  ///
  /// Lists are `LIST` whatever they hold; nodes, edges, paths and null have names of their own.
  public var typeName: String {
    switch self {
    case .null: "NULL"
    case .boolean: PropertyType.boolean.name
    case .integer: PropertyType.integer.name
    case .float: PropertyType.float.name
    case .string: PropertyType.string.name
    case .list: "LIST"
    case .map: PropertyType.map.name
    case .date: PropertyType.date.name
    case .localTime: PropertyType.localTime.name
    case .time: PropertyType.time.name
    case .localDateTime: PropertyType.localDateTime.name
    case .dateTime: PropertyType.dateTime.name
    case .duration: PropertyType.duration.name
    case .partialDate: PropertyType.partialDate.name
    case .node: "NODE"
    case .edge: "EDGE"
    case .path: "PATH"
    }
  }
}
