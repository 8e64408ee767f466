// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// What functions may look at besides their arguments: the graph as it is at this point of the
/// query, the moment at which the query began, and the budget.
///
/// An object, since it is handed to every function for every row, and a graph has many parts to be
/// counted. One object for a run; it is used from the running thread only.
final class EvaluationContext {
  var graph: PropertyGraph {
    didSet { walked = nil }
  }

  /// One moment for the whole query, so that `date()` says the same in every row.
  let now: ZonedDateTime

  /// The day that the whole query is asked about; nil where it is asked about all times.
  let asOf: CalendarDate?
  let meter: RunMeter

  /// The view of the graph as it is now, once it was asked for.
  private var walked: TraversalView?

  init(
    graph: PropertyGraph, now: ZonedDateTime, asOf: CalendarDate? = nil, meter: RunMeter
  ) {
    self.graph = graph
    self.now = now
    self.asOf = asOf
    self.meter = meter
  }

  /// The graph as the algorithms walk it; made once for as long as the graph stays as it is.
  ///
  /// - Complexity: O(nodes + edges) the first time, then O(1).
  var view: TraversalView {
    if let walked { return walked }
    let view = TraversalView.shared(of: graph)
    walked = view
    return view
  }
}
