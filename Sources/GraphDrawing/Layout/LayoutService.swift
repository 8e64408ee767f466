// SPDX-License-Identifier: Apache-2.0
import CGraphviz

/// Chooses where and how a figure is laid out, and falls back to cheaper ways when one fails.
///
/// Small figures are laid out in the process. Larger ones go to a worker: the executable given
/// here, started with a hidden sub-command that calls ``LayoutWorker/run(input:output:library:)``,
/// and killed when it takes too long. The order of tries is dot, dot with straight edges and no
/// labels of edges, then sfdp.
public struct LayoutService: Sendable {
  public var limits: LayoutLimits
  public var library: GraphvizLibrary
  /// Path of the program that answers as a worker; nil for none.
  public var workerExecutable: String?
  public var workerArguments: [String]

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
  public func layout(
    of figure: Figure, style: FigureStyle = .default
  ) async throws -> FigureLayout {
    let plan = try FigurePlan(figure, style: style)
    let isInProcess = try isInProcess(plan)
    let gate = isInProcess ? WorkGate.process : WorkGate.workers
    try await gate.enter()
    let result = await withCheckedContinuation { continuation in
      let isStarted = Platform.startThread {
        continuation.resume(returning: self.attempt(plan, isInProcess: isInProcess))
      }
      if !isStarted {
        continuation.resume(returning: self.attempt(plan, isInProcess: isInProcess))
      }
    }
    await gate.leave()
    return try result.get()
  }

  /// Lays a figure out and holds the calling thread meanwhile, as a command-line tool wants it.
  public func layoutNow(
    of figure: Figure, style: FigureStyle = .default
  ) throws(LayoutError) -> FigureLayout {
    let plan = try FigurePlan(figure, style: style)
    return try attempt(plan, isInProcess: try isInProcess(plan)).get()
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

  private struct Attempt {
    var engine: LayoutEngine
    var effort: LayoutEffort
    var hasLabels: Bool
  }

  private func attempts(_ plan: FigurePlan) -> [Attempt] {
    var attempts: [Attempt] = []
    if plan.nodes.count <= limits.layeredNodes {
      let hasLabels = plan.edges.count <= limits.labelledEdges
      attempts.append(Attempt(engine: .dot, effort: .full, hasLabels: hasLabels))
      attempts.append(Attempt(engine: .dot, effort: .reduced, hasLabels: false))
    }
    attempts.append(Attempt(engine: .sfdp, effort: .reduced, hasLabels: false))
    return attempts
  }

  private func attempt(
    _ plan: FigurePlan, isInProcess: Bool
  ) -> Result<FigureLayout, LayoutError> {
    var failures: [LayoutAttempt] = []
    for attempt in attempts(plan) {
      let problem = plan.problem(
        engine: attempt.engine, effort: attempt.effort, hasLabels: attempt.hasLabels)
      do throws(LayoutError) {
        let solution =
          isInProcess
          ? try GraphvizLayout(library: library).solution(of: problem)
          : try workerSolution(of: problem)
        return .success(
          plan.layout(
            from: solution, problem: problem,
            reason: reason(plan, isInProcess: isInProcess, failures),
            warnings: warnings(plan, attempt, failures)))
      } catch {
        switch error {
        case .timedOut, .workerEnded, .answerTooLong, .malformedAnswer, .engineFailed:
          failures.append(
            LayoutAttempt(engine: attempt.engine, effort: attempt.effort, error: error))
        default:
          return .failure(error)
        }
      }
    }
    return .failure(
      .allEnginesFailed(failures, nodes: plan.nodes.count, edges: plan.edges.count))
  }

  private func workerSolution(of problem: LayoutProblem) throws(LayoutError) -> LayoutSolution {
    guard let workerExecutable else {
      throw .workerNeeded(nodes: problem.nodes.count, edges: problem.edges.count)
    }
    let request = LayoutRequest(
      cpuSeconds: min(max(limits.cpuSeconds, 1), 86_400),
      memoryBytes: min(max(limits.memoryBytes, 1 << 20), 1 << 40), problem: problem)
    let child = ChildProcess(
      executable: workerExecutable, arguments: workerArguments,
      wallMilliseconds: limits.wallMilliseconds, outputBytes: limits.outputBytes)
    let output = try child.output(for: Array(request.text.utf8))
    switch try LayoutReply(reading: output, to: problem) {
    case .solved(let solution): return solution
    case .failed(let error): throw error
    }
  }

  private func reason(
    _ plan: FigurePlan, isInProcess: Bool, _ failures: [LayoutAttempt]
  ) -> String {
    let size = "\(plan.nodes.count) nodes and \(plan.edges.count) edges"
    let place = isInProcess ? "in this process" : "in a worker process"
    guard let last = failures.last else { return "\(size), laid out \(place)" }
    return "\(size), laid out \(place) after \(last.engine.rawValue) failed"
  }

  private func warnings(
    _ plan: FigurePlan, _ attempt: Attempt, _ failures: [LayoutAttempt]
  ) -> [String] {
    var warnings = failures.map { failure in
      let effort = failure.effort == .full ? "" : " with straight edges"
      return "\(failure.engine.rawValue)\(effort): \(failure.error)"
    }
    if !attempt.hasLabels, plan.edges.contains(where: { !$0.label.lines.isEmpty }) {
      warnings.append("Labels of edges are left out")
    }
    return warnings
  }
}
