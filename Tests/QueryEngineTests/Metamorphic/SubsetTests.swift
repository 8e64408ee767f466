// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import Testing

/// A stricter query has no rows that a laxer one has not.
///
/// Source: Y. Jiang, J. Liu, J. Ba, R. H. C. Yap, Z. Liang, M. Rigger, "Detecting Logic Bugs in
/// Graph Database Management Systems via Injective and Surjective Graph Query Transformation",
/// ICSE 2024.
@Suite("Stricter and laxer patterns")
struct SubsetTests {
  private static let style: QuerySource.PatternStyle = {
    var style = QuerySource.PatternStyle()
    style.namesAll = true
    return style
  }()

  @Test("one more condition, or one more label, gives a part of the rows")
  func conditions() {
    Relation("more conditions, fewer rows", cases: 100, seed: 30) { source in
      let core = source.core(Self.style)
      let further = source.predicate()
      var stricter = core
      if source.random.chance(50) {
        stricter = core.also(further)
      } else {
        let label = source.random.pick(GraphSketch.labels)
        stricter.paths[0].nodes[0].label = stricter.paths[0].nodes[0].label ?? label
      }
      return .part(stricter.text, of: core.text)
    }.check()
  }

  @Test("without a direction or types, or with a longer range, a pattern has more rows")
  func directions() {
    Relation("laxer edges, more rows", cases: 100, seed: 31) { source in
      let core = source.core(Self.style)
      var laxer = core
      for (position, path) in core.paths.enumerated() {
        for number in path.edges.indices {
          switch source.random.number(0...2) {
          case 0: laxer.paths[position].edges[number].direction = .either
          case 1: laxer.paths[position].edges[number].types = []
          default:
            guard let length = path.edges[number].length else { continue }
            laxer.paths[position].edges[number].length =
              max(0, length.lowerBound - 1)...length.upperBound + 1
          }
        }
      }
      return .part(core.text, of: laxer.text)
    }.check()
  }

  @Test("a further path gives rows of which each has one without it")
  func paths() {
    Relation("further paths, known rows", cases: 80, seed: 32) { source in
      let core = source.core(Self.style)
      let columns = source.identities()
      let further = source.path(hops: source.random.number(0...2), Self.style)
      return .part(
        "MATCH \(core.patternText), \(further.text)"
          + (core.condition.map { " WHERE \($0)" } ?? "") + " RETURN DISTINCT \(columns)",
        of: "\(core.matchText) RETURN DISTINCT \(columns)")
    }.check()
  }
}
