// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import GraphTestSupport
import QueryEngine
import Testing

/// Queries that write, one after the other on one graph.
@Suite("Random queries that write")
struct WritingTests {
  /// What is wrong between two states of a graph and the changes that a query says it made.
  private static func fault(
    _ before: PropertyGraph, _ after: PropertyGraph, _ changes: GraphChanges
  ) -> String? {
    let invariants = after.checkInvariants()
    if !invariants.isEmpty { return invariants.joined(separator: "\n") }
    if after.nodeCount != before.nodeCount + changes.nodesCreated - changes.nodesDeleted {
      return "\(before.nodeCount) nodes became \(after.nodeCount) with \(changes)"
    }
    if after.edgeCount != before.edgeCount + changes.edgesCreated - changes.edgesDeleted {
      return "\(before.edgeCount) edges became \(after.edgeCount) with \(changes)"
    }
    let (labelsBefore, labelsAfter) = (before.allLabels, after.allLabels)
    if changes.labelsAdded != labelsAfter.subtracting(labelsBefore).count
      || changes.labelsRemoved != labelsBefore.subtracting(labelsAfter).count
    {
      return "\(labelsBefore) became \(labelsAfter) with \(changes)"
    }
    let (had, has) = (before.properties, after.properties)
    if changes.propertiesSet != has.subtracting(had).count
      || changes.propertiesRemoved != had.subtracting(has).count
    {
      return "\(had.subtracting(has)) became \(has.subtracting(had)) with \(changes)"
    }
    return nil
  }

  @Test("counts of changes, sound graphs, and nothing changed by what fails")
  func sequences() {
    Relation("sequences of writes", cases: 150, seed: 50) { source in
      let texts = (0..<6).map { _ in source.writingQuery() }
      return Trial(texts) { sketch in
        var graph = try sketch.frozen()
        for text in texts {
          let before = graph
          do {
            let result = try graph.execute(text, limits: .ofTrials)
            if let fault = Self.fault(before, graph, result.changes) { return "\(text)\n\(fault)" }
          } catch let error as QueryError where error.faults.allSatisfy({ $0.phase == .runtime }) {
            if graph.fingerprint != before.fingerprint { return "\(text) failed and changed" }
          }
          let failing = text + " WITH 1 AS z UNWIND [1, 0] AS y RETURN z / y"
          let state = graph
          if (try? graph.execute(failing, limits: .ofTrials)) == nil,
            graph.fingerprint != state.fingerprint
          {
            return "\(failing) failed and changed"
          }
          let rows = try graph.bag("MATCH (n) RETURN count(*)")
          if rows != Bag(rows: [[.integer(Int64(graph.nodeCount))]]) { return "\(text) miscounts" }
        }
        let compacted = try graph.compacted()
        if compacted.fingerprint != graph.fingerprint { return "compacted differs" }
        return nil
      }
    }.check()
  }

  @Test("the same writes on a frozen and on an edited graph")
  func storage() {
    Relation("writes on frozen = writes on edited", cases: 100, seed: 51) { source in
      let texts = (0..<4).map { _ in source.writingQuery() }
      let random = source.random
      return Trial(texts) { sketch in
        var random = random
        var first = try sketch.frozen()
        var second = try sketch.edited(&random)
        for text in texts {
          let left = try? first.execute(text, limits: .ofTrials).changes
          let right = try? second.execute(text, limits: .ofTrials).changes
          if left != right { return "\(text)\n\(left as Any)\n\(right as Any)" }
          if first.fingerprint != second.fingerprint { return "\(text) gives other graphs" }
        }
        return nil
      }
    }.check()
  }

  @Test("MERGE finds what it made")
  func merging() {
    Relation("MERGE twice = once", cases: 100, seed: 52) { source in
      let text = "MERGE \(source.newPath())"
      return Trial([text]) { sketch in
        var graph = try sketch.frozen()
        try graph.execute(text)
        let once = graph
        let changes = try graph.execute(text).changes
        if !changes.isEmpty { return "the second time: \(changes)" }
        return once.fingerprint == graph.fingerprint ? nil : "the second time changes the graph"
      }
    }.check()
  }

  @Test("what is undone leaves nothing")
  func undoing() {
    Relation("done and undone = nothing", cases: 100, seed: 53) { source in
      let label = source.random.pick(GraphSketch.labels)
      let number = source.random.number(0...3)
      let texts = source.random.pick([
        [
          "MATCH (a:\(label)) CREATE (a)-[:R {new: true}]->(:New {p: \(number)})-[:S]->(a)",
          "MATCH (n:New) DETACH DELETE n",
        ],
        ["CREATE (a:New)-[e:R]->(:New) DELETE e", "MATCH (n:New) DELETE n"],
        ["MATCH (a) SET a.new = a.id + \(number)", "MATCH (a) REMOVE a.new"],
        ["MATCH ()-[e]->() SET e.new = \(number)", "MATCH ()-[e]-() SET e.new = null"],
        ["MATCH (a:\(label)) SET a:New:Newer", "MATCH (a:New) REMOVE a:Newer:New"],
        ["MATCH (a) SET a.old = a.p, a.p = \(number)", "MATCH (a) SET a.p = a.old REMOVE a.old"],
        ["MATCH (a) WITH a, properties(a) AS m SET a = {id: 1} SET a = m", "RETURN 1 AS x"],
        ["MATCH (a) SET a += {new: 1, newer: 2}", "MATCH (a) SET a += {new: null, newer: null}"],
      ])
      return Trial(texts) { sketch in
        var graph = try sketch.frozen()
        let before = graph.fingerprint
        for text in texts { try graph.execute(text) }
        let faults = graph.checkInvariants()
        if !faults.isEmpty { return faults.joined(separator: "\n") }
        return graph.fingerprint == before
          ? nil : "\(before.joined(separator: "\n"))\nbecame\n\(graph.fingerprint)"
      }
    }.check()
  }
}
