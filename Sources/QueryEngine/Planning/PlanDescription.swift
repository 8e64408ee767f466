// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// A plan for people: one line for each step, the last one first, plans within plans indented.
struct PlanDescription {
  private var lines: [String] = []
  private let query: [UInt8]

  init(_ planned: PlannedQuery, of text: String, profile: QueryOperator? = nil) {
    query = Array(text.utf8)
    for (position, plan) in planned.plans.enumerated() {
      if position > 0 {
        lines.append(planned.query.keepsDuplicates[position - 1] ? "UnionAll" : "Union")
      }
      let columns = planned.query.parts[position].columns.map(\.name).joined(separator: ", ")
      lines.append("Result(\(columns))")
      add(
        plan, planned.query.parts[position].names, depth: 1,
        rows: profile?.rows(ofPart: position))
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// A guess, with no more digits than it deserves.
  private static func rounded(_ estimate: Double) -> String {
    estimate < 10
      ? String((estimate * 10).rounded() / 10) : String(Int(min(estimate, 1e15).rounded()))
  }

  /// What the user wrote at a place, on one line.
  private func text(at span: SourceSpan) -> String {
    guard span.range.upperBound <= query.count, !span.range.isEmpty else { return "…" }
    return String(decoding: query[span.range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private mutating func add(_ plan: Plan, _ names: [Int: String], depth: Int, rows: [Int]?) {
    let names = SlotNames(names: names)
    for (position, step) in plan.steps.enumerated().reversed() {
      var line =
        String(repeating: "  ", count: depth) + step.action.describe(names) { text(at: $0.span) }
      if let rows, position < rows.count {
        line += "  rows: \(rows[position])"
      } else if let estimate = step.estimate {
        line +=
          "  ~\(estimate < 10 ? String((estimate * 10).rounded() / 10) : String(Int(min(estimate, 1e15))))"
      }
      lines.append(line)
      switch step.action {
      case .optional(let optional): add(optional.plan, names.names, depth: depth + 1, rows: nil)
      case .merge(let merge): add(merge.match, names.names, depth: depth + 1, rows: nil)
      default: break
      }
    }
  }
}

/// What the slots of a plan are called: as the query calls them, else by number.
private struct SlotNames {
  let names: [Int: String]

  subscript(slot: Int) -> String { names[slot] ?? "#\(slot)" }
}

extension [BoundSort] {
  fileprivate func text(_ text: (BoundExpression) -> String) -> String {
    map { text($0.expression) + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
  }
}

extension PlanAction {
  fileprivate func describe(
    _ names: SlotNames, _ text: (BoundExpression) -> String
  ) -> String {
    switch self {
    case .scan(let scan):
      let name = names[scan.slot]
      return scan.labels.map { "NodeScan(\(name):\($0.text))" } ?? "NodeScan(\(name))"
    case .expand(let expansion):
      return expansion.describe(names, expansion.isInto ? "ExpandInto" : "Expand", length: "")
    case .expandAlong(let expansion, let length):
      let maximum = length.maximum.map(String.init) ?? ""
      return expansion.describe(
        names, expansion.isInto ? "ExpandAlongInto" : "ExpandAlong",
        length: "*\(length.minimum)..\(maximum)")
    case .findEnds(let ends):
      return "FindEnds(\(names[ends.edge.left]), \(names[ends.edge.right]))"
    case .search(let search):
      return "PathSearch(\(names[search.left]), \(names[search.right]))"
    case .filter(let conditions):
      let texts = conditions.map { condition in
        if case .holds = condition.kind { "AS OF \(text(condition))" } else { text(condition) }
      }
      return "Filter(\(texts.joined(separator: " AND ")))"
    case .project(let items):
      return "Project(\(items.map { names[$0.slot] }.joined(separator: ", ")))"
    case .group(let aggregation):
      let aggregates = aggregation.aggregates.map { $0.function?.name ?? "count(*)" }
      return "Group(\(aggregation.keys.map { names[$0.slot] }.joined(separator: ", ")); "
        + "\(aggregates.joined(separator: ", ")))"
    case .distinct: return "Distinct"
    case .sort(let order): return "Sort(\(order.text(text)))"
    case .top(let top):
      let skip = top.skip.map { "; SKIP \(text($0))" } ?? ""
      return "TopRows(\(top.order.text(text))\(skip); LIMIT \(text(top.limit)))"
    case .skip(let count): return "Skip(\(text(count)))"
    case .limit(let count): return "Limit(\(text(count)))"
    case .unwind(let unwind): return "Unwind(\(text(unwind.list)) AS \(names[unwind.slot]))"
    case .optional: return "Optional"
    case .create: return "Create"
    case .merge: return "Merge"
    case .set: return "Set"
    case .remove: return "Remove"
    case .delete(let delete): return delete.isDetaching ? "DetachDelete" : "Delete"
    case .call(let call): return "Call(\(call.procedure.name))"
    case .subquery: return "Subquery"
    }
  }
}

extension Expansion {
  fileprivate func describe(_ names: SlotNames, _ word: String, length: String) -> String {
    let edge = "[\(types.map { ":" + $0.text } ?? "")\(length)]"
    let arrow =
      switch direction {
      case .outgoing: "-\(edge)->"
      case .incoming: "<-\(edge)-"
      case .either: "-\(edge)-"
      }
    return "\(word)((\(names[from]))\(arrow)(\(names[to])))"
  }
}
