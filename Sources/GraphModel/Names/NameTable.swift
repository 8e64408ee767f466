// SPDX-License-Identifier: Apache-2.0

/// The folded names of the nodes of a frozen graph, and the nodes that go by each.
package struct NameTable: Sendable {
  /// Each folded name once.
  package let names: StringTable

  /// Where the holders of each name begin, and where the last ones end.
  package let starts: FrozenArray<UInt32>

  /// The nodes that go by a name, by rank, then node.
  package let nodes: FrozenArray<UInt32>

  /// As what each of `nodes` goes by the name: the raw value of a ``NameRank``.
  package let ranks: FrozenArray<UInt8>

  /// Arrays that are known to agree with each other.
  package init(
    names: StringTable, starts: FrozenArray<UInt32>, nodes: FrozenArray<UInt32>,
    ranks: FrozenArray<UInt8>
  ) {
    self.names = names
    self.starts = starts
    self.nodes = nodes
    self.ranks = ranks
  }

  /// Complexity: linear in the total length of all names, but for sorting those who share one.
  package init(_ graph: PropertyGraph) {
    var gathering = NameGathering(nameCount: 2 * graph.nodeCount)
    if graph.isEdited {
      for node in graph.nodes {
        graph.forEachName(of: node) { gathering.add($0, of: node.rawValue, as: $1) }
      }
    } else {
      gathering.addNames(of: graph.storage)
    }
    self = gathering.table()
  }

  /// Who goes by the folded name with this number, by rank, then node.
  func holders(of number: Int) -> some Sequence<(node: NodeID, rank: NameRank)> {
    (Int(starts[number])..<Int(starts[number + 1])).lazy.map { position in
      (NodeID(rawValue: nodes[position]), NameRank(rawValue: ranks[position]) ?? .further)
    }
  }
}

/// How a name belongs to a node; a lower rank is named first.
enum NameRank: UInt8, Comparable {
  case key, official, further

  static func < (left: NameRank, right: NameRank) -> Bool { left.rawValue < right.rawValue }
}

extension PropertyGraph {
  /// The key of a node, its official names (that of its property and those that sources claim),
  /// then its further ones. A name may come more than once.
  func forEachName(of node: NodeID, _ body: (String, NameRank) -> Void) {
    if let key = key(of: node) { body(key, .key) }
    if case .string(let name)? = value(of: node, named: "name") { body(name, .official) }
    for claim in claims(on: node) where claim.property == "name" {
      if case .string(let name) = claim.value { body(name, .official) }
    }
    for name in names(of: node) { body(name.text, .further) }
  }
}
