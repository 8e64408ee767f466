// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import QueryEngine
import Testing

/// Path patterns that are refused, and those on the edge of being so.
@Suite("Faults of path patterns")
struct PathPatternFaultTests {
  /// Two nodes with edges both ways, and a loop that costs nothing.
  private func graph() throws -> PropertyGraph {
    var builder = GraphBuilder()
    let first = try builder.addNode(labels: ["A"], key: "a", properties: [("id", .integer(1))])
    let second = try builder.addNode(labels: ["B"], key: "b", properties: [("id", .integer(2))])
    _ = try builder.addEdge(
      type: "GOOD", from: first, to: second, properties: [("weight", .float(1.5))])
    _ = try builder.addEdge(
      type: "GOOD", from: second, to: first, properties: [("weight", .integer(0))])
    _ = try builder.addEdge(
      type: "FREE", from: first, to: first, properties: [("weight", .integer(0))])
    _ = try builder.addEdge(
      type: "BAD", from: first, to: second, properties: [("weight", .integer(-1))])
    _ = try builder.addEdge(type: "NONE", from: first, to: second)
    return try builder.freeze()
  }

  private func fault(of text: String, _ parameters: [String: Value] = [:]) throws -> QueryFault? {
    let graph = try graph()
    do {
      _ = try graph.query(text, parameters, limits: QueryLimits(time: .seconds(5)))
      return nil
    } catch {
      return error.faults.first
    }
  }

  private static let path = "MATCH p = ANY SHORTEST (a:A)"

  @Test(
    "what a path must not be",
    arguments: [
      ("MATCH (a)((x)-[e]->+(y)){1,2}(b) RETURN a", QueryFault.Detail.unexpectedSyntax),
      ("MATCH (a)(((x)-[e]->(y)){2}){1,2}(b) RETURN a", .unexpectedSyntax),
      ("MATCH (a)((x)){1,2}(b) RETURN a", .unexpectedSyntax),
      ("MATCH (a)(q = (x)-[e]->(y)){1,2}(b) RETURN a", .unexpectedSyntax),
      ("MATCH (a)(TRAIL (x)-[e]->(y)){1,2}(b) RETURN a", .unexpectedSyntax),
      ("MATCH (a)((x)-[e]->(y))+(x) RETURN a", .variableAlreadyBound),
      ("MATCH (m) MATCH ANY SHORTEST (a)-->(m)-->(b) RETURN a", .variableAlreadyBound),
      ("MATCH ANY SHORTEST (a)-->(m)-->(b), (m)-->(c) RETURN a", .variableAlreadyBound),
      ("MATCH ANY SHORTEST (a)-[e]->(m)-[e]->(b) RETURN a", .relationshipUniquenessViolation),
      ("MATCH (a)((x)-->(y) WHERE x.id < z.id)+(z)-->(b) RETURN a", .undefinedVariable),
      ("MATCH WALK (a)-->+(b) RETURN a", .unboundedWalk),
      ("MATCH REPEATABLE ELEMENTS (a)((x)-->(y))+(b) RETURN a", .unboundedWalk),
      ("\(path)-[e]->(m)-[f]->(b) COST e.weight + f.weight RETURN p", .unexpectedSyntax),
      ("\(path)-[e]->+(b) COST 'much' RETURN p", .invalidArgumentType),
      ("\(path)-[e]->+(b) COST other.weight RETURN p", .undefinedVariable),
      ("\(path)-[e:BAD]->+(b:B) COST e.weight RETURN p", .negativeCost),
      ("\(path)-[e:BAD]->+(b:B) COST 2 * e.weight RETURN p", .negativeCost),
      ("\(path)-[e:NONE]->+(b:B) COST e.weight RETURN p", .invalidArgumentValue),
      ("\(path)-[e:GOOD]->+(b:B) COST e.weight * 1e300 RETURN p", .invalidArgumentValue),
      ("MATCH p = ALL SHORTEST (a:A)-[e:FREE|GOOD]->+(b:B) COST e.weight RETURN p", .unboundedWalk),
      ("MATCH p = SHORTEST -1 (a)-->(b) RETURN p", .unexpectedSyntax),
      ("MATCH p = SHORTEST $k (a)-->(b) RETURN p", .missingParameter),
    ])
  func refused(_ text: String, _ detail: QueryFault.Detail) throws {
    let found = try #require(try fault(of: text))
    #expect(found.detail == detail, "\(found.message)")
  }

