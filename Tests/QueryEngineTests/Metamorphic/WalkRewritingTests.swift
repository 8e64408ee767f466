// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import Testing

/// Walks, subqueries and projections, each said in two ways.
@Suite("Equal ways of writing walks, subqueries and projections")
struct WalkRewritingTests {
  /// A path of anonymous edges, one of them with a length.
  private static func walk(
    _ source: inout QuerySource, _ length: ClosedRange<Int>?
  ) -> DrawnPath {
    var style = QuerySource.PatternStyle()
    style.hasLengths = false
    style.hasPathVariables = false
    var path = source.path(hops: source.random.number(1...2), style)
    source.scope.edges = []
    for position in path.edges.indices { path.edges[position].variable = nil }
    path.edges[0].length = length
    return path
  }

  @Test("a walk of one edge, or the edge")
  func single() {
    Relation("*1..1 = edge", cases: 80, seed: 20) { source in
      let path = Self.walk(&source, 1...1)
      var plain = path
      plain.edges[0].length = nil
      let condition = source.predicate()
      let columns = source.identities()
      return .same(
        "MATCH \(path.text) WHERE \(condition) RETURN \(columns)",
        "MATCH \(plain.text) WHERE \(condition) RETURN \(columns)")
    }.check()
  }

  @Test("a walk of several lengths, or one match for each")
  func lengths() {
    Relation("*1..3 = UNION ALL of lengths", cases: 80, seed: 21) { source in
      let path = Self.walk(&source, 1...3)
      let condition = source.predicate()
      let columns = source.identities()
      func text(_ path: DrawnPath) -> String {
        "MATCH \(path.text) WHERE \(condition) RETURN \(columns)"
      }
      let parts = (1...3).map { length in
        var part = path
        part.edges[0].length = nil
        for _ in 1..<length {
          part.edges.insert(part.edges[0], at: 0)
          part.nodes.insert(DrawnNode(), at: 1)
        }
        return text(part)
      }
      return .same(text(path), parts.joined(separator: " UNION ALL "))
    }.check()
  }

  @Test("EXISTS, a count above nothing, a pattern, and a list that is not empty")
  func existence() {
    Relation("EXISTS = count > 0", cases: 100, seed: 22) { source in
      let core = source.core(hasCondition: false)
      guard let start = source.scope.nodes.first else {
        return .same(core.text, core.text)
      }
      let edge = source.random.pick(["-->", "<-[:R]-", "-[:S|T]-", "-[*1..2]->"])
      let pattern = "(\(start))\(edge)(:\(source.random.pick(GraphSketch.labels)))"
      let others = [
        "COUNT { \(pattern) } > 0", pattern, "size([w = \(pattern) | 1]) > 0",
        "COUNT { MATCH \(pattern) RETURN DISTINCT 1 AS x } = 1",
        "NOT NOT EXISTS { MATCH \(pattern) RETURN 1 AS x LIMIT 1 }",
      ]
      return .same(
        core.also("EXISTS { \(pattern) }").text, core.also(source.random.pick(others)).text)
    }.check()
  }

  @Test("an optional match, or a match and the rows that have none")
  func optional() {
    Relation("OPTIONAL MATCH = UNION ALL", cases: 100, seed: 23) { source in
      var style = QuerySource.PatternStyle()
      style.mostPaths = 1
      style.hasPathVariables = false
      let core = source.core(style)
      let outer = source.scope
      style.namesAll = true
      style.hasLengths = false
      let inner = source.path(hops: source.random.number(1...2), style)
      let condition = source.predicate()
      let columns = source.identities()
      let new =
        source.scope.nodes.filter { !outer.nodes.contains($0) }
        + source.scope.edges.filter { !outer.edges.contains($0) }
      let nulls = (["*"] + new.map { "null AS \($0)" }).joined(separator: ", ")
      let optional = "MATCH \(inner.text) WHERE \(condition)"
      return .same(
        "\(core.matchText) OPTIONAL \(optional) RETURN \(columns)",
        "\(core.matchText) \(optional) RETURN \(columns) UNION ALL \(core.matchText) "
          + "WITH *, 1 AS one WHERE NOT EXISTS { \(optional) } WITH \(nulls) RETURN \(columns)")
    }.check()
  }

  @Test("DISTINCT once, twice, and as a grouping")
  func distinct() {
    Relation("DISTINCT twice", cases: 80, seed: 24) { source in
      let clauses = source.readingClauses()
      let terms = [source.term(), source.term()]
      let items = "\(terms[0]) AS x, \(terms[1]) AS y"
      let once = "\(clauses) RETURN DISTINCT \(items)"
      let others = [
        "\(clauses) WITH DISTINCT \(items) RETURN DISTINCT x, y",
        "\(clauses) WITH \(items), count(*) AS n RETURN x, y",
        "\(clauses) RETURN \(items) UNION \(clauses) RETURN \(items)",
        "\(clauses) WITH \(items) ORDER BY y, x RETURN DISTINCT x, y",
        "\(clauses) WITH collect(DISTINCT [\(terms[0]), \(terms[1])]) AS l UNWIND l AS r "
          + "RETURN r[0] AS x, r[1] AS y",
      ]
      return .same(once, source.random.pick(others))
    }.check()
  }

  @Test("the number of the first rows")
  func limits() {
    Relation("LIMIT n counts min(n, rows)", cases: 80, seed: 25) { source in
      let clauses = source.readingClauses()
      let skip = source.random.number(0...3)
      let limit = source.random.number(0...6)
      let order = source.random.chance(50) ? " ORDER BY \(source.term())" : ""
      let whole = "\(clauses) RETURN 1 AS single"
      let cut = "\(clauses) WITH *, 1 AS one\(order) SKIP \(skip) LIMIT \(limit) RETURN 1 AS single"
      return Trial([whole, cut]) { sketch in
        let graph = try sketch.frozen()
        let all = try graph.bag(whole).count
        let kept = try graph.bag(cut).count
        return kept == min(limit, max(0, all - skip)) ? nil : "\(kept) rows of \(all)"
      }
    }.check()
  }

  @Test("a correlated subquery, or its clauses in place")
  func subqueries() {
    Relation("CALL { } = in place", cases: 80, seed: 26) { source in
      var style = QuerySource.PatternStyle()
      style.mostPaths = 1
      style.hasPathVariables = false
      style.hasLengths = false
      style.namesAll = true
      let core = source.core(style)
      let outer = source.scope
      let path = source.path(hops: source.random.number(0...2), style)
      let condition = source.predicate()
      let columns = source.identities()
      let new =
        source.scope.nodes.filter { !outer.nodes.contains($0) }
        + source.scope.edges.filter { !outer.edges.contains($0) }
      guard !new.isEmpty else { return .same(core.text, core.text) }
      let inner = "MATCH \(path.text) WHERE \(condition)"
      let imported = (outer.nodes + outer.edges).joined(separator: ", ")
      let call =
        source.random.chance(50) ? "CALL (\(imported)) { " : "CALL { WITH \(imported) "
      return .same(
        "\(core.matchText) \(inner) RETURN \(columns)",
        "\(core.matchText) \(call)\(inner) RETURN \(new.joined(separator: ", ")) } "
          + "RETURN \(columns)")
    }.check()
  }
}
