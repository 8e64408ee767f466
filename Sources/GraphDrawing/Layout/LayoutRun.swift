// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// One figure on its way through the engines, from the best picture to the cheapest.
final class LayoutRun: Sendable {
  private struct Attempt {
    var engine: LayoutEngine
    var effort: LayoutEffort
    var hasLabels: Bool
  }

  let isInProcess: Bool
  private let service: LayoutService
  private let plan: FigurePlan
  private let isCancelled = Atomic(false)

  init(service: LayoutService, plan: FigurePlan, isInProcess: Bool) {
    self.service = service
    self.plan = plan
    self.isInProcess = isInProcess
  }

  /// Makes ``result()`` fail soon. A layout in this process goes on to its end.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Tries one engine after another on the calling thread.
  func result() -> Result<FigureLayout, LayoutError> {
    var failures: [LayoutAttempt] = []
    let plan = planWithRoom()
    for attempt in attempts() {
      let problem = plan.problem(
        engine: attempt.engine, effort: attempt.effort, hasLabels: attempt.hasLabels)
      do throws(LayoutError) {
        let solution = try solution(of: problem)
        if attempt.engine == .dot, plan.isTooLong(solution),
          let layout = layoutInRows(plan, insteadOf: solution, failures)
        {
          return .success(layout)
        }
        return .success(
          plan.layout(
            from: solution, problem: problem, hasLabels: attempt.hasLabels,
            reason: reason(failures), warnings: failures.map(LayoutRun.warning)))
      } catch {
        guard error.isOfOneAttempt, !isCancelled.load(ordering: .relaxed) else {
          return .failure(error)
        }
        failures.append(
          LayoutAttempt(engine: attempt.engine, effort: attempt.effort, error: error))
      }
    }
    if plan.placement.map({ $0.keptCount > 0 }) ?? false {
      return .success(straight(plan, failures))
    }
    return .failure(
      .allEnginesFailed(failures, nodes: plan.nodes.count, edges: plan.edges.count))
  }

  private func attempts() -> [Attempt] {
    let limits = service.limits
    let hasLabels = plan.edges.count <= limits.labelledEdges
    if let placement = plan.placement, placement.keptCount > 0 {
      // Finding ways around nodes takes far longer than the layers of dot.
      guard plan.nodes.count <= limits.layeredNodes else { return [] }
      return [Attempt(engine: .pinned, effort: .full, hasLabels: hasLabels)]
    }
    var attempts: [Attempt] = []
    if plan.nodes.count <= limits.layeredNodes {
      attempts.append(Attempt(engine: .dot, effort: .full, hasLabels: hasLabels))
      attempts.append(Attempt(engine: .dot, effort: .reduced, hasLabels: false))
    }
    attempts.append(Attempt(engine: .sfdp, effort: .reduced, hasLabels: false))
    return attempts
  }

  /// Where some nodes have a place, layers say first how the others would stand to them.
  private func planWithRoom() -> FigurePlan {
    let limits = service.limits
    guard let placement = plan.placement, placement.leavesSomeFree,
      plan.nodes.count <= limits.layeredNodes
    else { return plan }
    let problem = plan.problem(
      engine: .dot, effort: .full, hasLabels: plan.edges.count <= limits.labelledEdges)
    // Without an answer they stand near their neighbours.
    guard let solution = try? solution(of: problem) else { return plan }
    return plan.placed(asIn: solution)
  }

  /// The figure with its nodes in rows that fit on a page and lines around them; nil where that
  /// would be no shorter, or takes too long.
  private func layoutInRows(
    _ plan: FigurePlan, insteadOf layered: LayoutSolution, _ failures: [LayoutAttempt]
  ) -> FigureLayout? {
    let hasLabels = plan.edges.count <= service.limits.labelledEdges
    let centres =
      plan.clusters.isEmpty
      ? plan.rowCentres(orderedAs: layered, hasLabels: hasLabels)
      : blockCentres(plan, insteadOf: layered, hasLabels: hasLabels)
    guard let centres else { return nil }
    let plan = plan.standing(at: centres)
    let problem = plan.problem(engine: .pinned, effort: .full, hasLabels: hasLabels)
    guard let solution = try? solution(of: problem) else { return nil }
    return plan.layout(
      from: solution, problem: problem, hasLabels: hasLabels,
      reason: reason(failures) + ", in rows that fit on a page",
      warnings: failures.map(LayoutRun.warning))
  }

