// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension ValueOperators {
  /// `subject.name`: a property of a node or edge, an entry of a map, a component of a date, time
  /// or duration; null where there is none of that name.
  static func property(
    _ name: String, of subject: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch subject {
    case .null: return .null
    case .node(let node):
      try requireLife(of: node, context)
      return context.graph.value(of: node, named: name) ?? .null
    case .edge(let edge):
      try requireLife(of: edge, context)
      return context.graph.value(of: edge, named: name) ?? .null
    case .map(let map): return map[name] ?? .null
    case .date, .partialDate, .localTime, .time, .localDateTime, .dateTime, .duration:
      return try TemporalComponent.value(of: subject, named: name)
    case .boolean, .integer, .float, .string, .list, .path:
      throw .property(name, of: subject)
    }
  }

  /// `subject[position]`: a member of a list, from the end where the position is negative; an entry
  /// of a map; a property of a node or edge; null where there is none.
  static func element(
    at position: Value, of subject: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch subject {
    case .null: return .null
    case .list(let members):
      switch position {
      case .null: return .null
      case .integer(let number):
        let index = number < 0 ? number + Int64(members.count) : number
        return members.indices.contains(Int(index)) ? members[Int(index)] : .null
      default: throw .listPosition(position)
      }
    case .map, .node, .edge:
      switch position {
      case .null: return .null
      case .string(let name): return try property(name, of: subject, context)
      default: throw .mapPosition(position, of: subject)
      }
    default:
      throw .noElements(subject)
    }
  }

  /// `subject[from..to]` of a list; a bound that is nil is not written, one that is null makes the
  /// slice null. Negative bounds count from the end, and bounds beyond the list are its ends.
  static func slice(
    of subject: Value, from: Value?, to: Value?, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    guard case .list(let members) = subject else {
      if subject.isNull { return .null }
      throw .noElements(subject)
    }
    let lower = try bound(from, default: 0, count: members.count)
    let upper = try bound(to, default: members.count, count: members.count)
    guard let lower, let upper else { return .null }
    if lower >= upper { return .list([]) }
    try context.requireRoom(list: upper - lower)
    return .list(Array(members[lower..<upper]))
  }

  /// A bound as a place in the list, nil for null.
  private static func bound(
    _ value: Value?, default standard: Int, count: Int
  ) throws(EvaluationProblem) -> Int? {
    switch value {
    case nil: return standard
    case .null?: return nil
    case .integer(let number)?:
      let index = number < 0 ? number + Int64(count) : number
      return Int(min(max(index, 0), Int64(count)))
    case let value?: throw .listPosition(value)
    }
  }

  static func requireLife(
    of node: NodeID, _ context: EvaluationContext
  ) throws(EvaluationProblem) {
    if !context.graph.contains(node) { throw .deleted(.node(node)) }
  }

  static func requireLife(
    of edge: EdgeID, _ context: EvaluationContext
  ) throws(EvaluationProblem) {
    if !context.graph.contains(edge) { throw .deleted(.edge(edge)) }
  }
}
