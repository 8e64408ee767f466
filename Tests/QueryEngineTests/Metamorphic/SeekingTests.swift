// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

/// Each way in which a plan is made cheaper, drawn often: the rows are those of a plan in the order
/// of the text, on a graph at rest and on one with edits.
@Suite("Cheaper plans")
struct SeekingTests {
  private typealias Draw = @Sendable (inout SeededGenerator) -> String

  private func compare(_ name: String, cases: Int, seed: UInt64, _ draw: @escaping Draw) {
    Relation(name, cases: cases, seed: seed) { source in
      let text = draw(&source.random)
      let random = source.random
      return Trial([text]) { sketch in
        var random = random
        for graph in [try sketch.keyed(), try sketch.edited(&random)] {
          let cheaper = try graph.bag(text)
          let plain = try graph.bag(text, isOptimised: false)
          if cheaper != plain { return cheaper.differences(from: plain) }
        }
        return nil
      }
    }.check()
  }

  // MARK: Seeking

  private static func condition(_ random: inout SeededGenerator, _ names: [String]) -> String {
    let (one, other) = (random.pick(names), random.pick(names))
    let number = random.pick(["0", "1", "2", "3.0", "7", "null", "'1'", "-1", "0.5"])
    let text = random.pick(["'node0'", "'node1'", "'node3'", "'spare0'", "''", "null", "1"])
    let condition = random.pick([
      "id(\(one)) = \(number)", "\(number) = id(\(one))", "id(\(one)) = id(\(other))",
      "id(\(one)) = \(other).id", "id(\(one)) IN [\(number), 1, 1.0, null]",
      "id(\(one)) IN [\(other).p, 2]", "elementId(\(one)) = 'n\(random.number(0...3))'",
      "elementId(\(one)) IN ['n0', 'e1', 'n01', 'n2']", "elementId(\(one)) = elementId(\(other))",
      "key(\(one)) = \(text)", "key(\(one)) IN [\(text), 'node1', key(\(other))]",
      "key(\(one)) = key(\(other))", "\(one) = \(other)", "\(one) IN [\(other), null, 1]",
      "\(one).p = \(number)", "\(one).p = \(other).p", "\(one).q = \(other).q",
      "\(one).q = \(other).p", "\(one).p = \(other).q", "\(one).q = 'a'", "\(one).d = \(other).d",
      "\(one).l = \(other).l", "\(one).id = \(other).p + 1", "\(one).q = toString(\(other).id)",
    ])
    return random.chance(12) ? "NOT (\(condition))" : condition
  }

  private static func conditions(_ random: inout SeededGenerator, _ names: [String]) -> String {
    (0..<random.number(1...3)).map { _ in
      random.chance(15)
        ? "(\(condition(&random, names)) OR \(condition(&random, names)))"
        : condition(&random, names)
    }.joined(separator: " AND ")
  }

  private static func edge(_ random: inout SeededGenerator) -> String {
    let types = random.pick(["", "", "[:R]", "[:S|T]", "[:R|S]"])
    return random.pick(["-\(types)->", "<-\(types)-", "-\(types)-"])
  }

  private static func node(_ random: inout SeededGenerator, _ name: String) -> String {
    "(\(name)\(random.pick(["", "", "", ":A", ":B|C", ":!A", " {p: 1}"])))"
  }

  private static func identities(_ names: [String]) -> String {
    names.map { "\($0).id AS \($0)_id" }.joined(separator: ", ")
  }

  @Test("nodes told by number, key or property are found as a scan finds them")
  func seeks() {
    compare("sought = scanned", cases: 600, seed: 60) { random in
      let names = Array(["a", "b", "c"].prefix(random.number(1...3)))
      var pattern = Self.node(&random, "a")
      for name in names.dropFirst() {
        pattern += random.chance(60) ? Self.edge(&random) : ", "
        pattern += Self.node(&random, name)
      }
      let optional = random.chance(25) ? "UNWIND [0, 1, 2] AS x OPTIONAL MATCH" : "MATCH"
      return "\(optional) \(pattern) WHERE \(Self.conditions(&random, names)) "
        + "RETURN \(Self.identities(names))"
    }
  }

  @Test("equal properties join nodes as comparing each with each does")
  func joins() {
    compare("joined = compared", cases: 300, seed: 61) { random in
      let first = random.pick(["p", "q", "d", "l", "id"])
      let second = random.pick([first, "p", "q"])
      let times = random.pick(["[1]", "range(1, 20)"])
      return "UNWIND \(times) AS x MATCH \(Self.node(&random, "a")), \(Self.node(&random, "b")) "
        + "WHERE a.\(first) = b.\(second) RETURN x, a.id AS a_id, b.id AS b_id"
    }
  }

  // MARK: Cycles and counts

  @Test("cycles are closed as trying every way closes them")
  func cycles() {
    compare("junction = expansion", cases: 600, seed: 62) { random in
      let length = random.number(2...4)
      let names = (0..<length).map { "n\($0)" }
      var pattern = Self.node(&random, names[0])
      for name in names.dropFirst() + [names[0]] {
        pattern += Self.edge(&random) + (name == names[0] ? "(n0)" : Self.node(&random, name))
      }
      let further = random.pick(["", ", (n1)\(Self.edge(&random))(n0)", ", (n0)-[e]->(n1)"])
      let condition = random.chance(30) ? " WHERE \(Self.conditions(&random, names))" : ""
      let columns = random.pick([
        "count(*) AS n", Self.identities(names), "n0.id AS a, count(*) AS n",
        "count(DISTINCT n1) AS n",
      ])
      return "MATCH \(pattern)\(further)\(condition) RETURN \(columns)"
    }
  }

