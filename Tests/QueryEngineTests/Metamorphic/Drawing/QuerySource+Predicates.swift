// SPDX-License-Identifier: Apache-2.0

extension QuerySource {
  /// A condition about what is in scope, in parentheses. It may be true, false or unknown, but it
  /// never fails.
  mutating func predicate(depth: Int = 2) -> String {
    if depth > 0, random.chance(45) {
      switch random.number(0...4) {
      case 0: return "(NOT \(predicate(depth: depth - 1)))"
      case 1: return "(\(predicate(depth: depth - 1)) OR \(predicate(depth: depth - 1)))"
      case 2: return "(\(predicate(depth: depth - 1)) XOR \(predicate(depth: depth - 1)))"
      default: return "(\(predicate(depth: depth - 1)) AND \(predicate(depth: depth - 1)))"
      }
    }
    switch random.number(0...15) {
    case 0...4: return comparison()
    case 5: return "(\(term()) IN [\(term()), \(term()), \(literal())])"
    case 6: return "(\(term()) IS NULL)"
    case 7: return "(\(term()) IS NOT NULL)"
    case 8: return textTest()
    case 9, 10: return labelTest()
    case 11: return patternTest()
    case 12: return existence()
    case 13: return quantifier()
    case 14: return "(0 <= \(term()) < \(literal()))"
    default: return identityTest()
    }
  }

  private mutating func comparison() -> String {
    let symbol = random.pick(["=", "<>", "<>", "<", "<=", ">", ">="])
    return "(\(term()) \(symbol) \(random.chance(60) ? literal() : term()))"
  }

  private mutating func textTest() -> String {
    let test = random.pick(["STARTS WITH", "ENDS WITH", "CONTAINS"])
    return "(\(term()) \(test) \(random.pick(["'a'", "'b'", "''", "null"])))"
  }

  private mutating func labelTest() -> String {
    guard !scope.nodes.isEmpty else { return comparison() }
    let tests = ["A", "B", "C", "A:B", "A|B", "!A", "A&!B", "%"]
    return "(\(random.pick(scope.nodes)):\(random.pick(tests)))"
  }

  /// A pattern without new names in the place of a condition.
  private mutating func patternTest() -> String {
    guard !scope.nodes.isEmpty else { return comparison() }
    let edge = random.pick(["-->", "<-[:R]-", "-[:S|T]-", "-[*1..2]->", "-[:R {p: 1}]->"])
    let end = random.chance(40) ? random.pick(scope.nodes) : random.pick(["", ":A", "{p: 1}"])
    let pattern = "(\(random.pick(scope.nodes)))\(edge)(\(end))"
    return hasPatternTests ? "(\(pattern))" : "(EXISTS { \(pattern) })"
  }

  private mutating func existence() -> String {
    let outer = scope
    defer { scope = outer }
    let start = scope.nodes.isEmpty ? "" : random.pick(scope.nodes)
    let end = fresh("n")
    scope.nodes.append(end)
    let edge = random.pick(["-->", "<--", "-[:R]-", "-[:S]->"])
    let body = "(\(start))\(edge)(\(end)) WHERE \(predicate(depth: 0))"
    return switch random.number(0...2) {
    case 0: "(EXISTS { \(body) })"
    case 1: "(EXISTS { MATCH \(body) RETURN \(end) })"
    default: "(COUNT { MATCH \(body) RETURN \(end) } > \(random.number(0...1)))"
    }
  }

  private mutating func quantifier() -> String {
    let kind = random.pick(["all", "any", "none", "single"])
    if !scope.edgeLists.isEmpty, random.chance(60) {
      return
        "(\(kind)(x IN \(random.pick(scope.edgeLists)) WHERE x.p \(random.pick(["=", "<"])) 2))"
    }
    let list = random.chance(50) ? "[1, 2, null]" : "[\(term()), \(term())]"
    return "(\(kind)(x IN \(list) WHERE x \(random.pick(["=", "<", ">="])) \(term())))"
  }

  private mutating func identityTest() -> String {
    guard scope.nodes.count > 1 else { return comparison() }
    return
      "(\(random.pick(scope.nodes)) \(random.pick(["=", "<>"])) \(random.pick(scope.nodes)))"
  }

  // MARK: Terms

  mutating func literal() -> String {
    random.pick([
      "0", "1", "2", "3", "1.0", "0.5", "'a'", "'ab'", "''", "true", "false", "null",
      "date('2010-04-17')", "date('2010-06-01')",
    ])
  }

  /// A value that depends on what is in scope, and is no node, edge or path.
  mutating func term() -> String {
    let name = random.pick(["p", "p", "p", "q", "d", "l", "id", "missing"])
    switch random.number(0...19) {
    case 0...9:
      guard !scope.nodes.isEmpty else { return literal() }
      return "\(random.pick(scope.nodes)).\(name)"
    case 10...13:
      guard !scope.edges.isEmpty else { return literal() }
      let edge = random.pick(scope.edges)
      return random.pick(["\(edge).\(name)", "\(edge).p", "type(\(edge))", "startNode(\(edge)).p"])
    case 14, 15:
      guard !scope.values.isEmpty else { return literal() }
      return random.pick(scope.values)
    case 16:
      guard !scope.nodes.isEmpty else { return literal() }
      let node = random.pick(scope.nodes)
      return random.pick([
        "size(labels(\(node)))", "size(keys(\(node)))", "coalesce(\(node).p, 1)",
        "COUNT { (\(node))--() }", "size([x IN range(0, 3) WHERE x < \(node).p])",
        "size([(\(node))-->(y) WHERE y.p = 1 | y.id])",
        "CASE WHEN \(node).p = 1 THEN 'one' ELSE \(node).q END",
      ])
    case 17:
      guard !scope.paths.isEmpty else { return literal() }
      return "length(\(random.pick(scope.paths)))"
    case 18:
      guard !scope.edgeLists.isEmpty else { return literal() }
      return "size(\(random.pick(scope.edgeLists)))"
    default: return literal()
    }
  }
}
