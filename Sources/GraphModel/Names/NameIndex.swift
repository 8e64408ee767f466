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

  let graph: PropertyGraph

  /// Complexity: O(1). The first look-up of a name that is not a key is linear in the total length
  /// of all names, unless the graph came from a file, which holds them in order.
  public init(_ graph: PropertyGraph) { self.graph = graph }

  var table: NameTable {
    graph.isEdited ? NameTable(graph) : graph.storage.nameTable
  }

  /// The node that a text names: by exact key, else by official name, else by any name.
  ///
  /// Complexity: expected linear in the length of the text.
  public func resolve(_ text: String) -> Resolution {
    if let node = graph.node(key: text) { return .found(node) }
    let folded = NameFolding.folded(text)
    let table = table
    guard !folded.isEmpty, let number = table.names.id(of: folded) else { return .unknown }
    let holders = Array(table.holders(of: Int(number)))
    for rank in [NameRank.official, .key, .further] {
      // Few, so a set would only cost more.
      var nodes: [NodeID] = []
      for holder in holders where holder.rank == rank && !nodes.contains(holder.node) {
        nodes.append(holder.node)
      }
      if nodes.count == 1 { return .found(nodes[0]) }
      if nodes.count > 1 { return .ambiguous(nodes.sorted()) }
    }
    return .unknown
  }

  /// Nodes one of whose names has all words of the text as beginnings of its own words. Whole
  /// names come first, then names that begin with the text, then the rest; each by name.
  ///
  /// Complexity: linear in the total length of all names.
  public func search(_ text: String, limit: Int = Int.max) -> [Match] {
    let folded = Array(NameFolding.folded(text).utf8)
    let words = folded.split(separator: space)
    guard !words.isEmpty else { return [] }
    let table = table
    var best: [NodeID: (grade: Int, rank: NameRank, number: Int)] = [:]
    for number in 0..<table.names.count {
      guard let grade = grade(of: table.names.utf8(UInt32(number)), folded, words) else {
        continue
      }
      for (node, rank) in table.holders(of: number) {
        if let known = best[node], (known.grade, known.rank) <= (grade, rank) { continue }
        best[node] = (grade, rank, number)
      }
    }
    let ordered = best.map { (node: $0.key, found: $0.value) }.sorted { left, right in
      if left.found.grade != right.found.grade { return left.found.grade < right.found.grade }
      if left.found.number != right.found.number {
        return table.names.utf8(UInt32(left.found.number))
          .lexicographicallyPrecedes(table.names.utf8(UInt32(right.found.number)))
      }
      return left.node < right.node
    }
    return ordered.prefix(limit).map { node, found in
      Match(node: node, name: name(of: node, foldingTo: table.names[UInt32(found.number)]))
    }
  }

  /// Every name and key once, in order of node.
  public var allNames: [String] {
    var seen: Set<String> = []
    var names: [String] = []
    for node in graph.nodes {
      graph.forEachName(of: node) { name, _ in
        if seen.insert(name).inserted { names.append(name) }
      }
    }
    return names
  }

  /// A name as the data write it.
  private func name(of node: NodeID, foldingTo folded: String) -> String {
    var found: String?
    graph.forEachName(of: node) { name, _ in
      if found == nil, NameFolding.folded(name) == folded { found = name }
    }
    return found ?? folded
  }

  private var space: UInt8 { 0x20 }

  private func grade(
    of name: UnsafeBufferPointer<UInt8>, _ folded: [UInt8], _ words: [ArraySlice<UInt8>]
  ) -> Int? {
    if name.starts(with: folded) { return name.count == folded.count ? 0 : 1 }
    let own = name.split(separator: space)
    guard words.allSatisfy({ word in own.contains { $0.starts(with: word) } }) else { return nil }
    return 2
  }
}
