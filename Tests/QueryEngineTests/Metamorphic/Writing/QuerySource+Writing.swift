// SPDX-License-Identifier: Apache-2.0

extension QuerySource {
  /// A query that writes; it may fail.
  mutating func writingQuery() -> String {
    scope = Scope()
    let reading = random.chance(75) ? writingMatch() + " " : ""
    let clauses = (0..<random.number(1...2)).map { _ in writingClause() }
    return reading + clauses.joined(separator: " ")
  }

  private mutating func writingMatch() -> String {
    var style = PatternStyle()
    style.namesAll = true
    style.mostPaths = 1
    style.mostHops = 1
    style.hasLengths = false
    style.hasPathVariables = false
    return core(style).matchText
  }

  private mutating func writingClause() -> String {
    guard !scope.nodes.isEmpty else { return "CREATE \(newPath())" }
    switch random.number(0...7) {
    case 0, 1: return "CREATE \(newPath())"
    case 2: return "MERGE \(newPath())"
    case 3: return "SET \(assignment())"
    case 4: return "REMOVE \(removal())"
    case 5: return "SET \(replacement())"
    default:
      let names = scope.edges.isEmpty || random.chance(50) ? scope.nodes : scope.edges
      let clause = (random.chance(70) ? "DETACH " : "") + "DELETE \(random.pick(names))"
      // What is deleted may not be looked at any more.
      scope = Scope()
      return clause + " WITH 1 AS one " + "CREATE \(newPath())"
    }
  }

  /// A path with at least one new element and without unknown values.
  mutating func newPath() -> String {
    let name = fresh("m")
    let label = random.chance(70) ? ":\(random.pick(GraphSketch.labels))" : ""
    let node = "(\(name)\(label) {p: \(random.number(0...2))})"
    guard random.chance(60) else {
      scope.nodes.append(name)
      return node
    }
    let start = scope.nodes.isEmpty ? "(:A {p: 1})" : "(\(random.pick(scope.nodes)))"
    scope.nodes.append(name)
    let type = random.pick(GraphSketch.types)
    return "\(start)-[:\(type) {p: \(random.number(0...1))}]->\(node)"
  }

  private mutating func assignment() -> String {
    let name = random.pick(scope.nodes)
    if random.chance(30) {
      return "\(name):\(random.pick(GraphSketch.labels)):\(random.pick(GraphSketch.labels))"
    }
    let property = random.pick(["p", "q", "fresh"])
    return "\(name).\(property) = \(random.chance(50) ? literal() : "\(name).p")"
  }

  private mutating func removal() -> String {
    let name = random.pick(scope.nodes)
    return random.chance(40)
      ? "\(name):\(random.pick(GraphSketch.labels))"
      : "\(name).\(random.pick(["p", "q", "d", "missing"]))"
  }

  private mutating func replacement() -> String {
    let name = random.pick(scope.nodes + scope.edges)
    return "\(name) \(random.pick(["=", "+="])) {p: \(literal()), id: \(name).id, extra: 1}"
  }
}
