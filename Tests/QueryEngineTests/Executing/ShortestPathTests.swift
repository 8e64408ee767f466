// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine
import Testing

/// Paths of which only some are wanted; the search of the algorithms and the plain enumeration
/// agree on them.
@Suite struct ShortestPathTests {
  private static let ends = "(a:State {name: 'Kazakhstan'}), (b:State {name: 'Kyrgyzstan'})"

  private func lengths(_ text: String) throws -> [Value] {
    let graph = try statesGraph()
    var answers: [[Value]] = []
    for isOptimised in [true, false] {
      let query = try PreparedQuery(
        text, for: graph, options: PlanningOptions(isOptimised: isOptimised))
      answers.append(try query.run(on: graph).rows.map { $0[0] })
    }
    #expect(answers[0] == answers[1])
    return answers[0]
  }

  @Test func anyShortest() throws {
    #expect(
      try lengths(
        "MATCH \(Self.ends) MATCH p = shortestPath((a)-[*]-(b)) RETURN length(p)")
        == [.integer(2)])
    #expect(
      try lengths("MATCH \(Self.ends) MATCH p = shortestPath((a)-[*]->(b)) RETURN length(p)")
        == [])
    #expect(
      try lengths("MATCH \(Self.ends) RETURN length(shortestPath((a)-[*]-(b)))")
        == [.integer(2)])
  }

  @Test func allShortest() throws {
    #expect(
      try lengths(
        "MATCH p = ALL SHORTEST (a {name: 'Kazakhstan'})-[]-+(b {name: 'Kyrgyzstan'}) RETURN length(p)"
      )
        == [.integer(2), .integer(2)])
    #expect(
      try lengths("MATCH \(Self.ends) MATCH p = ALL SHORTEST (a)-[:BORDERS]-+(b) RETURN length(p)")
        == [.integer(2)])
  }

  @Test func soMany() throws {
    #expect(
      try lengths("MATCH \(Self.ends) MATCH p = SHORTEST 3 TRAIL (a)-[]-{1,4}(b) RETURN length(p)")
        == [.integer(2), .integer(2)])
    #expect(
      try lengths("MATCH \(Self.ends) MATCH p = SHORTEST 1 (a)-[]-{1,4}(b) RETURN length(p)")
        == [.integer(2)])
    #expect(
      try lengths("MATCH \(Self.ends) MATCH p = SHORTEST 1 GROUP (a)-[]-{1,4}(b) RETURN length(p)")
        == [.integer(2), .integer(2)])
  }
}
