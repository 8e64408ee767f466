// SPDX-License-Identifier: Apache-2.0

/// Why a figure could not be laid out.
public enum LayoutError: Error, Sendable, Hashable {
  /// No libgraphviz was found; the names that were tried.
  case libraryMissing(tried: [String])
  /// A libgraphviz was found that cannot be used; what it lacks.
  case libraryUnfit(String)
  /// Two nodes of the figure have this id.
  case duplicateNode(String)
  /// An edge names a node the figure does not have; its position among the edges.
  case unknownNode(String, edge: Int)
  /// More nodes or edges than the limits allow.
  case tooLarge(nodes: Int, edges: Int, maximumNodes: Int, maximumEdges: Int)
  /// The figure needs a worker process, and none is configured.
  case workerNeeded(nodes: Int, edges: Int)
  /// The worker could not be started; the system's error number.
  case workerNotStarted(path: String, code: Int32)
  /// The worker did not answer in time, in milliseconds.
  case timedOut(milliseconds: Int)
  /// The worker used up its processor time.
  case processorTimeSpent
  /// As many figures as allowed wait for a layout already.
  case tooManyWaiting(limit: Int)
  /// The worker ended without an answer; the signal, or the exit status.
  case workerEnded(signal: Int32?, status: Int32)
  /// The worker answered more than the limit, in bytes.
  case answerTooLong(limit: Int)
  /// What the engine or a worker answered is not a layout; what is wrong with it.
  case malformedAnswer(String)
  /// A worker was given something that is not a layout problem.
  case malformedProblem(String)
  /// The engine gave up; its messages.
  case engineFailed(LayoutEngine, String)
  /// Every engine failed; each with its reason, in the order they were tried.
  indirect case allEnginesFailed([LayoutAttempt], nodes: Int, edges: Int)
}

/// A layout that was tried and failed.
public struct LayoutAttempt: Sendable, Hashable {
  public let engine: LayoutEngine
  public let effort: LayoutEffort
  public let error: LayoutError

  public init(engine: LayoutEngine, effort: LayoutEffort, error: LayoutError) {
    self.engine = engine
    self.effort = effort
    self.error = error
  }
}
