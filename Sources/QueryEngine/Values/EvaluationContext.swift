// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What functions may look at besides their arguments: the graph as it is at this point of the
/// query, the moment at which the query began, and the budget.
struct EvaluationContext {
  var graph: PropertyGraph

  /// One moment for the whole query, so that `date()` says the same in every row.
  let now: ZonedDateTime
  let meter: RunMeter
}
