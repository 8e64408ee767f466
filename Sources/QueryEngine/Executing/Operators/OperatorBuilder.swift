// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// Puts the operators of plans together, for one run.
struct OperatorBuilder {
  let run: Run

  init(_ run: Run) { self.run = run }

  /// The operator of a query within another one; planned here where it stands in a place that the
  /// planner does not look into.
  func query(_ query: BoundQuery) throws(QueryFault) -> QueryOperator {
    if let plans = query.plans { return try self.query(PlannedQuery(query: query, plans: plans)) }
    return try self.query(Planner(run.context.graph, options: run.options).plan(query))
  }

  func query(_ planned: PlannedQuery) throws(QueryFault) -> QueryOperator {
    var parts: [QueryOperator.Part] = []
    for (plan, query) in zip(planned.plans, planned.query.parts) {
      let argument = ArgumentOperator(run)
      parts.append(
        .init(query: query, argument: argument, last: try operators(of: plan, after: argument)))
    }
    let isDistinct = planned.query.keepsDuplicates.first == false
    return QueryOperator(run, parts, isDistinct: isDistinct)
  }

  /// The operators of a plan, chained; the last one.
  func operators(of plan: Plan, after first: Operator) throws(QueryFault) -> Operator {
    var last = first
    let evaluators = EvaluatorBuilder(run: run, slots: plan.slots)
    var isWriting = false
    for step in plan.steps {
      last = try makeOperator(
        step, after: last, evaluators, slots: plan.slots, isWriting: isWriting)
      isWriting = isWriting || step.action.isWriting
    }
    return last
  }

  private func makeOperator(
    _ step: PlanStep, after input: Operator, _ evaluators: EvaluatorBuilder, slots: [SlotKind],
    isWriting: Bool
  ) throws(QueryFault) -> Operator {
    let kept = step.kept
    switch step.action {
    case .scan(let scan):
      return ScanOperator(run, scan, after: input, kept: kept)
    case .seek(let seek):
      return SeekOperator(
        run, seek, value: try evaluators.evaluator(seek.value),
        condition: try evaluators.evaluator(seek.condition), after: input, kept: kept)
    case .expand(let expansion):
      return ExpandOperator(run, expansion, after: input, kept: kept)
    case .junction(let junction):
      return JunctionOperator(run, junction, after: input, kept: kept)
    case .expandAlong(let expansion, let length):
      return ExpandAlongOperator(
        run, expansion, length, filter: try evaluators.evaluator(length.filter), after: input,
        kept: kept)
    case .findEnds(let ends):
      return FindEndsOperator(
        run, ends, filter: try evaluators.evaluator(ends.edge.length?.filter), after: input,
        kept: kept)
    case .search(let search):
      return PathPatternOperator(
        run, search, try PathSearcher(run, search, evaluators),
        count: try evaluators.evaluator(search.selection.count), after: input, kept: kept)
    case .pathLength(let search):
      guard let finder = ShortestPathFinder(run, search) else {
        preconditionFailure("only such searches are made to count")
      }
      return PathLengthOperator(
        run, search, finder,
        searcher: { [run] () throws(QueryFault) in try PathSearcher(run, search, evaluators) },
        after: input, kept: kept)
    case .filter(let conditions):
      var made: [FilterOperator.Condition] = []
      for condition in conditions {
        let quick =
          run.options.isOptimised
          ? QuickCondition.make(condition, slots: slots, run: run) : nil
        made.append(.init(evaluator: try evaluators.evaluator(condition), quick: quick))
      }
      return FilterOperator(run, made, after: input, kept: kept)
    case .semiJoin(let join):
      let argument = ArgumentOperator(run)
      return SemiJoinOperator(
        run, join, argument: argument, inner: try operators(of: join.plan, after: argument),
        after: input, kept: kept)
    case .project(let items):
      return ProjectOperator(run, try self.items(items, evaluators), after: input, kept: kept)
    case .group(let aggregation):
      if run.options.isOptimised,
        let items = CountOperator.items(of: aggregation, slots: slots)
      {
        return CountOperator(run, items, slots: slots, after: input, kept: kept)
      }
      var aggregates: [GroupOperator.Aggregate] = []
      for aggregate in aggregation.aggregates {
        aggregates.append(
          .init(
            slot: aggregate.slot, function: aggregate.function,
            isDistinct: aggregate.isDistinct,
            arguments: try evaluators.evaluators(aggregate.arguments), span: aggregate.span))
      }
      return GroupOperator(
        run, keys: try items(aggregation.keys, evaluators), aggregates: aggregates, slots: slots,
        after: input, kept: kept)
    case .distinct(let slots):
      return DistinctOperator(run, slots, after: input, kept: kept)
    case .distinctNodes(let slot):
      return DistinctNodesOperator(run, slot, slots: slots, after: input, kept: kept)
    case .sort(let order):
      return SortOperator(
        run, try self.order(order, evaluators), slots: slots, after: input, kept: kept)
    case .top(let top):
      return SortOperator(
        run, try order(top.order, evaluators), skip: try rowCount(top.skip, "SKIP", evaluators),
        limit: try rowCount(top.limit, "LIMIT", evaluators), slots: slots, after: input,
        kept: kept)
    case .skip(let count):
      return SkipOperator(
        run, RowCount(word: "SKIP", evaluator: try evaluators.evaluator(count)), after: input,
        kept: kept)
    case .limit(let count):
      return LimitOperator(
        run, RowCount(word: "LIMIT", evaluator: try evaluators.evaluator(count)),
        drains: isWriting, after: input, kept: kept)
    case .unwind(let unwind):
      return UnwindOperator(
        run, try evaluators.evaluator(unwind.list), slot: unwind.slot, after: input, kept: kept)
    case .optional(let optional):
      let argument = ArgumentOperator(run)
      return OptionalOperator(
        run, optional, argument: argument,
        inner: try operators(of: optional.plan, after: argument), after: input, kept: kept)
    case .call(let call):
      return CallOperator(
        run, call, try evaluators.evaluators(call.arguments), after: input, kept: kept)
    case .subquery(let subquery):
      return SubqueryOperator(
        run, subquery.clause, try query(subquery.clause.query), after: input, kept: kept)
    case .create, .merge, .set, .remove, .delete:
      return try makeWriter(step, after: input, evaluators)
    }
  }

