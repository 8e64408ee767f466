// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine
import Testing

@Suite("Days written to properties that are partial dates")
struct DayWritingTests {
  @Test("are kept as partial dates, by every way of writing")
  func days() throws {
    let type = GraphType(
      name: "Days", nodeTypes: [NodeType(name: "State", properties: [])],
      edgeTypes: [EdgeType(label: "JOINS", from: ["State"], to: ["State"])])
    var graph = try GraphBuilder(graphType: type).freeze()
    try graph.execute(
      """
      CREATE (a:State {since: date('2020-01-02')})-[:JOINS {until: date('2021-03-04')}]->(a)
      SET a.until = date('2022-05-06')
      """)
    let rows = try graph.query(
      "MATCH (a)-[e]->() RETURN toString(a.since), toString(a.until), toString(e.until)"
    ).rows
    #expect(rows == [["2020-01-02", "2022-05-06", "2021-03-04"]])
    #expect(graph.checkInvariants() == [])
    let day = try #require(CalendarDate(year: 2019, month: 1, day: 1))
    #expect(
      try graph.query("MATCH (a:State) RETURN a", asOf: day).rows.isEmpty,
      "the state does not exist yet")
  }
}
