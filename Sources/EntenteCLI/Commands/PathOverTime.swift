// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
internal import GraphDrawing
internal import GraphModel
internal import GraphReports

/// `entente path A B --since` and `--earliest`: when two nodes are connected.
extension PathOptions {
  /// Answers with all periods on which a path held, or with how early one node reaches the other.
  func writeOverTime(to output: Output, in session: GraphSession) throws(CommandFailure) {
    if since, session.isDayGiven {
      throw CommandFailure(
        .misused, "--since asks about all days, and --as-of names one",
        hint: "Leave one of them away.")
    }
    let start = try session.node(from)
    let end = try session.node(to)
    var filter = TraversalFilter()
    try session.exclude(avoid, from: &filter)
    try session.allow(types, in: &filter)
    let view = TraversalView(session.graph)
    let answer: any Answer
    let figure: Figure?
    do throws(AlgorithmError) {
      if earliest {
        let departure = session.isDayGiven ? session.asOf?.day : nil
        let arrival = try EarliestArrival(
          from: start, to: end, departure: departure, filter: filter, isDirected: directed,
          in: view)
        let found = EarliestArrivalAnswer(
          arrival, from: start, to: end, departure: departure, in: session.graph)
        (answer, figure) = (found, output.format.isFigure ? found.figure() : nil)
      } else {
        let history = try ConnectionHistory(
          from: start, to: end, filter: filter, isDirected: directed, in: view)
        let found = ConnectionHistoryAnswer(history, from: start, to: end, in: session.graph)
        (answer, figure) = (found, output.format.isFigure ? found.figure() : nil)
      }
    } catch {
      throw CommandFailure(error)
    }
    if output.format.isFigure, let figure {
      try output.write(figure, drawing, arrangement, in: session)
    } else {
      try output.writeOrSay(answer)
    }
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }
}
