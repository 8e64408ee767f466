// SPDX-License-Identifier: Apache-2.0

extension QuerySource {
  /// A whole query of several clauses, perhaps a union of two.
  mutating func query() -> String {
    let columns = random.number(1...3)
    let first = singleQuery(columns: columns)
    guard random.chance(12) else { return first }
    scope = Scope()
    let joint = random.chance(50) ? "UNION" : "UNION ALL"
    return "\(first) \(joint) \(singleQuery(columns: columns))"
  }

  private mutating func singleQuery(columns: Int) -> String {
    let clauses = readingClauses()
    return "\(clauses) \(returning(columns: columns))"
  }

  /// Some clauses that read, after which the scope says what may be used.
  mutating func readingClauses() -> String {
    var clauses = [random.chance(85) ? match(isOptional: random.chance(15)) : unwind()]
    for _ in 0..<random.number(0...2) {
      switch random.number(0...9) {
      case 0, 1: clauses.append(match(isOptional: false))
      case 2, 3: clauses.append(match(isOptional: true))
      case 4, 5, 6: clauses.append(with())
      case 7: clauses.append(unwind())
      default: clauses.append(subquery())
      }
    }
    return clauses.joined(separator: " ")
  }

  private mutating func match(isOptional: Bool) -> String {
    var style = PatternStyle()
    style.mostPaths = 2
    style.mostHops = 2
    let drawn = paths(style)
    let condition = random.chance(50) ? " WHERE \(predicate())" : ""
    return (isOptional ? "OPTIONAL " : "") + "MATCH "
      + drawn.map(\.text).joined(separator: ", ") + condition
  }

  private mutating func unwind() -> String {
    let lists = ["[1, 2]", "[0, null, 'a']", "range(0, 2)", "[\(term()), \(term())]", "[]"]
    let list = random.chance(15) ? lists[4] : random.pick(Array(lists.prefix(4)))
    let name = fresh("u")
    scope.values.append(name)
    return "UNWIND \(list) AS \(name)"
  }

  private mutating func subquery() -> String {
    let outer = scope
    let imported = scope.nodes.filter { _ in random.chance(70) }
    scope = Scope()
    scope.nodes = imported
    let form = random.chance(50)
    let leading = form || imported.isEmpty ? "" : "WITH \(imported.joined(separator: ", ")) "
    let clause = match(isOptional: random.chance(30))
    let column = fresh("u")
    let item = random.chance(40) ? "count(*)" : term()
    let rest = random.chance(30) ? " ORDER BY \(column) LIMIT 2" : ""
    scope = outer
    scope.values.append(column)
    return "CALL \(form ? "(\(imported.joined(separator: ", "))) " : "")"
      + "{ \(leading)\(clause) RETURN \(item) AS \(column)\(rest) }"
  }

  // MARK: Projections

  private mutating func with() -> String {
    if random.chance(25) {
      return "WITH *" + (random.chance(60) ? " WHERE \(predicate())" : "")
    }
    let outer = scope
    var inner = Scope()
    var items: [String] = []
    let isGrouped = random.chance(30)
    inner.nodes = outer.nodes.filter { _ in random.chance(60) }
    inner.edges = outer.edges.filter { _ in random.chance(50) }
    items += inner.nodes + inner.edges
    for _ in 0..<random.number(items.isEmpty ? 1...2 : 0...2) {
      let name = fresh("v")
      items.append("\(term()) AS \(name)")
      inner.values.append(name)
    }
    if isGrouped {
      let name = fresh("v")
      items.append("\(aggregate()) AS \(name)")
      inner.values.append(name)
    }
    scope = inner
    let order = inner.values + (inner.nodes + inner.edges).map { "\($0).id" }
    let distinct = random.chance(25) ? "DISTINCT " : ""
    let filter = random.chance(40) ? " WHERE \(predicate(depth: 1))" : ""
    return "WITH \(distinct)\(items.joined(separator: ", "))\(cut(by: order))\(filter)"
  }

  private mutating func returning(columns: Int) -> String {
    let isGrouped = random.chance(25)
    let items = (0..<columns).map { column in
      let item = isGrouped && column == columns - 1 ? aggregate() : returned()
      return "\(item) AS c\(column)"
    }
    let distinct = random.chance(20) ? "DISTINCT " : ""
    let order = cut(by: (0..<columns).map { "c\($0)" })
    return "RETURN \(distinct)\(items.joined(separator: ", "))\(order)"
  }

  private mutating func returned() -> String {
    let node = scope.nodes.map { "\($0).id" }
    let edge = scope.edges.map { "\($0).id" }
    let lists = scope.edgeLists.map { "[x IN \($0) | x.id]" }
    let paths = scope.paths.map { "[x IN nodes(\($0)) | x.id]" }
    let choices = node + edge + lists + paths
    return choices.isEmpty || random.chance(35) ? term() : random.pick(choices)
  }

  private mutating func aggregate() -> String {
    let distinct = random.chance(30) ? "DISTINCT " : ""
    return switch random.number(0...6) {
    case 0, 1: "count(*)"
    case 2: "count(\(distinct)\(term()))"
    case 3: "min(\(term()))"
    case 4: "max(\(term()))"
    case 5: "size(collect(\(distinct)\(term())))"
    default: scope.nodes.isEmpty ? "count(*)" : "sum(\(distinct)\(random.pick(scope.nodes)).id)"
    }
  }

  /// Nothing, an order, or an order by all columns with what is to be skipped and kept.
  private mutating func cut(by order: [String]) -> String {
    guard random.chance(30), !order.isEmpty else { return "" }
    let sorted = order.map { $0 + (random.chance(30) ? " DESC" : "") }.joined(separator: ", ")
    var text = " ORDER BY \(sorted)"
    if random.chance(40) { text += " SKIP \(random.number(0...2))" }
    if random.chance(70) { text += " LIMIT \(random.number(0...5))" }
    return text
  }
}
