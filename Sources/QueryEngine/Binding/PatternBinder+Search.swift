// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension PatternBinder {
  /// Binds a path of which only some are wanted: two nodes, and one stretch of edges between them.
  mutating func bindSearch(
    _ path: PathPattern, _ elements: [PatternElement], _ prefix: PathPrefix
  ) throws(QueryFault) {
    guard elements.count == 3, case .node(let first) = elements[0],
      case .edge(let edge) = elements[1], case .node(let last) = elements[2]
    else {
      throw BindingMessages.notYet("a path of more than one stretch", path.span)
    }
    if let cost = path.cost { throw BindingMessages.notYet("COST", cost.span) }
    if purpose == .merge { throw BindingMessages.creatingGroup(path.span) }
    // The standard forbids it as well: a cycle would give walks without end.
    if prefix.mode == .walk, case .all = prefix.selector, let range = edge.range,
      range.maximum == nil
    {
      throw BindingMessages.unboundedWalk(edge.span)
    }
    let left = try bind(first, isAlone: false)
    if let name = edge.variable, binder.find(name.text) != nil {
      throw BindingMessages.alreadyBound(name.text, name.span)
    }
    if let types = edge.types { try binder.setting.closedType?.check(types: types) }
    let isSingle = edge.range == nil
    let edges = try add(edge.variable, .edges, .value)
    let right = try bind(last, isAlone: false)
    let slot: Int
    if let name = path.variable {
      slot = try addPath(name)
    } else {
      slot = try add(nil, .path, .value)
    }
    let length = try bindLength(isSingle ? (1, 1) : edge.range ?? (1, nil), of: edge)
    pattern.searches.append(
      BoundPathSearch(
        path: slot, edges: edges, left: left, right: right, direction: edge.direction,
        types: edge.types.map { LabelTest($0) }, length: length,
        selection: try bind(prefix.selector), mode: prefix.mode ?? .trail,
        span: path.span))
  }

  private func bind(
    _ selector: PathPrefix.Selector
  ) throws(QueryFault) -> BoundPathSelection {
    switch selector {
    case .all: .all
    case .any(let count): .any(try binder.bind(count))
    case .anyShortest: .anyShortest
    case .allShortest: .allShortest
    case .shortest(let count): .shortest(try binder.bind(count))
    case .shortestGroups(let count): .shortestGroups(try binder.bind(count))
    }
  }
}
