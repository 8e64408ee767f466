// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine
import Testing

/// Which plans spare a look at every node or every path, as text.
@Suite struct SeekPlanTests {
  private func plan(_ text: String) throws -> String {
    try PreparedQuery(text, for: statesGraph()).explanation
  }

  @Test func byNumber() throws {
    #expect(
      try plan("MATCH (a)-[:BORDERS]->(b) WHERE id(a) = $number RETURN b.name") == """
        Result(b.name)
          Project(b.name)
          Expand((a)-[:BORDERS]->(b))  ~0.5
          NodeSeek(a; id(a) = $number)  ~1.0
        """)
  }

  @Test func byKeys() throws {
    #expect(
      try plan("MATCH (a:State) WHERE key(a) IN ['kz', 'kg'] RETURN a") == """
        Result(a)
          NodeSeek(a:State; key(a) IN ['kz', 'kg'])  ~2.0
        """)
  }

  @Test func byProperty() throws {
    #expect(
      try plan("MATCH (a:State {name: $name}) RETURN a") == """
        Result(a)
          NodeSeek(a:State; name: $name)  ~0.2
        """)
  }

  @Test func shortestPathBetweenKnownNodes() throws {
    #expect(
      try plan(
        "MATCH p = ANY SHORTEST (a)-[]-*(b) WHERE a = $a AND b = $b RETURN length(p)") == """
          Result(length(p))
            Project(length(p))
            PathLength(a, b)  ~1.0
            NodeSeek(b; b = $b)  ~1.0
            NodeSeek(a; a = $a)  ~1.0
          """)
  }

  @Test func shortestPathThatIsShown() throws {
    #expect(
      try plan("MATCH p = ANY SHORTEST (a)-[]-*(b) WHERE a = $a AND b = $b RETURN p") == """
        Result(p)
          PathSearch(a, b)  ~1.0
          NodeSeek(b; b = $b)  ~1.0
          NodeSeek(a; a = $a)  ~1.0
        """)
  }

  @Test func equalProperties() throws {
    #expect(
      try plan("MATCH (a:State), (b:Organisation) WHERE a.founded = b.founded RETURN a, b") == """
        Result(a, b)
          HashJoin(a:State; a.founded = b.founded)  ~0.2
          NodeScan(b:Organisation)  ~1.0
        """)
  }

  @Test func cycle() throws {
    #expect(
      try plan("MATCH (a)-[:BORDERS]->(b)-[:BORDERS]->(c)-[:BORDERS]->(a) RETURN count(*)") == """
        Result(count(*))
          Group(; count(*))
          Junction((b)-[:BORDERS]->(c)-[:BORDERS]->(a))  ~0.1
          Expand((a)-[:BORDERS]->(b))  ~2.0
          NodeScan(a)  ~4.0
        """)
  }

  @Test func differentNodesInOrder() throws {
    #expect(
      try plan(
        "MATCH (a)-[:BORDERS]->(b) WITH DISTINCT b MATCH (b)<--(c) RETURN c, count(*)") == """
          Result(c, count(*))
            Group(c; count(*))
            Expand((b)<-[]-(c))  ~1.0
            DistinctNodes(b)
            Expand((a)-[:BORDERS]->(b))  ~2.0
            NodeScan(a)  ~4.0
          """)
  }

  @Test func existence() throws {
    #expect(
      try plan(
        "MATCH (a:State) WHERE NOT EXISTS { (a)-[:MEMBER_OF]->(:Organisation) } RETURN a") == """
          Result(a)
            AntiJoin  ~1.5
              Filter(:Organisation)  ~0.5
              Expand((a)-[:MEMBER_OF]->(#2))  ~0.5
            NodeScan(a:State)  ~3.0
          """)
  }

  @Test func countWithin() throws {
    #expect(
      try plan("MATCH (a:State) RETURN a.name AS name, COUNT { (a)-[:MEMBER_OF]->() } AS n") == """
        Result(name, n)
          Project(name, n)
            COUNT
              Expand((a)-[:MEMBER_OF]->(#2))  ~0.5
          NodeScan(a:State)  ~3.0
        """)
  }
}
