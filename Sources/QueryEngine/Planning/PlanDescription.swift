// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// A plan for people: one line for each step, the last one first, plans within plans indented.
struct PlanDescription {
  private var lines: [String] = []

  init(_ planned: PlannedQuery, profile: QueryOperator? = nil) {
    for (position, plan) in planned.plans.enumerated() {
      if position > 0 {
        lines.append(planned.query.keepsDuplicates[position - 1] ? "UnionAll" : "Union")
      }
      let columns = planned.query.parts[position].columns.map(\.name).joined(separator: ", ")
      lines.append("Result(\(columns))")
      add(plan, depth: 1, rows: profile?.rows(ofPart: position))
    }
  }

  var text: String { lines.joined(separator: "\n") }

  private mutating func add(_ plan: Plan, depth: Int, rows: [Int]?) {
    let names = SlotNames(plan)
    for (position, step) in plan.steps.enumerated().reversed() {
      var line = String(repeating: "  ", count: depth) + step.action.describe(names)
      if let rows, position < rows.count {
        line += "  rows: \(rows[position])"
      } else if let estimate = step.estimate {
        line +=
          "  ~\(estimate < 10 ? String((estimate * 10).rounded() / 10) : String(Int(min(estimate, 1e15))))"
      }
      lines.append(line)
      switch step.action {
      case .optional(let optional): add(optional.plan, depth: depth + 1, rows: nil)
      case .merge(let merge): add(merge.match, depth: depth + 1, rows: nil)
      default: break
      }
    }
  }
}

/// What the slots of a plan are called: as the query calls them, else by number.
struct SlotNames {
  private var names: [Int: String] = [:]

  init(_ plan: Plan) { add(plan) }

  private mutating func add(_ plan: Plan) {
    for step in plan.steps {
      switch step.action {
      case .scan(let scan): names[scan.slot] = scan.name
      case .optional(let optional): add(optional.plan)
      case .merge(let merge): add(merge.match)
      default: break
      }
    }
  }

  subscript(slot: Int) -> String { names[slot] ?? "#\(slot)" }
}

extension PlanAction {
  fileprivate func describe(_ names: SlotNames) -> String {
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
    case .filter(let conditions): return "Filter(\(conditions.count))"
    case .project(let items): return "Project(\(items.count))"
    case .group(let aggregation):
      return "Group(keys: \(aggregation.keys.count), aggregates: \(aggregation.aggregates.count))"
    case .distinct: return "Distinct"
    case .sort: return "Sort"
    case .top: return "TopRows"
    case .skip: return "Skip"
    case .limit: return "Limit"
    case .unwind: return "Unwind"
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
