// SPDX-License-Identifier: Apache-2.0
import GraphDrawing
import Testing

@Suite struct LayoutErrorTests {
  @Test(
    arguments: [
      (
        LayoutError.libraryMissing(tried: ["libgvc.so.6", "libgvc.so.7"]),
        "libgraphviz was not found (tried libgvc.so.6, libgvc.so.7); install 'libgvc6' on Debian "
          + "or Ubuntu, 'graphviz' with Homebrew"
      ),
      (
        .libraryMissing(tried: []),
        "libgraphviz was not found (tried no name given); install 'libgvc6' on Debian or Ubuntu, "
          + "'graphviz' with Homebrew"
      ),
      (.libraryUnfit("no plug-in\u{1b}"), "This libgraphviz cannot be used: no plug-in"),
      (.duplicateNode("a"), "Two nodes of the figure have the id 'a'"),
      (
        .unknownNode("b", edge: 3),
        "Edge 3 of the figure names the node 'b', which the figure does not have"
      ),
      (
        .tooLarge(nodes: 5, edges: 6, maximumNodes: 3, maximumEdges: 4),
        "A figure of 5 nodes and 6 edges cannot be drawn (at most 3 and 4); group nodes by type or "
          + "narrow the question"
      ),
      (
        .workerNeeded(nodes: 5, edges: 6),
        "A figure of 5 nodes and 6 edges is laid out in a worker process, and no worker executable "
          + "is set"
      ),
      (
        .workerNotStarted(path: "/no", code: 2),
        "The layout worker '/no' could not be started (error 2)"
      ),
      (.timedOut(milliseconds: 10), "The layout took longer than 10 ms"),
      (.processorTimeSpent, "The layout used up its processor time"),
      (.tooManyWaiting(limit: 9), "9 figures wait for a layout already; try again later"),
      (.workerEnded(signal: 11, status: 0), "The layout worker was ended by signal 11"),
      (
        .workerEnded(signal: nil, status: 3),
        "The layout worker ended with status 3 and no answer"
      ),
      (.answerTooLong(limit: 9), "The layout worker answered more than 9 bytes"),
      (
        .malformedAnswer("no end"), "The answer of the layout engine is not a layout: no end"
      ),
      (
        .malformedProblem("no end"),
        "The input of the layout worker is not a layout problem: no end"
      ),
      (.engineFailed(.sfdp, ""), "The layout engine 'sfdp' failed: no message"),
      (.engineFailed(.dot, "lost"), "The layout engine 'dot' failed: lost"),
      (
        .allEnginesFailed(
          [
            LayoutAttempt(engine: .dot, effort: .full, error: .timedOut(milliseconds: 5)),
            LayoutAttempt(engine: .sfdp, effort: .reduced, error: .engineFailed(.sfdp, "x")),
          ], nodes: 7, edges: 8),
        "No layout was found for 7 nodes and 8 edges (dot: The layout took longer than 5 ms; "
          + "sfdp: The layout engine 'sfdp' failed: x); group nodes by type or narrow the question"
      ),
    ] as [(LayoutError, String)])
  func messages(error: LayoutError, text: String) {
    #expect(error.description == text)
  }
}