  /// Where nodes stand in rows inside of their frames: in the longest rows with which the figure
  /// fits on a page, else in those with which it is shortest.
  private func blockCentres(
    _ plan: FigurePlan, insteadOf layered: LayoutSolution, hasLabels: Bool
  ) -> [FigureLayout.Point]? {
    var best: (length: Double, centres: [FigureLayout.Point])?
    for shape in FrameBlocks.shapes {
      let blocks = FrameBlocks(
        plan, shape: shape, rowGap: plan.rowGap(hasLabels: hasLabels))
      guard let solution = try? solution(of: blocks.problem) else { return nil }
      let length = plan.length(solution)
      if length < best?.length ?? plan.length(layered) {
        best = (length, blocks.centres(solution))
      }
      if !plan.isTooLong(solution) { break }
    }
    return best?.centres
  }

  private func solution(of problem: LayoutProblem) throws(LayoutError) -> LayoutSolution {
    guard !isInProcess, let executable = service.workerExecutable else {
      return try GraphvizLayout(library: service.library).solution(of: problem)
    }
    let limits = service.limits
    let recipe = WorkerProcess.Recipe(
      executable: executable, arguments: service.workerArguments,
      memoryBytes: min(max(limits.memoryBytes, 1 << 20), 1 << 40))
    let request = LayoutRequest(
      cpuSeconds: min(max(limits.cpuSeconds, 1), 86_400), memoryBytes: recipe.memoryBytes,
      problem: problem)
    while true {
      let worker = try service.pool.worker(recipe)
      let isFresh = worker.answers == 0
      do throws(LayoutError) {
        return try solution(of: problem, by: worker, Array(request.text.utf8))
      } catch {
        // One that waited may have ended before it was asked, which is no fault of the question.
        guard case .workerEnded = error, !isFresh else { throw error }
      }
    }
  }

  private func solution(
    of problem: LayoutProblem, by worker: WorkerProcess, _ question: [UInt8]
  ) throws(LayoutError) -> LayoutSolution {
    let limits = service.limits
    defer { service.pool.take(back: worker, limits: limits) }
    let answer = try worker.answer(
      to: question, wallMilliseconds: limits.wallMilliseconds, outputBytes: limits.outputBytes,
      isCancelled: { self.isCancelled.load(ordering: .relaxed) })
    do throws(LayoutError) {
      switch try LayoutReply(reading: answer, to: problem) {
      case .solved(let solution): return solution
      case .failed(let error): throw error
      }
    } catch {
      // Whatever is wrong with it, the next figure gets a fresh one.
      worker.end()
      throw error
    }
  }

  /// Kept positions are kept even where nothing finds ways around the nodes.
  private func straight(_ plan: FigurePlan, _ failures: [LayoutAttempt]) -> FigureLayout {
    let problem = plan.problem(engine: .pinned, effort: .reduced, hasLabels: false)
    let hasLabels = plan.edges.count <= service.limits.labelledEdges
    return plan.layout(
      from: .straight(problem), problem: problem, hasLabels: hasLabels, reason: reason(failures),
      warnings: failures.map(LayoutRun.warning) + ["Edges are straight and may cross nodes"])
  }

  private func reason(_ failures: [LayoutAttempt]) -> String {
    var text = "\(plan.nodes.count) nodes and \(plan.edges.count) edges, "
    if let placement = plan.placement, placement.keptCount > 0 {
      text += "\(placement.keptCount) nodes kept in their places, "
    }
    text += "laid out \(isInProcess ? "in this process" : "in a worker process")"
    guard let last = failures.last else { return text }
    return text + " after \(last.engine.rawValue) failed"
  }

  private static func warning(_ failure: LayoutAttempt) -> String {
    let effort = failure.engine == .dot && failure.effort == .reduced ? " with straight edges" : ""
    return "\(failure.engine.rawValue)\(effort): \(failure.error)"
  }
}

extension LayoutError {
  /// True for what another engine may be spared.
  fileprivate var isOfOneAttempt: Bool {
    switch self {
    case .timedOut, .processorTimeSpent, .workerEnded, .answerTooLong, .malformedAnswer,
      .engineFailed:
      true
    default: false
    }
  }
}
