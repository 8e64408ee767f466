// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

extension Procedure {
  /// What the body of a procedure over an algorithm gets.
  struct Question {
    let procedure: String

    /// The arguments before the options.
    let arguments: [Value]
    let options: ProcedureOptions
    let context: EvaluationContext

    var view: TraversalView { context.view }

    /// What is left of the budget of the run.
    var budget: SearchBudget {
      let remaining = context.meter.remaining
      return SearchBudget(
        edgeLimit: remaining.work, memoryLimit: remaining.memory, deadline: remaining.deadline,
        isCancelled: context.meter.isCancelled)
    }

    /// A row for each node with a number, in the order of the graph.
    func rows<Score>(
      of scores: NodeScores<Score>, _ values: (Int) -> [Value]
    ) throws -> [[Value]] {
      try context.requireRoom(
        members: scores.nodes.count, bytes: scores.nodes.count * Procedure.rowSize(3))
      return scores.nodes.indices.map { [.node(scores.nodes[$0])] + values($0) }
    }

    /// The nodes of an argument that is a list of them.
    func nodes(at position: Int) throws -> [NodeID] {
      guard case .list(let members) = arguments[position] else {
        throw EvaluationProblem.argument(
          procedure, takes: "a list of nodes", not: arguments[position]
        ).inArgument(position)
      }
      try context.meter.charge(members.count)
      return try members.map { member in
        guard case .node(let node) = member else {
          throw EvaluationProblem.argument(procedure, takes: "a list of nodes", not: member)
            .inArgument(position)
        }
        try ValueOperators.requireLife(of: node, context)
        return node
      }
    }
  }

  /// A procedure that asks an algorithm; its last parameter is a map of options.
  ///
  /// The algorithm gets what is left of the budget. What it refuses is a fault of the call.
  static func algorithm(
    _ name: String, _ parameters: [Field] = [], options names: [String] = [],
    gives results: [Field], _ body: @escaping @Sendable (Question) throws -> [[Value]]
  ) -> Procedure {
    let fields = parameters + [Field("options", .map, standard: .map(ValueMap()))]
    let procedure = Procedure(name, fields, gives: results) {
      (values, context) throws(EvaluationProblem) in
      let options = try ProcedureOptions(
        values[parameters.count], at: parameters.count, of: name, known: names, context)
      let question = Question(
        procedure: name, arguments: Array(values.prefix(parameters.count)), options: options,
        context: context)
      // The searches count for themselves; looking at the whole graph is what a call takes at least.
      try context.meter.charge(context.graph.nodeCount)
      do {
        return try body(question)
      } catch let problem as EvaluationProblem {
        throw problem
      } catch let error as TraversalError {
        throw .algorithm(name, error, options: parameters.count, in: context.graph)
      } catch let error as AlgorithmError {
        switch error {
        case .traversal(let error):
          throw .algorithm(name, error, options: parameters.count, in: context.graph)
        case .noNodes: throw .algorithm(name, error).inArgument(0)
        case .parameterOutOfRange, .costOutOfRange:
          throw .algorithm(name, error).inArgument(parameters.count)
        }
      } catch {
        preconditionFailure("algorithms throw nothing else")
      }
    }
    return procedure.knowing(names)
  }
}
