// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The day that a match is about.
final class DayEvaluator {
  private let day: Evaluator
  private let isFixed: Bool
  private var known: CalendarDate??

  /// - Parameter isFixed: whether the day is the same in every row, so that it is worked out once.
  init(_ day: Evaluator, isFixed: Bool) {
    self.day = day
    self.isFixed = isFixed
  }

  /// The day in the row that the frame shows; nil where it is null.
  ///
  /// A text may stand for a date. A date of which only the year or the month is known names no day.
  func day(_ frame: Frame) throws(QueryFault) -> CalendarDate? {
    if let known { return known }
    let value = try day.value(frame)
    let found: CalendarDate?
    switch value {
    case .null: found = nil
    case .date(let date): found = date
    case .partialDate(let date) where date.precision == .day: found = date.earliest
    case .string(let text):
      guard let date = PartialDate(text), date.precision == .day else {
        throw ExecutionMessages.notDay("'\(text)'", day.span)
      }
      found = date.earliest
    case .partialDate(let date):
      throw ExecutionMessages.notDay("'\(date)'", day.span)
    default:
      throw ExecutionMessages.notDay(StaticType(of: value).description, day.span)
    }
    if isFixed { known = .some(found) }
    return found
  }
}

/// Whether a node or edge holds on the day of its match. On a day that is null nothing is known to.
final class HoldsEvaluator: ConditionEvaluator {
  private let subject: Evaluator
  private let day: DayEvaluator

  init(_ subject: Evaluator, on day: DayEvaluator, _ span: SourceSpan) {
    self.subject = subject
    self.day = day
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    guard let day = try day.day(frame) else { return nil }
    switch try subject.value(frame) {
    case .node(let node): return frame.run.holds(node, on: day)
    case .edge(let edge): return frame.run.holds(edge, on: day)
    default: return nil
    }
  }
}

extension Run {
  /// Whether a node exists on a day; one that is deleted does not.
  func holds(_ node: NodeID, on day: CalendarDate) -> Bool {
    let graph = context.graph
    if !isEdited {
      return graph.storage.nodeValidity?.contains(
        DayRanges.clamped(day), at: Int(node.rawValue)) ?? true
    }
    return graph.contains(node) && graph.validity(of: node).contains(day)
  }

  /// Whether an edge holds on a day, both its ends with it.
  func holds(_ edge: EdgeID, on day: CalendarDate) -> Bool {
    let graph = context.graph
    if !isEdited {
      return graph.storage.edgeValidity?.contains(
        DayRanges.clamped(day), at: Int(edge.rawValue)) ?? true
    }
    return graph.contains(edge) && graph.validity(of: edge).contains(day)
  }
}
