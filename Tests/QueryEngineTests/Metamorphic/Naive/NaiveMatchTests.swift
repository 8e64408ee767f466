// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

/// The plain core of the language, compared with nested loops over all nodes and edges.
@Suite("Random matches, compared with trying everything")
struct NaiveMatchTests {
  @Test("patterns of single edges with conditions on properties")
  func fixed() {
    var style = QuerySource.PatternStyle()
    style.hasLengths = false
    Relation("fixed patterns = nested loops", cases: 500, seed: 40) { source in
      Self.trial(&source, style)
    }.check()
  }

  @Test("patterns with walks of several lengths")
  func walks() {
    Relation("walks = nested loops", cases: 300, seed: 41) { source in
      Self.trial(&source, QuerySource.PatternStyle())
    }.check()
  }

  private static func trial(
    _ source: inout QuerySource, _ style: QuerySource.PatternStyle
  ) -> Trial {
    let paths = source.paths(style)
    let scope = source.scope
    let condition =
      scope.nodes.isEmpty ? nil : NaiveCondition.random(scope, depth: 2, &source.random)
    let isCounted = source.random.chance(15)
    let patterns = paths.map(\.text).joined(separator: ", ")
    let columns = isCounted ? "count(*) AS total" : source.identities()
    let filter = condition.map { " WHERE \($0.text)" } ?? ""
    let text = "MATCH \(patterns)\(filter) RETURN \(columns)"
    return Trial([text]) { sketch in
      let answer = try sketch.frozen().bag(text)
      let matches = NaiveMatcher(sketch, paths).matches.filter {
        condition?.truth($0, in: sketch) ?? (condition == nil)
      }
      let expected =
        isCounted
        ? Bag(rows: [[.integer(Int64(matches.count))]])
        : Bag(rows: matches.map { row($0, scope, paths, sketch) })
      return answer == expected ? nil : answer.differences(from: expected)
    }
  }

  /// The columns of ``QuerySource/identities()``.
  private static func row(
    _ match: NaiveBinding, _ scope: QuerySource.Scope, _ paths: [DrawnPath], _ sketch: GraphSketch
  ) -> [Value] {
    func node(_ position: Int) -> Value { sketch.nodes[position].properties["id"] ?? .null }
    func edge(_ position: Int) -> Value { sketch.edges[position].properties["id"] ?? .null }
    var row: [Value] = []
    row += scope.nodes.map { match.nodes[$0].map(node) ?? .null }
    row += scope.edges.map { match.edges[$0].map(edge) ?? .null }
    row += scope.edgeLists.map { .list((match.walks[$0] ?? []).map(edge)) }
    for path in scope.paths {
      row.append(.list((match.paths[path] ?? []).map(node)))
      row.append(.list((match.pathEdges[path] ?? []).map(edge)))
    }
    return row.isEmpty ? [.integer(1)] : row
  }
}

extension NaiveCondition {
  /// A condition on the nodes and edges in scope; there must be a node.
  static func random(
    _ scope: QuerySource.Scope, depth: Int, _ random: inout SeededGenerator
  ) -> NaiveCondition {
    if depth > 0, random.chance(50) {
      let first = Self.random(scope, depth: depth - 1, &random)
      switch random.number(0...2) {
      case 0: return .not(first)
      case 1: return .and(first, Self.random(scope, depth: depth - 1, &random))
      default: return .or(first, Self.random(scope, depth: depth - 1, &random))
      }
    }
    let name = random.pick(scope.nodes + scope.edges)
    let property = random.pick(["p", "p", "q", "id", "missing"])
    let symbol = random.pick(["=", "<>", "<", "<=", ">", ">="])
    switch random.number(0...7) {
    case 0: return .isNull(name, property: property)
    case 1: return .label(random.pick(scope.nodes), random.pick(GraphSketch.labels))
    case 2:
      let values = (0..<random.number(0...3)).map { _ in literal(&random) }
      return .isIn(name, property: property, values)
    case 3:
      let other = random.pick(scope.nodes + scope.edges)
      return .pair(name, other, property: property, symbol: symbol)
    default: return .comparison(name, property: property, symbol: symbol, literal(&random))
    }
  }

  private static func literal(_ random: inout SeededGenerator) -> Value {
    random.pick([
      .integer(0), .integer(1), .integer(2), .integer(3), .float(0.5), .float(1), .string("a"),
      .string("ab"), .string(""), .string("é"), .boolean(true), .boolean(false), .null,
    ])
  }
}
