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
      case .semiJoin(let join): add(join.plan, join.names, depth: depth + 1, rows: nil)
      case .subquery(let subquery): add(subquery.clause.query, depth: depth + 1)
      default:
        for expression in step.action.mappedExpressions where expression.holdsSubquery {
          for subquery in expression.subqueries {
            lines.append(String(repeating: "  ", count: depth + 1) + subquery.kind.rawValue)
            add(subquery.query, depth: depth + 2)
          }
        }
      }
    }
  }
}

extension PlanDescription {
  /// Adds the plans of a query within a step.
  private mutating func add(_ query: BoundQuery, depth: Int) {
    for (plan, part) in zip(query.plans ?? [], query.parts) {
      add(plan, part.names, depth: depth, rows: nil)
    }
  }
}

/// What the slots of a plan are called: as the query calls them, else by number.
struct SlotNames {
  let names: [Int: String]

  subscript(slot: Int) -> String { names[slot] ?? "#\(slot)" }
}