  @Test("a negative cost names its edge")
  func edgeNamed() throws {
    let found = try fault(of: "\(Self.path)-[e:BAD]->+(b:B) COST e.weight RETURN p")
    #expect(
      found?.message
        == "the cost of an edge must not be negative, got -1 for (a)-[:BAD]->(b)")
  }

  @Test(
    "what it may be",
    arguments: [
      "MATCH ANY SHORTEST WALK (a)-->+(b) RETURN a",
      "MATCH ANY (a)-->+(b) RETURN a",
      "MATCH p = SHORTEST 3 (a:A)-[e:FREE|GOOD]->+(b:B) COST e.weight RETURN p",
      "MATCH p = ALL SHORTEST TRAIL (a:A)-[e:FREE|GOOD]->+(b:B) COST e.weight RETURN p",
      "MATCH p = SHORTEST 2 GROUPS (a:A)-[e:GOOD]->+(b:B) COST 1 + e.weight RETURN p",
      "MATCH (a), (b), p = SHORTEST $k (a)-->+(b) RETURN p",
      "MATCH (a)((x)-[e]->(y WHERE y.id > x.id))+(b) RETURN x, e, y",
      "MATCH ((x)-[e]->(y)){2}((z)-->())* RETURN x, z",
      "MATCH ANY SHORTEST (a)-->{1,4000000000}(b) RETURN a",
      "MATCH ANY SHORTEST (a)((x)-->(y)){1000000000000,}(b) RETURN a",
    ])
  func allowed(_ text: String) throws {
    let found = try fault(of: text, ["k": .integer(2)])
    #expect(found == nil || found?.kind == .limitExceeded, "\(found?.message ?? "")")
  }

  @Test("a cost that nothing has does not matter where no path comes by it")
  func uselessEdges() throws {
    let text = "\(Self.path)-[e:GOOD|FREE]->+(b:B) COST e.weight RETURN length(p)"
    #expect(try graph().query(text).rows == [[.integer(1)]])
  }

  @Test("a shortest path with a condition on its edges is found without listing all paths")
  func layers() throws {
    var builder = GraphBuilder()
    var layer = [try builder.addNode(labels: ["Start"])]
    for _ in 0..<40 {
      let next = [try builder.addNode(labels: ["N"]), try builder.addNode(labels: ["N"])]
      for source in layer {
        for target in next {
          for number in 0..<2 {
            _ = try builder.addEdge(
              type: "R", from: source, to: target, properties: [("n", .integer(Int64(number)))])
          }
        }
      }
      layer = next
    }
    let graph = try builder.freeze()
    let limits = QueryLimits(work: 100_000)
    for selector in ["ANY SHORTEST", "SHORTEST 3", "ANY SHORTEST TRAIL", "SHORTEST 3 ACYCLIC"] {
      let text =
        "MATCH p = \(selector) (a:Start)-[e:R WHERE e.n = 1]->{39,}(b) "
        + "RETURN count(*) AS paths, max(length(p)) AS length"
      let count: Int64 = selector.hasPrefix("ANY") ? 4 : 12
      let rows = try graph.query(text, limits: limits).rows
      #expect(rows == [[.integer(count), .integer(40)]], "\(selector)")
    }
  }

  @Test("an endless number of repetitions ends with the budget")
  func budget() throws {
    let graph = try graph()
    let text = "MATCH p = ANY SHORTEST (a:A)((x)-->(y)){1000000000000,}(b) RETURN p"
    let error = #expect(throws: QueryError.self) {
      try graph.query(text, limits: QueryLimits(work: 100_000))
    }
    #expect(error?.faults.first?.kind == .limitExceeded)
  }
}
