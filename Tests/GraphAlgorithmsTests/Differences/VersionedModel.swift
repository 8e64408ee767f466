// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

/// A graph as plain dictionaries, which can be edited and knows what each edit must be found as.
struct VersionedModel {
  struct Statements {
    var properties: [String: Int64]
    var source: Int
  }

  /// Parallel edges are told apart by a number.
  struct Link: Hashable {
    var from: String
    var to: String
    var type: String
    var number: Int

    var text: String { "\(from) \(type) \(to) \(number)" }
  }

  private var nodes: [String: (type: String, statements: Statements)] = [:]
  private var links: [Link: Statements] = [:]

  init(using random: inout SeededGenerator) {
    for place in 0..<Int.random(in: 1...14, using: &random) {
      nodes["n\(place)"] = (["A", "B"].randomElement(using: &random) ?? "A", .random(&random))
    }
    for _ in 0..<Int.random(in: 0...40, using: &random) { addLink(&random) }
  }

  private mutating func addLink(_ random: inout SeededGenerator) {
    let keys = nodes.keys.sorted()
    guard let from = keys.randomElement(using: &random), let to = keys.randomElement(using: &random)
    else { return }
    let link = Link(
      from: from, to: to, type: ["S", "T"].randomElement(using: &random) ?? "S",
      number: Int.random(in: 0...2, using: &random))
    if links[link] == nil { links[link] = .random(&random) }
  }

  /// Makes some edits, none of one thing twice, and tells how they must be found.
  mutating func edit(using random: inout SeededGenerator) -> [String: ChangeKind] {
    var expected: [String: ChangeKind] = [:]
    let (oldNodes, oldLinks) = (nodes, links)
    for key in oldNodes.keys.sorted() where Int.random(in: 0...3, using: &random) == 0 {
      if Int.random(in: 0...3, using: &random) == 0 {
        nodes[key] = nil
        expected[key] = .removed
      } else if var node = nodes[key] {
        expected[key] = node.statements.edit(&random)
        nodes[key] = node
      }
    }
    for place in 0..<Int.random(in: 0...3, using: &random) {
      nodes["m\(place)"] = ("A", .random(&random))
      expected["m\(place)"] = .added
    }
    for link in oldLinks.keys.sorted(by: { $0.text < $1.text }) {
      if nodes[link.from] == nil || nodes[link.to] == nil
        || Int.random(in: 0...7, using: &random) == 0
      {
        links[link] = nil
        expected[link.text] = .removed
      } else if Int.random(in: 0...3, using: &random) == 0, var statements = links[link] {
        expected[link.text] = statements.edit(&random)
        links[link] = statements
      }
    }
    for _ in 0..<Int.random(in: 0...6, using: &random) { addLink(&random) }
    for link in links.keys where oldLinks[link] == nil { expected[link.text] = .added }
    // A link that was taken away and made again may say anything.
    for link in links.keys {
      guard let old = oldLinks[link], let new = links[link], expected[link.text] == .removed else {
        continue
      }
      expected[link.text] = old.change(to: new)
    }
    return expected
  }

  /// The graph, with everything added in random order.
  func graph(using random: inout SeededGenerator) throws -> PropertyGraph {
    var builder = GraphBuilder()
    var sources: [SourceID?] = Array(repeating: nil, count: 3)
    for number in (0..<3).shuffled(using: &random) {
      sources[number] = try builder.addSource(Source(key: "s\(number)", title: "Source \(number)"))
    }
    var handles: [String: NodeHandle] = [:]
    for (key, node) in nodes.sorted(by: { $0.key < $1.key }).shuffled(using: &random) {
      let handle = try builder.addNode(
        type: node.type, key: key, properties: node.statements.values)
      handles[key] = handle
      builder.addClaim(
        Claim(citations: [Citation(source: try #require(sources[node.statements.source]))]),
        on: handle)
    }
    for (link, statements) in links.sorted(by: { $0.key.text < $1.key.text })
      .shuffled(using: &random)
    {
      let handle = try builder.addEdge(
        type: link.type, from: try #require(handles[link.from]),
        to: try #require(handles[link.to]), identifier: "\(link.text)",
        properties: statements.values)
      builder.addClaim(
        Claim(citations: [Citation(source: try #require(sources[statements.source]))]), on: handle)
    }
    return try builder.freeze()
  }

  /// What a difference reports, by the names of this model.
  static func changes(of difference: GraphDifference) -> [String: ChangeKind] {
    var changes: [String: ChangeKind] = [:]
    for change in difference.nodes {
      let key =
        change.new.flatMap { difference.new.key(of: $0) }
        ?? change.old.flatMap { difference.old.key(of: $0) } ?? ""
      #expect(changes.updateValue(change.kind, forKey: key) == nil)
    }
    for change in difference.edges {
      let text =
        change.new.flatMap { difference.new.identifier(of: $0) }
        ?? change.old.flatMap { difference.old.identifier(of: $0) } ?? ""
      #expect(changes.updateValue(change.kind, forKey: text) == nil)
    }
    return changes
  }
}

extension VersionedModel.Statements {
  static func random(_ random: inout SeededGenerator) -> Self {
    var properties: [String: Int64] = [:]
    for name in ["a", "b", "until"] where Bool.random(using: &random) {
      properties[name] = Int64.random(in: 0...3, using: &random)
    }
    return Self(properties: properties, source: Int.random(in: 0...2, using: &random))
  }

  var values: [(name: String, value: Value)] {
    properties.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) }
  }

  /// Changes something, and tells how it must be found.
  mutating func edit(_ random: inout SeededGenerator) -> ChangeKind? {
    let old = self
    switch Int.random(in: 0...3, using: &random) {
    case 0: properties["a"] = (properties["a"] ?? 0) + 1
    case 1: properties["b"] = nil
    case 2: properties["until"] = 9
    default: source = (source + 1) % 3
    }
    return old.change(to: self)
  }

  func change(to new: Self) -> ChangeKind? {
    if properties["until"] == nil, new.properties["until"] != nil { return .ended }
    if properties != new.properties { return .changed }
    return source == new.source ? nil : .resourced
  }
}
