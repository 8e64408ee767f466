// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Testing

@testable import QueryEngine

/// What a graph remembers of the queries put to it.
@Suite struct PreparedQueryCacheTests {
  private func cache(of graph: PropertyGraph) throws -> PreparedQueryCache {
    try #require(graph.companions).companion(PreparedQueryCache.self) { PreparedQueryCache() }
  }

  @Test func theSameTextIsPreparedOnce() throws {
    let graph = try statesGraph()
    let text = "MATCH (s:State) WHERE s.name = $name RETURN key(s)"
    #expect(try graph.query(text, ["name": .string("Kazakhstan")]).rows == [[.string("kz")]])
    #expect(try graph.query(text, ["name": .string("Kyrgyzstan")]).rows == [[.string("kg")]])
    #expect(try cache(of: graph).count == 1)
  }

  @Test func textsOfOtherScalarsAreOtherTexts() throws {
    let graph = try statesGraph()
    #expect(try graph.query("RETURN size('\u{E9}') AS n").rows == [[.integer(1)]])
    #expect(try graph.query("RETURN size('e\u{301}') AS n").rows == [[.integer(2)]])
  }

  @Test func onlySoManyAreKept() throws {
    let graph = try statesGraph()
    for number in 0..<100 {
      #expect(try graph.query("RETURN \(number) AS n").rows == [[.integer(Int64(number))]])
    }
    #expect(try cache(of: graph).count == PreparedQueryCache.capacity)
    #expect(try graph.query("RETURN 0 AS n").rows == [[.integer(0)]])
  }

  @Test func whatIsNoQueryAndWhatIsLongIsNotKept() throws {
    let graph = try statesGraph()
    #expect(throws: QueryError.self) { try graph.query("RETURN") }
    _ = try graph.query("RETURN '\(String(repeating: "x", count: 5000))' AS text")
    #expect(try cache(of: graph).count == 0)
  }

  @Test func editsAreSeen() throws {
    var graph = try statesGraph()
    let text = "MATCH (s:State) WHERE key(s) = 'kz' OR s.name = 'New' RETURN count(s) AS n"
    #expect(try graph.query(text).rows == [[.integer(1)]])
    let before = graph
    try graph.execute("CREATE (:State {name: 'New'})")
    #expect(try graph.query(text).rows == [[.integer(2)]])
    #expect(try before.query(text).rows == [[.integer(1)]])
  }

  @Test func manyThreadsAskAtOnce() async throws {
    let graph = try statesGraph()
    let counts = await withTaskGroup(of: Int.self) { group in
      for number in 0..<200 {
        group.addTask {
          let text = "MATCH p = ANY SHORTEST (a)-[]-*(b) WHERE id(a) = 0 AND id(b) = \(number % 3) "
          return (try? graph.query(text + "RETURN length(p)").rows.count) ?? -1
        }
      }
      return await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(counts.allSatisfy { $0 >= 0 })
  }

  @Test func theGraphIsFreedWithItsCompanions() throws {
    weak var storage: GraphStorage?
    do {
      let graph = try statesGraph()
      storage = graph.storage
      let text = "MATCH p = ANY SHORTEST (a)-[:BORDERS]-*(b) WHERE key(a) = 'kz' AND key(b) = 'kg' "
      #expect(try graph.query(text + "RETURN length(p)").rows == [[.integer(2)]])
      #expect(storage != nil)
    }
    #expect(storage == nil)
  }
}
