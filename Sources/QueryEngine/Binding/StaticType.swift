// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What is known of a value before the query runs: its kind, and for a list that of its members.
struct StaticType: Hashable, Sendable {
  let kind: ValueKind

  /// ``ValueKind/any`` where nothing is known, and for what is no list.
  let memberKind: ValueKind

  init(_ kind: ValueKind, of memberKind: ValueKind = .any) {
    self.kind = kind
    self.memberKind = memberKind
  }

  static let any = StaticType(.any)
  static let null = StaticType(.null)
  static let boolean = StaticType(.boolean)
  static let integer = StaticType(.integer)
  static let float = StaticType(.float)
  static let string = StaticType(.string)
  static let list = StaticType(.list)
  static let map = StaticType(.map)
  static let node = StaticType(.node)
  static let edge = StaticType(.edge)
  static let path = StaticType(.path)
  static let edges = StaticType(.list, of: .edge)
  static let nodes = StaticType(.list, of: .node)

  /// With its article, for messages.
  var description: String {
    switch kind {
    case .any: "a value"
    case .null: "null"
    case .boolean: "a truth value"
    case .integer: "an integer"
    case .float: "a float"
    case .number: "a number"
    case .string: "a string"
    case .map: "a map"
    case .node: "a node"
    case .edge: "an edge"
    case .path: "a path"
    case .date: "a date"
    case .localTime, .time: "a time"
    case .localDateTime, .dateTime: "a date and time"
    case .duration: "a duration"
    case .list:
      switch memberKind {
      case .edge: "a list of edges"
      case .node: "a list of nodes"
      default: "a list"
      }
    }
  }

  /// Whether a value of this type may turn out to be of one of the kinds, or null.
  func mayBe(_ kinds: ValueKind...) -> Bool {
    kinds.contains { ArgumentKind($0).mayAccept(kind) }
  }

  /// The type of a value that is of one type or of the other.
  func joined(with other: StaticType) -> StaticType {
    if kind == .null { return other }
    if other.kind == .null || self == other { return self }
    if kind == .list, other.kind == .list {
      return StaticType(.list, of: Self.join(memberKind, other.memberKind))
    }
    return StaticType(Self.join(kind, other.kind))
  }

  private static func join(_ left: ValueKind, _ right: ValueKind) -> ValueKind {
    if left == right { return left }
    let numbers: Set<ValueKind> = [.integer, .float, .number]
    return numbers.contains(left) && numbers.contains(right) ? .number : .any
  }

  /// The type of the members of a list.
  var member: StaticType { kind == .list ? StaticType(memberKind) : .any }

  /// The type of a list with members of these types.
  static func list(of members: some Sequence<StaticType>) -> StaticType {
    let member = members.reduce(StaticType.null) { $0.joined(with: $1) }
    return StaticType(.list, of: member.kind == .null ? .any : member.kind)
  }

  init(of value: Value) {
    if case .list(let members) = value {
      self = .list(of: members.lazy.map { StaticType(of: $0) })
    } else {
      self.init(ValueKind(of: value))
    }
  }
}