  @Test("rows are counted as walking them counts them")
  func counts() {
    compare("counted = walked", cases: 600, seed: 63) { random in
      var pattern = Self.node(&random, "a")
      let names = ["a", "b", "c", "d"]
      let length = random.number(1...3)
      for position in 1...length {
        let isLong = random.chance(20)
        let range = random.pick(["*1..2", "*0..2", "*2..3", "*..2"])
        pattern +=
          isLong
          ? random.pick(["-[\(range)]->", "-[\(range)]-", "<-[:R\(range)]-"])
          : Self.edge(&random)
        pattern += Self.node(&random, names[position])
      }
      let named = random.pick(names.prefix(length + 1).map { $0 })
      let columns = random.pick([
        "count(*) AS n", "count(*) AS n, count(DISTINCT \(named)) AS m",
        "count(DISTINCT \(named)) AS n, count(DISTINCT a) AS m", "\(named).p AS p, count(*) AS n",
        "\(named) AS node, count(*) AS n, count(DISTINCT a) AS m", "DISTINCT \(named) AS node",
        "count(\(named)) AS n, sum(\(named).id) AS s",
      ])
      return "MATCH \(pattern) RETURN \(columns)"
    }
  }

  @Test("different nodes are walked on from in any order")
  func differentNodes() {
    compare("in order = as they come", cases: 300, seed: 66) { random in
      let second = random.pick(["", "OPTIONAL "])
      let columns = random.pick([
        "c.id AS c_id, count(*) AS n", "b.id AS b_id, count(c) AS n", "count(*) AS n",
        "b.id AS b_id ORDER BY b_id, c.id LIMIT 3", "b.id AS b_id, c.id AS c_id",
      ])
      let limit = random.chance(20) ? " ORDER BY b.id LIMIT 2" : ""
      return "MATCH \(Self.node(&random, "a"))\(Self.edge(&random))\(Self.node(&random, "b")) "
        + "WITH DISTINCT b\(limit) \(second)MATCH (b)\(Self.edge(&random))"
        + "\(Self.node(&random, "c")) RETURN \(columns)"
    }
  }

  // MARK: Paths and existence

  @Test("the length of a path, without the path")
  func lengths() {
    compare("length = length of the path", cases: 400, seed: 64) { random in
      let types = random.pick(["", ":R", ":R|S"])
      let range = random.pick(["*", "*0..", "*0..3", "*1..2", "*2..", "*..3"])
      let edge = random.pick([
        "-[\(types)\(range)]-", "-[\(types)\(range)]->", "<-[\(types)\(range)]-",
      ])
      let prefix = random.pick(["ANY SHORTEST", "ANY SHORTEST", "ALL SHORTEST"])
      let columns = random.pick([
        "a.id AS x, b.id AS y, length(p) AS n", "length(p) + 1 AS n, count(*) AS m",
        "max(length(p)) AS n", "length(p) AS n, size(nodes(p)) AS m",
      ])
      let order = random.chance(30) ? " ORDER BY n" : ""
      let condition = random.chance(40) ? " WHERE \(Self.condition(&random, ["a", "b"]))" : ""
      return "MATCH p = \(prefix) (a)\(edge)(b)\(condition) WITH a, b, p "
        + (random.chance(30) ? "WHERE length(p) > 0 " : "") + "RETURN \(columns)\(order)"
    }
  }

  @Test("existence is found out for many rows as for each alone")
  func existence() {
    compare("joined = asked", cases: 400, seed: 65) { random in
      func test(_ random: inout SeededGenerator) -> String {
        let pattern = random.pick([
          "(a)\(Self.edge(&random))()", "(a)\(Self.edge(&random))\(Self.node(&random, "x"))",
          "(a)\(Self.edge(&random))(x)\(Self.edge(&random))(b)",
          "(a)\(Self.edge(&random))(x) WHERE x.p = b.p", "(x) WHERE x.q = a.q AND x <> a",
          "MATCH (a)-[*1..2]->(x) RETURN x LIMIT 1", "MATCH (a)-->(x) RETURN count(*) AS n",
          "(x) WHERE id(x) = b.p",
        ])
        return random.pick(["", "NOT ", "NOT NOT "]) + "EXISTS { \(pattern) }"
      }
      var conditions = [test(&random)]
      if random.chance(40) { conditions.append(test(&random)) }
      if random.chance(30) { conditions.append(Self.condition(&random, ["a", "b"])) }
      let joint = random.pick([" AND ", " AND ", " OR "])
      let match = random.pick(["MATCH", "MATCH", "MATCH (z) OPTIONAL MATCH"])
      return "\(match) \(Self.node(&random, "a"))\(Self.edge(&random))\(Self.node(&random, "b")) "
        + "WHERE \(conditions.joined(separator: joint)) RETURN a.id AS a_id, b.id AS b_id"
    }
  }
}

extension GraphSketch {
  /// The graph, built at once, with keys for most of its nodes.
  fileprivate func keyed() throws -> PropertyGraph {
    var builder = GraphBuilder()
    var handles: [NodeHandle] = []
    for (position, node) in nodes.enumerated() {
      handles.append(
        try builder.addNode(
          labels: node.labels, key: position % 3 == 2 ? nil : "node\(position)",
          properties: node.properties.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    }
    for edge in edges {
      _ = try builder.addEdge(
        type: edge.type, from: handles[edge.source], to: handles[edge.target],
        properties: edge.properties.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
    return try builder.freeze()
  }
}
