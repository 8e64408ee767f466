// SPDX-License-Identifier: Apache-2.0

/// The passes that make a plan cheaper, in their order. None of them changes what it answers.
struct Optimizer {
  let options: PlanningOptions

  init(_ options: PlanningOptions) { self.options = options }

  private static let passes: [@Sendable (Plan) -> Plan] = [
    // Filters that follow each other become one, so that later passes see all conditions at once.
    MergeFilters.run,
    // Sorting everything for the sake of a few rows is replaced by keeping the few.
    TakeTopRows.run,
  ]

  func optimized(_ plan: Plan) -> Plan {
    guard options.isOptimised else { return plan }
    return Self.passes.reduce(plan) { plan, pass in pass(plan) }
  }
}
