// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// What one constraint of a question does to its answer.
public struct ConstraintEffect: Hashable, Sendable {
  public var constraint: EmptyPathExplanation.Constraint

  /// The first path without the constraint, and what it costs; nil when the budget ended before one
  /// was found.
  public var path: GraphPath?
  public var cost: PathCost?

  /// Whether there is a cheaper path without the constraint.
  public var isBinding: Bool
}

extension PathSearch {
  /// What each constraint of a question that has an answer costs it: the question is asked again
  /// without the one, and then the other. In order of preference, as ``EmptyPathExplanation`` has.
  ///
  /// - Complexity: a search for each constraint, each with the whole budget.
  /// - Throws: ``TraversalError`` for a question that is refused, or when the budget ends before
  ///   the question itself is answered.
  public func constraintEffects(
    of query: PathQuery
  ) throws(TraversalError) -> [ConstraintEffect] {
    var query = query
    query.selection = .anyShortest
    let cost = try paths(query).costs.first
    var effects: [ConstraintEffect] = []
    for constraint in EmptyPathExplanation.Constraint.all(of: query) {
      var effect = ConstraintEffect(constraint: constraint, isBinding: false)
      do throws(TraversalError) {
        let answer = try paths(constraint.dropped(from: query))
        effect.path = answer.paths.first
        effect.cost = answer.costs.first
        if let cost, let without = effect.cost { effect.isBinding = without < cost }
      } catch {
        // The budget ended: nothing is known of this one.
      }
      effects.append(effect)
    }
    return effects
  }
}

extension ConstraintEffect {
  /// "A path of 1 step, through 'EU', which was to be avoided", without a full stop; nil when the
  /// constraint changes nothing that is known.
  public func sentence(in graph: PropertyGraph) -> String? {
    guard isBinding, let path, let cost else { return nil }
    let steps = EmptyPathExplanation.counted(path.hops, "step")
    let price = cost == PathCost(path.hops) ? "" : " that costs \(cost)"
    return "There is one of \(steps)\(price) \(constraint.relaxing(in: graph))"
  }
}
