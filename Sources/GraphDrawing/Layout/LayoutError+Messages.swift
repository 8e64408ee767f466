// SPDX-License-Identifier: Apache-2.0

extension LayoutError: CustomStringConvertible {
  /// One sentence without a final period: what is wrong, and what helps.
  public var description: String {
    switch self {
    case .libraryMissing(let tried):
      let names = tried.isEmpty ? "no name given" : tried.joined(separator: ", ")
      return "libgraphviz was not found (tried \(names)); install 'libgvc6' on Debian or Ubuntu, "
        + "'graphviz' with Homebrew"
    case .libraryUnfit(let reason):
      return "This libgraphviz cannot be used: \(LayoutError.quotable(reason))"
    case .duplicateNode(let id):
      return "Two nodes of the figure have the id '\(LayoutError.quotable(id))'"
    case .unknownNode(let id, let edge):
      return "Edge \(edge) of the figure names the node '\(LayoutError.quotable(id))', "
        + "which the figure does not have"
    case .tooLarge(let nodes, let edges, let maximumNodes, let maximumEdges):
      return "A figure of \(nodes) nodes and \(edges) edges cannot be drawn (at most "
        + "\(maximumNodes) and \(maximumEdges)); group nodes by type or narrow the question"
    case .workerNeeded(let nodes, let edges):
      return "A figure of \(nodes) nodes and \(edges) edges is laid out in a worker process, "
        + "and no worker executable is set"
    case .workerNotStarted(let path, let code):
      return "The layout worker '\(LayoutError.quotable(path))' could not be started "
        + "(error \(code))"
    case .timedOut(let milliseconds):
      return "The layout took longer than \(milliseconds) ms"
    case .processorTimeSpent:
      return "The layout used up its processor time"
    case .tooManyWaiting(let limit):
      return "\(limit) figures wait for a layout already; try again later"
    case .workerEnded(let signal?, _):
      return "The layout worker was ended by signal \(signal)"
    case .workerEnded(nil, let status):
      return "The layout worker ended with status \(status) and no answer"
    case .answerTooLong(let limit):
      return "The layout worker answered more than \(limit) bytes"
    case .malformedAnswer(let reason):
      return "The answer of the layout engine is not a layout: \(LayoutError.quotable(reason))"
    case .malformedProblem(let reason):
      return "The input of the layout worker is not a layout problem: "
        + LayoutError.quotable(reason)
    case .engineFailed(let engine, let messages):
      let detail = messages.isEmpty ? "no message" : LayoutError.quotable(messages)
      return "The layout engine '\(engine.rawValue)' failed: \(detail)"
    case .allEnginesFailed(let attempts, let nodes, let edges):
      let reasons = attempts.map { "\($0.engine.rawValue): \($0.error)" }
      return "No layout was found for \(nodes) nodes and \(edges) edges ("
        + reasons.joined(separator: "; ") + "); group nodes by type or narrow the question"
    }
  }

  private static func quotable(_ text: String) -> String {
    DisplayText.line(text, limit: 200)
  }
}
