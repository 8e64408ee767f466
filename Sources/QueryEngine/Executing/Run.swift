// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// What all operators of one run share. Used from the running thread only.
final class Run {
  /// The graph as it is at this point of the query, the moment, the budget.
  let context: EvaluationContext
  let parameters: [String: Value]
  let meter: RunMeter
  let options: PlanningOptions

  /// What clauses have changed.
  var changes = ChangeTracker()

  init(
    graph: PropertyGraph, parameters: [String: Value], limits: QueryLimits,
    options: PlanningOptions, asOf: CalendarDate? = nil
  ) {
    let meter = RunMeter(limits)
    self.meter = meter
    self.parameters = parameters
    self.options = options
    isEdited = graph.isEdited
    context = EvaluationContext(graph: graph, now: SystemClock.now, asOf: asOf, meter: meter)
  }

  /// Whether the graph is more than its frozen base, so that the arrays do not say everything.
  ///
  /// Kept here since asking the graph looks at all parts of its edits.
  private(set) var isEdited: Bool

  /// To be called after every edit.
  func noteEdit() { isEdited = true }

  /// Counts rows or edges that are about to be looked at.
  @inline(__always)
  func charge(_ amount: Int) throws(QueryFault) {
    do { try meter.charge(amount) } catch { throw error.fault(at: nil) }
  }

  /// Counts memory that is about to be kept.
  @inline(__always)
  func reserve(_ bytes: Int) throws(QueryFault) {
    do { try meter.reserve(bytes) } catch { throw error.fault(at: nil) }
  }

  /// Says that memory which was counted is kept no more.
  func giveBack(_ bytes: Int) { meter.giveBack(bytes) }
}
