// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

@Suite struct GraphDifferenceTests {
  /// The changes found are those that were made, whatever the order of addition.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func editsAreFoundAndNothingElse(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let old = VersionedModel(using: &random)
    var new = old
    let expected = new.edit(using: &random)
    let difference = GraphDifference(
      from: try old.graph(using: &random), to: try new.graph(using: &random))
    #expect(VersionedModel.changes(of: difference) == expected)
    #expect(difference.isEmpty == expected.isEmpty)
    let back = GraphDifference(from: difference.new, to: difference.old)
    #expect(
      back.nodes.count { $0.kind == .removed } == difference.nodes.count { $0.kind == .added })
    #expect(
      back.edges.count { $0.kind == .added } == difference.edges.count { $0.kind == .removed })
    #expect(back.edges.count == difference.edges.count)
  }

  @Test(arguments: 100..<130 as Range<UInt64>)
  func aGraphDoesNotDifferFromItself(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let model = VersionedModel(using: &random)
    let difference = GraphDifference(
      from: try model.graph(using: &random), to: try model.graph(using: &random))
    #expect(difference.isEmpty)
    #expect(VersionedModel.changes(of: difference) == [:])
  }

  /// Of parallel edges without identifiers, what is the same in both is never reported, and no more
  /// is reported than must be: counted apart, by hand.
  @Test(arguments: 0..<80 as Range<UInt64>)
  func parallelEdges(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func texts() -> [Int] {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in Int.random(in: 0...4, using: &random) }
    }
    let (before, after) = (texts(), texts())
    let difference = GraphDifference(from: try parallel(before), to: try parallel(after))
    var (left, right) = (before, after)
    for text in before {
      if let place = right.firstIndex(of: text) {
        right.remove(at: place)
        left.remove(at: left.firstIndex(of: text) ?? 0)
      }
    }
    let changed = min(left.count, right.count)
    #expect(difference.edges.count { $0.kind == .changed } == changed)
    #expect(difference.edges.count { $0.kind == .removed } == left.count - changed)
    #expect(difference.edges.count { $0.kind == .added } == right.count - changed)
  }

  private func parallel(_ texts: [Int]) throws -> PropertyGraph {
    var builder = GraphBuilder()
    let (a, b) = (
      try builder.addNode(type: "A", key: "a"), try builder.addNode(type: "A", key: "b")
    )
    for text in texts {
      _ = try builder.addEdge(
        type: "T", from: a, to: b, properties: [("text", .integer(Int64(text)))])
    }
    return try builder.freeze()
  }

  /// The start tells which of several edges is which, before other properties do.
  @Test func theStartLeads() throws {
    func graph(_ edges: [(String, String, String)]) throws -> PropertyGraph {
      var builder = GraphBuilder()
      let (a, b) = (
        try builder.addNode(type: "A", key: "a"), try builder.addNode(type: "A", key: "b")
      )
      for (since, role, place) in edges {
        _ = try builder.addEdge(
          type: "T", from: a, to: b,
          properties: [
            ("since", .string(since)), ("role", .string(role)), ("place", .string(place)),
          ])
      }
      return try builder.freeze()
    }
    let difference = GraphDifference(
      from: try graph([("2001", "x", "here"), ("2002", "y", "there")]),
      to: try graph([("2002", "x", "here"), ("2001", "y", "there")]))
    #expect(difference.edges.count == 2)
    for change in difference.edges {
      let (was, now) = (try #require(change.old), try #require(change.new))
      #expect(
        difference.old.value(of: was, named: "since")
          == difference.new.value(of: now, named: "since"))
      #expect(change.statements.map(\.subject) == [.property("place"), .property("role")])
    }
  }

  /// Nodes without keys are the same when they say the same, those with the same links first.
  @Test func nodesWithoutKeys() throws {
    func graph(_ targets: [String], extra: String?) throws -> PropertyGraph {
      var builder = GraphBuilder()
      var ends: [String: NodeHandle] = [:]
      for key in ["a", "b"] { ends[key] = try builder.addNode(type: "A", key: key) }
      for target in targets {
        let node = try builder.addNode(type: "N", key: nil, properties: [("text", .string("same"))])
        if let end = ends[target] { _ = try builder.addEdge(type: "T", from: node, to: end) }
      }
      if let extra {
        _ = try builder.addNode(type: "N", key: nil, properties: [("text", .string(extra))])
      }
      return try builder.freeze()
    }
    let same = GraphDifference(
      from: try graph(["a", "b"], extra: nil), to: try graph(["b", "a"], extra: nil))
    #expect(same.isEmpty)
    let other = GraphDifference(
      from: try graph(["a", "b"], extra: "x"), to: try graph(["b", "a"], extra: "y"))
    #expect(other.nodes.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.added, .removed])
    #expect(other.edges.isEmpty && other.renames.isEmpty)
  }

  @Test func typesNamesRegisterAndDescription() throws {
    func graph(isNew: Bool) throws -> PropertyGraph {
      var builder = GraphBuilder(
        description: GraphDescription(title: isNew ? "New" : "Old", language: "en"))
      _ = try builder.addSource(Source(key: "both", title: isNew ? "Second" : "First"))
      _ = try builder.addSource(Source(key: isNew ? "came" : "gone", title: "Other"))
      _ = try builder.addNode(
        type: isNew ? "Plan" : "Programme", key: "p",
        names: isNew ? [NodeName("P", kind: .acronym)] : [])
      _ = try builder.addNode(
        type: "State", key: isNew ? "new-key" : "old-key",
        properties: [("name", .string("Arland"))])
      return try builder.freeze()
    }
    let difference = GraphDifference(from: try graph(isNew: false), to: try graph(isNew: true))
    let typed = try #require(difference.nodes.first { $0.kind == .changed })
    #expect(typed.statements.map(\.subject) == [.labels, .names])
    #expect(difference.typeName(of: typed) == "Plan")
    #expect(difference.sources.map(\.key) == ["both", "came", "gone"])
    #expect(difference.description.map(\.member) == ["title"])
    let rename = try #require(difference.renames.first)
    #expect(difference.renames.count == 1)
    #expect(difference.old.key(of: rename.old) == "old-key")
    #expect(difference.new.key(of: rename.new) == "new-key")
    // A type that a node had counts as well as that which it has.
    let limited = difference.limited(toNodeTypes: ["Programme"], edgeTypes: [])
    #expect(limited.nodes == [typed] && limited.sources.isEmpty && limited.renames.isEmpty)
  }

  /// One value more is a change; one more witness of a value is another source.
  @Test func claims() throws {
    func graph(_ claims: [(Int64, String, String?)]) throws -> PropertyGraph {
      var builder = GraphBuilder()
      var sources: [String: SourceID] = [:]
      for (_, key, _) in claims where sources[key] == nil {
        sources[key] = try builder.addSource(Source(key: key, title: key))
      }
      let node = try builder.addNode(type: "A", key: "a", properties: [("sum", .integer(1))])
      for (value, key, locator) in claims {
        let source = try #require(sources[key])
        builder.addClaim(
          Claim(
            property: "sum", value: .integer(value),
            citations: [Citation(source: source, locator: locator)]), on: node)
      }
      return try builder.freeze()
    }
    func kind(_ old: [(Int64, String, String?)], _ new: [(Int64, String, String?)]) throws
      -> ChangeKind?
    {
      GraphDifference(from: try graph(old), to: try graph(new)).nodes.first?.kind
    }
    #expect(try kind([(1, "a", nil)], [(1, "a", nil), (2, "b", nil)]) == .changed)
    #expect(try kind([(1, "a", nil)], [(1, "a", nil), (1, "b", nil)]) == .resourced)
    #expect(try kind([(1, "a", nil)], [(1, "b", nil)]) == .resourced)
    #expect(try kind([(1, "a", "page 1")], [(1, "a", "page 2")]) == .resourced)
    // The register has other numbers, the claims are the same.
    #expect(try kind([(1, "a", nil), (1, "b", nil)], [(1, "b", nil), (1, "a", nil)]) == nil)
  }
}
