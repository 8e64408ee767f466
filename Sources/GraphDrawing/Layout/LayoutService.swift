// SPDX-License-Identifier: Apache-2.0
import CGraphviz
import Synchronization

/// Chooses where and how a figure is laid out, and falls back to cheaper ways when one fails.
///
/// Small figures are laid out in the process. Larger ones go to a worker: the executable given
/// here, started with a hidden sub-command that calls ``LayoutWorker/run(input:output:library:)``.
/// Workers are kept between figures, replaced after some hundred layouts, and killed when they take
/// too long or do anything else that is wrong; that fails one figure and no other. Copies of a
/// service share their workers, which end with the last copy.
///
/// The order of tries is dot, dot with straight edges and no labels of edges, then sfdp;
/// ``FigureRenderer`` puts nodes together when these fail. A figure with
/// ``Figure/keptPositions`` keeps them, whatever happens.
public struct LayoutService: Sendable {
  public var limits: LayoutLimits
  public var library: GraphvizLibrary
  /// Path of the program that answers as a worker; nil for none.
  public var workerExecutable: String?
  public var workerArguments: [String]
  let pool = WorkerPool()

  public init(
    workerExecutable: String? = nil,
    workerArguments: [String] = ["layout-worker"],
    limits: LayoutLimits = LayoutLimits(),
    library: GraphvizLibrary = .system
  ) {
    self.workerExecutable = workerExecutable
    self.workerArguments = workerArguments
    self.limits = limits
    self.library = library
  }

  /// Lays a figure out without holding a thread of the caller.
  ///
  /// - Throws: ``LayoutError``; `CancellationError` when the task is cancelled, and a worker that
  ///   is at the figure ends.
  public func layout(
    of figure: Figure, style: FigureStyle = .default
  ) async throws -> FigureLayout {
    let plan = try FigurePlan(figure, style: style, labelledEdges: limits.labelledEdges)
    let run = LayoutRun(service: self, plan: plan, isInProcess: try isInProcess(plan))
    let gate = run.isInProcess ? WorkGate.process : pool.gate
    try await gate.enter(
      places: run.isInProcess ? 1 : limits.workers, queueLength: limits.queueLength)
    defer { gate.leave() }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isStarted = Platform.startThread { continuation.resume(returning: run.result()) }
        if !isStarted { continuation.resume(returning: run.result()) }
      }
    } onCancel: {
      run.cancel()
    }
    if case .failure = result { try Task.checkCancellation() }
    return try result.get()
  }

  /// Lays a figure out and holds the calling thread meanwhile, as a command-line tool wants it.
  public func layoutNow(
    of figure: Figure, style: FigureStyle = .default
  ) throws(LayoutError) -> FigureLayout {
    let plan = try FigurePlan(figure, style: style, labelledEdges: limits.labelledEdges)
    let run = LayoutRun(service: self, plan: plan, isInProcess: try isInProcess(plan))
    guard !run.isInProcess else { return try run.result().get() }
    try pool.gate.enterNow(places: limits.workers, queueLength: limits.queueLength)
    defer { pool.gate.leave() }
    return try run.result().get()
  }

  /// True when the figure is small enough for this process; throws when it is too large for any.
  private func isInProcess(_ plan: FigurePlan) throws(LayoutError) -> Bool {
    let (nodes, edges) = (plan.nodes.count, plan.edges.count)
    guard nodes <= min(limits.maximumNodes, LayoutProblem.Bound.nodes),
      edges <= min(limits.maximumEdges, LayoutProblem.Bound.edges)
    else {
      throw .tooLarge(
        nodes: nodes, edges: edges, maximumNodes: limits.maximumNodes,
        maximumEdges: limits.maximumEdges)
    }
    let isSmall = nodes <= limits.inProcessNodes && edges <= limits.inProcessEdges
    if workerExecutable == nil {
      guard isSmall else { throw .workerNeeded(nodes: nodes, edges: edges) }
      return true
    }
    return isSmall && cgraphviz_layout_count() < limits.inProcessLayouts
  }
}
