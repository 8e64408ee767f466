// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import Testing

/// The same said in two ways has the same rows.
///
/// Source: Q. Mang, A. Fang, B. Yu, H. Chen, P. He, "Testing Graph Database Systems via Equivalent
/// Query Rewriting", ICSE 2024.
@Suite("Equal ways of writing a match")
struct RewritingTests {
  @Test("a pattern read from its other end")
  func reversal() {
    var style = QuerySource.PatternStyle()
    style.hasPathVariables = false
    Relation("pattern reversed", cases: 100, seed: 10) { source in
      let core = source.core(style)
      // The edges of a walk are listed in the order of the walk.
      let isOrdered = source.scope.edgeLists.isEmpty
      let turned = core.with { $0.paths = $0.paths.map(\.reversed) }
      guard isOrdered else {
        return .same(
          core.matchText + " RETURN count(*) AS total",
          turned.matchText + " RETURN count(*) AS total")
      }
      return .same(core.text, turned.text)
    }.check()
  }

  @Test("paths of a pattern in another order")
  func permutation() {
    Relation("paths permuted", cases: 100, seed: 11) { source in
      let core = source.core()
      var random = source.random
      let order = core.paths.shuffled(using: &random)
      return .same(core.text, core.with { $0.paths = order }.text)
    }.check()
  }

  @Test("one match, or one after the other, where no edge could come twice")
  func splitting() {
    Relation("MATCH a, b = MATCH a MATCH b", cases: 80, seed: 12) { source in
      func restricted(_ path: DrawnPath, _ types: [String]) -> DrawnPath {
        var path = path
        for position in path.edges.indices { path.edges[position].types = types }
        return path
      }
      let hops = source.random.number(0...2)
      let first = restricted(source.path(hops: hops), ["R"])
      let second = restricted(source.path(hops: source.random.number(0...2)), ["S", "T"])
      let columns = source.identities()
      let condition = source.predicate()
      return .same(
        "MATCH \(first.text), \(second.text) WHERE \(condition) RETURN \(columns)",
        "MATCH \(first.text) MATCH \(second.text) WHERE \(condition) RETURN \(columns)")
    }.check()
  }

  @Test("labels and properties in the pattern, or as conditions")
  func conditions() {
    var style = QuerySource.PatternStyle()
    style.namesAll = true
    style.hasLengths = false
    Relation("pattern parts = predicates", cases: 120, seed: 13) { source in
      let core = source.core(style)
      var plain = core
      var conditions: [String] = []
      for (position, path) in core.paths.enumerated() {
        for (number, node) in path.nodes.enumerated() {
          guard let name = node.variable else { continue }
          if let label = node.label { conditions.append("\(name):\(label)") }
          if let property = node.property {
            conditions.append("\(name).\(property.name) = \(property.value)")
          }
          plain.paths[position].nodes[number].label = nil
          plain.paths[position].nodes[number].property = nil
        }
        for (number, edge) in path.edges.enumerated() {
          guard let name = edge.variable else { continue }
          if !edge.types.isEmpty {
            let tests = edge.types.map { "type(\(name)) = '\($0)'" }
            conditions.append("(" + tests.joined(separator: " OR ") + ")")
          }
          if let property = edge.property {
            conditions.append("\(name).\(property.name) = \(property.value)")
          }
          plain.paths[position].edges[number].types = []
          plain.paths[position].edges[number].property = nil
        }
      }
      for condition in conditions { plain = plain.also(condition) }
      return .same(core.text, plain.text)
    }.check()
  }

  @Test("a condition negated twice, before WITH * or after it, with its terms exchanged")
  func logic() {
    Relation("double negation, WITH *", cases: 100, seed: 14) { source in
      let core = source.core(hasCondition: false)
      let one = source.predicate()
      let two = source.predicate()
      let text = core.also("\(one) AND \(two)").text
      switch source.random.number(0...3) {
      case 0: return .same(text, core.also("NOT (NOT (\(two) AND \(one)))").text)
      case 1: return .same(text, core.also("NOT ((NOT \(one)) OR (NOT \(two)))").text)
      case 2:
        return .same(
          text, "\(core.matchText) WITH *, 1 AS one WHERE \(one) AND \(two) RETURN \(core.columns)")
      default:
        return .same(
          text,
          "\(core.also(one).matchText) WITH *, 1 AS one WHERE \(two) RETURN \(core.columns)")
      }
    }.check()
  }

  @Test("membership in a list, or a comparison with each member")
  func membership() {
    Relation("IN = ORs", cases: 80, seed: 15) { source in
      let core = source.core(hasCondition: false)
      let term = source.term()
      let members = (0..<source.random.number(1...3)).map { _ in
        source.random.chance(50) ? source.literal() : source.term()
      }
      let comparisons = members.map { "\(term) = \($0)" }.joined(separator: " OR ")
      let suffix = source.random.chance(50) ? " IS NULL" : ""
      return .same(
        core.also("(\(term) IN [\(members.joined(separator: ", "))])\(suffix)").text,
        core.also("(\(comparisons))\(suffix)").text)
    }.check()
  }
}
