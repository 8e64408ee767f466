// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Counts what one run spends, for every loop of the engine.
///
/// One object for a run; it is used from the running thread only.
final class RunMeter {
  private static let interval = 1 << 13

  private let limits: QueryLimits
  private let deadline: ContinuousClock.Instant?
  private var work = 0
  private var nextPoll = 0
  private var memory = 0

  init(_ limits: QueryLimits) {
    self.limits = limits
    deadline = limits.time.map { ContinuousClock.now + $0 }
  }

  /// Counts rows, edges or list members that are about to be looked at.
  @inline(__always)
  func charge(_ amount: Int) throws(EvaluationProblem) {
    work &+= amount
    if work >= nextPoll { try poll() }
  }

  /// Counts memory in bytes that is about to be kept; a negative number gives some back.
  @inline(__always)
  func reserve(_ bytes: Int) throws(EvaluationProblem) {
    memory &+= bytes
    if memory > limits.memory {
      throw EvaluationProblem(
        .limitExceeded, .memoryLimit,
        "the query needs more than the \(limits.memory) bytes of memory that it may take")
    }
  }

  /// Gives back memory that was counted.
  func giveBack(_ bytes: Int) { memory &-= bytes }

  func checkRowCount(_ count: Int) throws(EvaluationProblem) {
    if count > limits.rows {
      throw EvaluationProblem(
        .limitExceeded, .rowLimit,
        "the answer has more than the \(limits.rows) rows that it may have")
    }
  }

  private func poll() throws(EvaluationProblem) {
    nextPoll = work &+ Self.interval
    if work > limits.work {
      throw EvaluationProblem(
        .limitExceeded, .workLimit,
        "the query looks at more than the \(limits.work) rows and edges that it may look at")
    }
    if let deadline, ContinuousClock.now >= deadline {
      throw EvaluationProblem(
        .limitExceeded, .deadline, "the query takes longer than the time that it may take")
    }
    if limits.isCancelled?() ?? false {
      throw EvaluationProblem(.cancelled, .interrupted, "the query was interrupted")
    }
  }

  /// What is left for a search of the algorithms.
  var remaining: (work: Int, memory: Int, deadline: ContinuousClock.Instant?) {
    (max(0, limits.work - work), max(0, limits.memory - memory), deadline)
  }

  var isCancelled: (@Sendable () -> Bool)? { limits.isCancelled }
}
