// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import SourceDiagnostics

/// The map that the last argument of a procedure may be: what is named in it, by kind.
///
/// An option that is null is one that was not given. Every fault has the place of the map.
struct ProcedureOptions {
  /// What narrows the part of the graph that an algorithm sees; every algorithm takes these.
  static let ofFilter = ["types", "exceptTypes", "labels", "exceptLabels", "avoid", "asOf"]

  private let procedure: String
  private let position: Int
  private let map: ValueMap
  private let context: EvaluationContext

  /// - Throws: a problem when the value is neither a map nor null, or names what nobody knows.
  init(
    _ value: Value, at position: Int, of procedure: String, known names: [String],
    _ context: EvaluationContext
  ) throws(EvaluationProblem) {
    self.procedure = procedure
    self.position = position
    self.context = context
    switch value {
    case .null: map = ValueMap()
    case .map(let map): self.map = map
    default:
      throw .argument(procedure, takes: "a map of options", not: value).inArgument(position)
    }
    let known = Self.ofFilter + names
    for key in map.keys where !known.contains(key) {
      throw .unknownOption(key, procedure, known: known).inArgument(position)
    }
  }

  /// Whether an option is true; false where it was not given.
  func isTrue(_ name: String) throws(EvaluationProblem) -> Bool {
    switch given(name) {
    case nil: return false
    case .boolean(let truth)?: return truth
    case let value?: throw problem(name, takes: "true or false", not: value)
    }
  }

  /// A number, integers among them.
  func number(_ name: String) throws(EvaluationProblem) -> Double? {
    switch given(name) {
    case nil: return nil
    case .integer(let number)?: return Double(number)
    case .float(let number)?: return number
    case let value?: throw problem(name, takes: "a number", not: value)
    }
  }

  func integer(_ name: String) throws(EvaluationProblem) -> Int64? {
    switch given(name) {
    case nil: return nil
    case .integer(let number)?: return number
    case let value?: throw problem(name, takes: "an integer", not: value)
    }
  }

  /// What begins a row of random numbers: an integer from 0 up; 0 where none was given.
  func seed() throws(EvaluationProblem) -> UInt64 {
    guard let number = try integer("seed") else { return 0 }
    guard let seed = UInt64(exactly: number) else {
      throw problem("seed", takes: "an integer from 0 up", not: .integer(number))
    }
    return seed
  }

  /// The part of the graph that the options leave.
  func filter() throws(EvaluationProblem) -> TraversalFilter {
    TraversalFilter(
      allowedEdgeTypes: try texts("types"), excludedEdgeTypes: try texts("exceptTypes") ?? [],
      allowedNodeTypes: try texts("labels"), excludedNodeTypes: try texts("exceptLabels") ?? [],
      avoidedNodes: try nodes("avoid"), asOf: try day("asOf"))
  }

  private func given(_ name: String) -> Value? {
    guard let value = map[name], value != .null else { return nil }
    return value
  }

  private func problem(_ name: String, takes expected: String, not value: Value)
    -> EvaluationProblem
  {
    .option(name, procedure, takes: expected, not: value).inArgument(position)
  }

  /// A text, or a list of texts.
  private func texts(_ name: String) throws(EvaluationProblem) -> [String]? {
    guard let value = given(name) else { return nil }
    if case .string(let text) = value { return [text] }
    let expected = "a list of strings"
    guard case .list(let members) = value else { throw problem(name, takes: expected, not: value) }
    try context.meter.charge(members.count)
    var texts: [String] = []
    for member in members {
      guard case .string(let text) = member else {
        throw problem(name, takes: expected, not: member)
      }
      texts.append(text)
    }
    return texts
  }

  private func nodes(_ name: String) throws(EvaluationProblem) -> [NodeID] {
    guard let value = given(name) else { return [] }
    if case .node(let node) = value { return [node] }
    let expected = "a list of nodes"
    guard case .list(let members) = value else { throw problem(name, takes: expected, not: value) }
    try context.meter.charge(members.count)
    var nodes: [NodeID] = []
    for member in members {
      guard case .node(let node) = member else { throw problem(name, takes: expected, not: member) }
      nodes.append(node)
    }
    return nodes
  }

  /// A day, or the text of one, of a month or year the last; where none was given, the day that the whole query is asked about.
  private func day(_ name: String) throws(EvaluationProblem) -> CalendarDate? {
    switch given(name) {
    case nil: return context.asOf
    case .date(let day)?: return day
    case .partialDate(let date)?: return date.latest
    case .string(let text)?:
      if let day = PartialDate(text)?.latest ?? CalendarDate(text) { return day }
      throw problem(name, takes: "a day", not: .string(text))
    case let value?: throw problem(name, takes: "a day", not: value)
    }
  }
}
