// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

/// Shortest paths, compared with the shortest of all paths that can be listed.
@Suite("Random shortest paths, compared with listing all paths")
struct NaivePathTests {
  /// The walk between two nodes, and all its matches.
  private struct Search {
    var path: DrawnPath

    init(_ source: inout QuerySource) {
      var edge = DrawnEdge(direction: source.random.pick([.outgoing, .incoming, .either]))
      edge.types = GraphSketch.types.filter { _ in source.random.chance(50) }
      edge.length = source.random.pick([1...4, 0...3, 1...2, 2...4])
      path = DrawnPath(
        variable: "w", nodes: [DrawnNode(variable: "a"), DrawnNode(variable: "b")], edges: [edge])
    }

    /// The pattern without its name.
    var text: String {
      var unnamed = path
      unnamed.variable = nil
      return unnamed.text
    }

    /// The edges of all matches between each two nodes, shortest first.
    func matches(_ sketch: GraphSketch) -> [[Int]: [[Value]]] {
      var matches: [[Int]: [[Value]]] = [:]
      for match in NaiveMatcher(sketch, [path]).matches {
        guard let start = match.nodes["a"], let end = match.nodes["b"] else { continue }
        let edges = (match.pathEdges["w"] ?? []).map {
          sketch.edges[$0].properties["id"] ?? .null
        }
        matches[[start, end], default: []].append(edges)
      }
      return matches.mapValues { $0.sorted { $0.count < $1.count } }
    }
  }

  private static func ends(_ ends: [Int], _ sketch: GraphSketch) -> [Value] {
    ends.map { sketch.nodes[$0].properties["id"] ?? .null }
  }

  @Test("all shortest paths")
  func all() {
    Relation("allShortestPaths = shortest of all", cases: 150, seed: 42) { source in
      let search = Search(&source)
      let form =
        source.random.chance(50)
        ? "w = allShortestPaths(\(search.text))" : "w = ALL SHORTEST TRAIL \(search.text)"
      let text =
        "MATCH (a), (b) MATCH \(form) "
        + "RETURN a.id, b.id, [x IN relationships(w) | x.id] AS edges"
      return Trial([text]) { sketch in
        let answer = try sketch.frozen().bag(text)
        var rows: [[Value]] = []
        for (ends, paths) in search.matches(sketch) {
          for path in paths where path.count == paths[0].count {
            rows.append(Self.ends(ends, sketch) + [.list(path)])
          }
        }
        let expected = Bag(rows: rows)
        return answer == expected ? nil : answer.differences(from: expected)
      }
    }.check()
  }

  @Test("the length of a shortest path, and that it is one of the paths")
  func single() {
    Relation("shortestPath = first of all", cases: 150, seed: 43) { source in
      let search = Search(&source)
      let form =
        source.random.chance(50)
        ? "w = shortestPath(\(search.text))" : "w = ANY SHORTEST TRAIL \(search.text)"
      let text = "MATCH (a), (b) MATCH \(form) RETURN a.id, b.id, length(w) AS length"
      let whole =
        "MATCH (a), (b) MATCH \(form) "
        + "RETURN a.id, b.id, [x IN relationships(w) | x.id] AS edges"
      return Trial([text]) { sketch in
        let graph = try sketch.frozen()
        let answer = try graph.bag(text)
        let matches = search.matches(sketch)
        let expected = Bag(
          rows: matches.map { ends, paths in
            Self.ends(ends, sketch) + [.integer(Int64(paths[0].count))]
          })
        if answer != expected { return answer.differences(from: expected) }
        let all = Bag(
          rows: matches.flatMap { ends, paths in
            paths.map { Self.ends(ends, sketch) + [.list($0)] }
          })
        let found = try graph.bag(whole)
        return found.isPart(of: all) ? nil : found.differences(from: all)
      }
    }.check()
  }

  @Test("so many shortest paths, and so many groups of them")
  func several() {
    Relation("SHORTEST k = first k of all", cases: 150, seed: 44) { source in
      let search = Search(&source)
      let count = source.random.number(1...3)
      let isGrouped = source.random.chance(50)
      let form = "w = SHORTEST \(count) TRAIL\(isGrouped ? " GROUPS" : "") \(search.text)"
      let text = "MATCH (a), (b) MATCH \(form) RETURN a.id, b.id, length(w) AS length"
      return Trial([text]) { sketch in
        let answer = try sketch.frozen().bag(text)
        var rows: [[Value]] = []
        for (ends, paths) in search.matches(sketch) {
          let lengths = paths.map(\.count)
          let groups = Set(lengths).sorted().prefix(count)
          let wanted = isGrouped ? lengths.filter(groups.contains) : Array(lengths.prefix(count))
          rows += wanted.map { Self.ends(ends, sketch) + [.integer(Int64($0))] }
        }
        let expected = Bag(rows: rows)
        return answer == expected ? nil : answer.differences(from: expected)
      }
    }.check()
  }
}
