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
    // A query that only changes has no table.
    if format != .table || !result.columns.isEmpty || result.plan != nil { try write(answer) }
    // A table has no room for what was changed.
    if format == .table, let changes = answer.changesText, !isQuiet { Console.say(changes) }
  }
}
