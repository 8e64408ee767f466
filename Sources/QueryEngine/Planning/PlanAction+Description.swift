// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// What descriptions of plans call the steps.
enum StepName: String, CaseIterable {
  case nodeScan = "NodeScan"
  case nodeSeek = "NodeSeek"
  case hashJoin = "HashJoin"
  case expand = "Expand"
  case expandInto = "ExpandInto"
  case expandAlong = "ExpandAlong"
  case expandAlongInto = "ExpandAlongInto"
  case junction = "Junction"
  case findEnds = "FindEnds"
  case pathSearch = "PathSearch"
  case pathLength = "PathLength"
  case filter = "Filter"
  case semiJoin = "SemiJoin"
  case antiJoin = "AntiJoin"
  case project = "Project"
  case group = "Group"
  case distinct = "Distinct"
  case distinctNodes = "DistinctNodes"
  case sort = "Sort"
  case topRows = "TopRows"
  case skip = "Skip"
  case limit = "Limit"
  case unwind = "Unwind"
  case optional = "Optional"
  case create = "Create"
  case merge = "Merge"
  case set = "Set"
  case remove = "Remove"
  case delete = "Delete"
  case detachDelete = "DetachDelete"
  case call = "Call"
  case subquery = "Subquery"
}

extension [BoundSort] {
  fileprivate func text(_ text: (BoundExpression) -> String) -> String {
    map { text($0.expression) + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
  }
}

extension PlanAction {
  /// The step on one line.
  func describe(_ names: SlotNames, _ text: (BoundExpression) -> String) -> String {
    guard let details = details(names, text) else { return name.rawValue }
    return "\(name.rawValue)(\(details))"
  }

  private var name: StepName {
    switch self {
    case .scan: .nodeScan
    case .seek(let seek): seek.isJoin ? .hashJoin : .nodeSeek
    case .expand(let expansion): expansion.isInto ? .expandInto : .expand
    case .junction: .junction
    case .expandAlong(let expansion, _): expansion.isInto ? .expandAlongInto : .expandAlong
    case .findEnds: .findEnds
    case .search: .pathSearch
    case .pathLength: .pathLength
    case .filter: .filter
    case .semiJoin(let join): join.isNegated ? .antiJoin : .semiJoin
    case .project: .project
    case .group: .group
    case .distinct: .distinct
    case .distinctNodes: .distinctNodes
    case .sort: .sort
    case .top: .topRows
    case .skip: .skip
    case .limit: .limit
    case .unwind: .unwind
    case .optional: .optional
    case .create: .create
    case .merge: .merge
    case .set: .set
    case .remove: .remove
    case .delete(let delete): delete.isDetaching ? .detachDelete : .delete
    case .call: .call
    case .subquery: .subquery
    }
  }

  /// What stands in parentheses after the name; nil for nothing.
  private func details(_ names: SlotNames, _ text: (BoundExpression) -> String) -> String? {
    switch self {
    case .scan(let scan): return names[scan.slot] + (scan.labels.map { ":\($0.text)" } ?? "")
    case .seek(let seek):
      let labels = seek.labels.map { ":\($0.text)" } ?? ""
      return "\(names[seek.slot])\(labels); \(text(seek.condition))"
    case .expand(let expansion): return expansion.describe(names, length: "")
    case .junction(let junction):
      let second = junction.second
      return junction.first.describe(names, length: "")
        + "\(second.backwardArrow)(\(names[second.from]))"
    case .expandAlong(let expansion, let length):
      let maximum = length.maximum.map(String.init) ?? ""
      return expansion.describe(names, length: "*\(length.minimum)..\(maximum)")
    case .findEnds(let ends): return "\(names[ends.edge.left]), \(names[ends.edge.right])"
    case .search(let search), .pathLength(let search):
      return "\(names[search.left]), \(names[search.right])"
    case .filter(let conditions):
      return conditions.map { condition in
        if case .holds = condition.kind { "AS OF \(text(condition))" } else { text(condition) }
      }.joined(separator: " AND ")
    case .project(let items): return items.map { names[$0.slot] }.joined(separator: ", ")
    case .group(let aggregation):
      let aggregates = aggregation.aggregates.map { $0.function?.name ?? "count(*)" }
      return "\(aggregation.keys.map { names[$0.slot] }.joined(separator: ", ")); "
        + "\(aggregates.joined(separator: ", "))"
    case .distinctNodes(let slot): return names[slot]
    case .sort(let order): return order.text(text)
    case .top(let top):
      let skip = top.skip.map { "; SKIP \(text($0))" } ?? ""
      return "\(top.order.text(text))\(skip); LIMIT \(text(top.limit))"
    case .skip(let count), .limit(let count): return text(count)
    case .unwind(let unwind): return "\(text(unwind.list)) AS \(names[unwind.slot])"
    case .call(let call): return call.procedure.name
    case .distinct, .semiJoin, .optional, .create, .merge, .set, .remove, .delete, .subquery:
      return nil
    }
  }
}

extension Expansion {
  fileprivate func describe(_ names: SlotNames, length: String) -> String {
    "(\(names[from]))\(arrow(length: length))(\(names[to]))"
  }

  /// The walk as seen from its far end.
  fileprivate var backwardArrow: String {
    var backward = self
    backward.direction = direction.reversed
    return backward.arrow(length: "")
  }

  fileprivate func arrow(length: String) -> String {
    let edge = "[\(types.map { ":" + $0.text } ?? "")\(length)]"
    return switch direction {
    case .outgoing: "-\(edge)->"
    case .incoming: "<-\(edge)-"
    case .either: "-\(edge)-"
    }
  }
}
