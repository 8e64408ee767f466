// SPDX-License-Identifier: Apache-2.0

extension TokenParser {
  func createClause() throws(SyntaxRefusal) -> CreateClause {
    let start = lower
    advance()
    var paths: [PathPattern] = []
    repeat { paths.append(try pathPattern(.writing)) } while takes(.comma)
    return CreateClause(paths: paths, span: span(from: start))
  }

  func mergeClause() throws(SyntaxRefusal) -> MergeClause {
    let start = lower
    advance()
    var merge = MergeClause(
      path: try pathPattern(.writing), onCreate: [], onMatch: [], span: current.span)
    while takes(.on) {
      let isCreate = keyword == .create
      guard isCreate || keyword == .match else {
        throw unexpected("CREATE or MATCH after ON", among: [.create, .match])
      }
      advance()
      try expect(.set, "SET")
      let items = try setItems()
      if isCreate { merge.onCreate += items } else { merge.onMatch += items }
    }
    merge.span = span(from: start)
    return merge
  }

  func setClause() throws(SyntaxRefusal) -> SetClause {
    let start = lower
    advance()
    return SetClause(items: try setItems(), span: span(from: start))
  }

  private func setItems() throws(SyntaxRefusal) -> [SetItem] {
    var items: [SetItem] = []
    repeat { items.append(try setItem()) } while takes(.comma)
    return items
  }

  private func setItem() throws(SyntaxRefusal) -> SetItem {
    if kind.isName {
      switch token(ahead: 1).kind {
      case .equal:
        let variable = try variable()
        advance()
        return .replacement(variable: variable, value: try expression())
      case .plusEqual:
        let variable = try variable()
        advance()
        return .addition(variable: variable, value: try expression())
      default: break
      }
      if startsLabels(ahead: 1) {
        let variable = try variable()
        return .labels(variable: variable, labels: try plainLabels())
      }
    }
    let (subject, name) = try changedProperty(isRemoved: false)
    try expect(.equal, "'=' and a value")
    return .property(subject: subject, name: name, value: try expression())
  }

  func removeClause() throws(SyntaxRefusal) -> RemoveClause {
    let start = lower
    advance()
    var items: [RemoveClause.Item] = []
    repeat {
      if kind.isName, startsLabels(ahead: 1) {
        let variable = try variable()
        items.append(.labels(variable: variable, labels: try plainLabels()))
      } else {
        let (subject, name) = try changedProperty(isRemoved: true)
        items.append(.property(subject: subject, name: name))
      }
    } while takes(.comma)
    return RemoveClause(items: items, span: span(from: start))
  }

  /// An expression that ends with a property.
  private func changedProperty(
    isRemoved: Bool
  ) throws(SyntaxRefusal) -> (Expression, Name) {
    let start = lower
    let target = try operand(withLabels: false)
    guard case .property(let subject, let name) = target.kind else {
      throw fail(
        .notChangeable(text(start..<previousUpper), isRemoved: isRemoved, at: target.span))
    }
    return (subject, name)
  }

  /// Labels as a list, each after a colon, the first perhaps after `IS`.
  private func plainLabels() throws(SyntaxRefusal) -> [Name] {
    var labels: [Name] = []
    repeat {
      advance()
      labels.append(try name("the name of a label"))
    } while kind == .colon
    return labels
  }

  /// Whether labels begin so many tokens ahead.
  private func startsLabels(ahead distance: Int) -> Bool {
    let token = token(ahead: distance)
    return token.kind == .colon || token.keyword == .is
  }

  func deleteClause() throws(SyntaxRefusal) -> DeleteClause {
    let start = lower
    let isDetaching = takes(.detach)
    try expect(.delete, "DELETE after DETACH")
    return DeleteClause(
      isDetaching: isDetaching, targets: try expressions(), span: span(from: start))
  }
}
