// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// Makes plans of bound queries.
struct Planner {
  let counts: GraphCounts
  let options: PlanningOptions

  init(_ graph: PropertyGraph, options: PlanningOptions) {
    counts = GraphCounts(graph)
    self.options = options
  }

  /// The plans of all parts of a query.
  func plan(_ query: BoundQuery) -> PlannedQuery {
    PlannedQuery(query: query, plans: query.parts.map { plan($0) })
  }

  /// A query within another one, with its plans.
  func planned(_ query: BoundQuery) -> BoundQuery {
    var planned = query
    planned.plans = plan(query).plans
    return planned
  }

  /// The plan of one single query.
  func plan(_ query: BoundSingleQuery) -> Plan {
    var plan = Plan(steps: [], slots: query.slots)
    for clause in query.clauses { plan.steps += steps(of: clause, in: query) }
    plan.steps = plan.steps.map(planningSubqueries)
    let columns = SlotSet(query.columns.map(\.slot))
    plan = Optimizer(options).optimized(plan, for: columns)
    plan.trim(needed: columns)
    return plan
  }

  /// A step with the queries in its expressions planned.
  private func planningSubqueries(_ step: PlanStep) -> PlanStep {
    var step = step
    switch step.action {
    case .optional(var optional):
      optional.plan.steps = optional.plan.steps.map(planningSubqueries)
      step.action = .optional(optional)
    case .merge(var merge):
      merge.match.steps = merge.match.steps.map(planningSubqueries)
      step.action = .merge(merge)
    default:
      step.action = step.action.mapExpressions { $0.planningSubqueries(self) }
    }
    return step
  }

  private func steps(of clause: BoundClause, in query: BoundSingleQuery) -> [PlanStep] {
    switch clause {
    case .match(let match):
      let inner = MatchPlanner(match, counts: counts, isOptimised: options.isOptimised).steps()
      guard match.isOptional, let origin = match.origin else { return inner }
      return [
        PlanStep(
          .optional(
            OptionalPlan(
              plan: Plan(steps: inner, slots: query.slots), origin: origin,
              filled: match.filled)))
      ]
    case .unwind(let unwind): return [PlanStep(.unwind(unwind))]
    case .project(let projection): return steps(of: projection, imports: query.imports)
    case .create(let create): return [PlanStep(.create(create))]
    case .merge(let merge):
      let match = MatchPlanner(
        merge.match, counts: counts, isOptimised: options.isOptimised
      ).steps()
      return [
        PlanStep(.merge(MergePlan(match: Plan(steps: match, slots: query.slots), merge: merge)))
      ]
    case .set(let items): return [PlanStep(.set(items))]
    case .remove(let items): return [PlanStep(.remove(items))]
    case .delete(let delete): return [PlanStep(.delete(delete))]
    case .call(let call): return [PlanStep(.call(call))]
    case .subquery(var clause):
      clause.query = planned(clause.query)
      return [PlanStep(.subquery(SubqueryPlan(clause: clause)))]
    }
  }

  private func steps(
    of projection: BoundProjection, imports: [SlotImport]
  ) -> [PlanStep] {
    var steps: [PlanStep] = []
    if var aggregation = projection.aggregation {
      // What comes from around the query is the same in every row, so it may group them too.
      for item in imports where !aggregation.keys.contains(where: { $0.slot == item.slot }) {
        aggregation.keys.append(
          BoundItem(
            slot: item.slot, expression: .slot(item.slot, .any, SourceSpan(0, 0))))
      }
      steps.append(PlanStep(.group(aggregation)))
    }
    if !projection.items.isEmpty { steps.append(PlanStep(.project(projection.items))) }
    if let distinct = projection.distinct { steps.append(PlanStep(.distinct(distinct))) }
    if !projection.order.isEmpty { steps.append(PlanStep(.sort(projection.order))) }
    if let skip = projection.skip { steps.append(PlanStep(.skip(skip))) }
    if let limit = projection.limit { steps.append(PlanStep(.limit(limit))) }
    if let filter = projection.filter { steps.append(PlanStep(.filter(filter.conjuncts))) }
    return steps
  }
}

/// A query and the plan of each of its parts.
struct PlannedQuery: Sendable {
  let query: BoundQuery
  let plans: [Plan]
}