  private func makeWriter(
    _ step: PlanStep, after input: Operator, _ evaluators: EvaluatorBuilder
  ) throws(QueryFault) -> Operator {
    let kept = step.kept
    switch step.action {
    case .create(let create):
      return CreateOperator(
        run, try CreationTemplate(create, evaluators), after: input, kept: kept)
    case .merge(let merge):
      let argument = ArgumentOperator(run)
      return MergeOperator(
        run, match: try operators(of: merge.match, after: argument), argument: argument,
        template: try CreationTemplate(merge.merge.create, evaluators),
        onCreate: try SettingTemplate(merge.merge.onCreate, evaluators),
        onMatch: try SettingTemplate(merge.merge.onMatch, evaluators), after: input, kept: kept)
    case .set(let items):
      return SetOperator(run, try SettingTemplate(items, evaluators), after: input, kept: kept)
    case .remove(let items):
      return try RemoveOperator(run, items, evaluators: evaluators, after: input, kept: kept)
    case .delete(let delete):
      return DeleteOperator(
        run, try evaluators.evaluators(delete.targets), isDetaching: delete.isDetaching,
        after: input, kept: kept)
    default:
      preconditionFailure("only steps that write come here")
    }
  }

  private func items(
    _ items: [BoundItem], _ evaluators: EvaluatorBuilder
  ) throws(QueryFault) -> [(slot: Int, evaluator: Evaluator)] {
    var made: [(slot: Int, evaluator: Evaluator)] = []
    for item in items { made.append((item.slot, try evaluators.evaluator(item.expression))) }
    return made
  }

  private func order(
    _ order: [BoundSort], _ evaluators: EvaluatorBuilder
  ) throws(QueryFault) -> [(evaluator: Evaluator, isDescending: Bool)] {
    var made: [(evaluator: Evaluator, isDescending: Bool)] = []
    for item in order {
      made.append((try evaluators.evaluator(item.expression), item.isDescending))
    }
    return made
  }

  private func rowCount(
    _ expression: BoundExpression?, _ word: String, _ evaluators: EvaluatorBuilder
  ) throws(QueryFault) -> RowCount? {
    guard let evaluator = try evaluators.evaluator(expression) else { return nil }
    return RowCount(word: word, evaluator: evaluator)
  }
}

extension PlanAction {
  /// Whether the step changes the graph.
  var isWriting: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete: true
    case .subquery(let subquery): subquery.clause.query.isWriting
    default: false
    }
  }
}
