// SPDX-License-Identifier: Apache-2.0

/// The passes that make a plan cheaper, in their order. None of them changes what it answers.
struct Optimizer {
  let options: PlanningOptions

  init(_ options: PlanningOptions) { self.options = options }

  private typealias Pass = @Sendable (_ plan: Plan, _ columns: SlotSet) -> Plan

  private static let passes: [Pass] = [
    // Filters that follow each other become one, so that later passes see all conditions at once.
    MergeFilters.run,
    // Sorting everything for the sake of a few rows is replaced by keeping the few.
    TakeTopRows.run,
    // A cycle is closed by what two nodes share, not by trying every way out of one of them.
    JoinExpansions.run,
    // Whether a pattern exists is found out for many rows at once.
    JoinExistence.run,
    // Nodes that are walked on from are walked on from in order.
    OrderDistinctNodes.run,
    // Where only the length of a path is asked for, no path is made.
    CountPathEdges.run,
  ]

  /// - Parameter columns: the slots that the rows are wanted for.
  func optimized(_ plan: Plan, for columns: SlotSet) -> Plan {
    guard options.isOptimised else { return plan }
    return Self.passes.reduce(plan) { plan, pass in pass(plan, columns) }
  }
}
