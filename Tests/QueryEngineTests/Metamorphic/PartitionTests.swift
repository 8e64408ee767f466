// SPDX-License-Identifier: Apache-2.0

import Testing

/// Every row passes a condition, its negation, or the test that it is unknown.
///
/// Source: M. Rigger, Z. Su, "Finding Bugs in Database Systems via Query Partitioning", OOPSLA
/// 2020; for graphs, M. Kamm, M. Rigger, C. Zhang, Z. Su, "Testing Graph Database Engines via
/// Query Partitioning", ISSTA 2023.
@Suite("Partition of the rows of random queries by a condition")
struct PartitionTests {
  private static func parts(_ condition: String) -> [String] {
    [condition, "NOT \(condition)", "\(condition) IS NULL"]
  }

  @Test("the condition of a match")
  func match() {
    Relation("partition of MATCH", cases: 150, seed: 3) { source in
      let core = source.core()
      source.hasPatternTests = false
      let condition = source.predicate(depth: 3)
      return .whole(core.text, Self.parts(condition).map { core.also($0).text })
    }.check()
  }

  @Test("the condition of a projection behind several clauses")
  func projection() {
    Relation("partition of WITH", cases: 120, seed: 4) { source in
      let clauses = source.readingClauses()
      let columns = source.identities()
      source.hasPatternTests = false
      let condition = source.predicate(depth: 3)
      return .whole(
        "\(clauses) RETURN \(columns)",
        Self.parts(condition).map {
          "\(clauses) WITH *, 1 AS one WHERE \($0) RETURN \(columns)"
        })
    }.check()
  }

  @Test("counts and sums of the parts add up")
  func aggregates() {
    Relation("partition of aggregates", cases: 100, seed: 5) { source in
      let core = source.core()
      source.hasPatternTests = false
      let condition = source.predicate()
      let column = source.scope.nodes.first.map { "sum(\($0).id)" } ?? "count(*)"
      let total = "count(*) AS rows, coalesce(\(column), 0) AS total"
      let whole = core.with { $0.columns = total }
      let parts = Self.parts(condition).map { whole.also($0).text }
      let sum =
        "CALL { " + parts.joined(separator: " UNION ALL ")
        + " } RETURN sum(rows) AS rows, sum(total) AS total"
      return .same(whole.text, sum)
    }.check()
  }

  @Test("an EXISTS, its negation and the rows of all")
  func existence() {
    Relation("partition of EXISTS", cases: 80, seed: 6) { source in
      var style = QuerySource.PatternStyle()
      style.namesAll = true
      let core = source.core(style)
      let start = source.random.pick(source.scope.nodes)
      let exists = "EXISTS { (\(start))-->(other) WHERE other.p = 1 }"
      return .whole(core.text, ["\(exists)", "NOT \(exists)"].map { core.also($0).text })
    }.check()
  }
}
