// SPDX-License-Identifier: Apache-2.0

/// Finds nodes by what people call them: key, official name, acronym or any further name.
///
/// Case, diacritics and punctuation do not matter. A text that could mean several nodes is never
/// decided: all of them are returned.
///
/// ## Topics
/// - One node: ``resolve(_:)``, ``Resolution``
/// - Many: ``search(_:limit:)``, ``Match``
/// - Near misses: ``allNames``
public struct NameIndex: Sendable {
  /// What a name leads to.
  public enum Resolution: Sendable, Hashable {
    case found(NodeID)
    /// Several nodes are called so; ascending.
    case ambiguous([NodeID])
    case unknown
  }

  /// A node that a search found, and the name by which it did.
  public struct Match: Sendable, Hashable {
    public let node: NodeID
    public let name: String
  }

  /// How a name belongs to a node; a lower rank is looked at first.
  private enum Rank: Int { case key, official, further }

  private struct Entry: Sendable {
    let folded: String
    let name: String
    let node: NodeID
    let rank: Rank
  }

  private let graph: PropertyGraph

  /// In order of node, then rank.
  private let entries: [Entry]

  /// Complexity: linear in the total length of all names.
  public init(_ graph: PropertyGraph) {
    self.graph = graph
    var entries: [Entry] = []
    func add(_ name: String, _ node: NodeID, _ rank: Rank) {
      let folded = NameFolding.folded(name)
      entries.append(Entry(folded: folded, name: name, node: node, rank: rank))
    }
    for node in graph.nodes {
      if let key = graph.key(of: node) { add(key, node, .key) }
      if case .string(let name)? = graph.value(of: node, named: "name") {
        add(name, node, .official)
      }
      for claim in graph.claims(on: node) where claim.property == "name" {
        if case .string(let name) = claim.value { add(name, node, .official) }
      }
      for name in graph.names(of: node) { add(name.text, node, .further) }
    }
    self.entries = entries
  }

  /// The node that a text names: by exact key, else by official name, else by any name.
  ///
  /// Complexity: linear in the number of names; a table of them would cost more than the few
  /// look-ups that a question makes.
  public func resolve(_ text: String) -> Resolution {
    if let node = graph.node(key: text) { return .found(node) }
    let folded = NameFolding.folded(text)
    guard !folded.isEmpty else { return .unknown }
    let positions = entries.indices.filter { entries[$0].folded == folded }
    for rank in [Rank.official, .key, .further] {
      let nodes = Set(positions.filter { entries[$0].rank == rank }.map { entries[$0].node })
      if nodes.count == 1, let node = nodes.first { return .found(node) }
      if nodes.count > 1 { return .ambiguous(nodes.sorted()) }
    }
    return .unknown
  }

  /// Nodes one of whose names has all words of the text as beginnings of its own words. Whole
  /// names come first, then names that begin with the text, then the rest; each by name.
  ///
  /// Complexity: linear in the total length of all names.
  public func search(_ text: String, limit: Int = Int.max) -> [Match] {
    let folded = NameFolding.folded(text)
    let words = folded.split(separator: " ")
    guard !words.isEmpty else { return [] }
    var best: [NodeID: (grade: Int, position: Int)] = [:]
    for (position, entry) in entries.enumerated() {
      guard let grade = grade(of: entry, folded, words) else { continue }
      if let known = best[entry.node], known.grade <= grade { continue }
      best[entry.node] = (grade, position)
    }
    let ordered = best.sorted { left, right in
      (left.value.grade, entries[left.value.position].folded, left.key)
        < (right.value.grade, entries[right.value.position].folded, right.key)
    }
    return ordered.prefix(limit).map {
      Match(node: $0.key, name: entries[$0.value.position].name)
    }
  }

  /// Every name and key once, in order of node.
  public var allNames: [String] {
    var seen: Set<String> = []
    return entries.map(\.name).filter { seen.insert($0).inserted }
  }

  private func grade(of entry: Entry, _ folded: String, _ words: [Substring]) -> Int? {
    if entry.folded == folded { return 0 }
    if entry.folded.hasPrefix(folded) { return 1 }
    let own = entry.folded.split(separator: " ")
    guard words.allSatisfy({ word in own.contains { $0.hasPrefix(word) } }) else { return nil }
    return 2
  }
}
