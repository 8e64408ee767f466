// SPDX-License-Identifier: Apache-2.0

internal import GraphReports
internal import QueryEngine

extension Output {
  /// Writes the answer of a query, as the graph of its rows where that is asked for.
  func write(
    _ answer: QueryAnswer, of result: QueryResult, isQuiet: Bool
  ) throws(CommandFailure) {
    if format == .graph {
      let graph = QueryGraphAnswer(answer, in: result.graph)
      return try write(AnswerWriter().text(of: graph, as: .json))
    }
    if format == .table, result.plan != nil {
      // A plan is a tree, not a table.
      try write(answer, as: .text)
    } else if format != .table || !result.columns.isEmpty {
      // A query that only changes has no table.
      try write(answer)
    }
    // A table has no room for what was changed.
    if format == .table, let changes = answer.changesText, !isQuiet { Console.say(changes) }
  }
}
