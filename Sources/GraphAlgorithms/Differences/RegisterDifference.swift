// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A source of the register that came, went, or is described otherwise.
public struct SourceDifference: Sendable, Hashable {
  /// Nil for one that is new.
  public var old: Source?
  /// Nil for one that has gone.
  public var new: Source?

  public var key: String { new?.key ?? old?.key ?? "" }

  /// The changes of a register, by key. Complexity: O(n log n) in the number of sources.
  static func all(from old: [Source], to new: [Source]) -> [SourceDifference] {
    let before = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
      before[key] == after[key] ? nil : SourceDifference(old: before[key], new: after[key])
    }
  }
}

/// Something that two graphs say about themselves differently.
public struct DescriptionDifference: Sendable, Hashable {
  /// Such as "title"; "words" are those of types and edges, "graph type" is the whole of it.
  public var member: String

  /// Nil where nothing is said, or where it is too much to be shown.
  public var old: String?
  public var new: String?

  /// In a fixed order. Complexity: linear in the two descriptions.
  static func all(from old: PropertyGraph, to new: PropertyGraph) -> [DescriptionDifference] {
    let (before, after) = (old.description, new.description)
    var found: [DescriptionDifference] = []
    func compare(_ member: String, _ was: String?, _ now: String?) {
      if was != now { found.append(DescriptionDifference(member: member, old: was, new: now)) }
    }
    compare("title", before.title, after.title)
    compare("summary", before.summary, after.summary)
    compare("licence", before.licence, after.licence)
    compare("language", before.language, after.language)
    compare("as of", before.asOf?.description, after.asOf?.description)
    if before.types != after.types || before.edges != after.edges
      || before.instrumentTypes != after.instrumentTypes || before.facets != after.facets
    {
      found.append(DescriptionDifference(member: "words", old: nil, new: nil))
    }
    if old.graphType != new.graphType {
      found.append(DescriptionDifference(member: "graph type", old: nil, new: nil))
    }
    return found
  }
}

/// A node that went and one that came which are perhaps the same under another key.
public struct PossibleRename: Sendable, Hashable {
  public var old: NodeID
  public var new: NodeID

  static func all(
    in changes: [ElementDifference<NodeID>], old: PropertyGraph, new: PropertyGraph
  ) -> [PossibleRename] {
    func called(_ nodes: [NodeID], _ graph: PropertyGraph) -> [[String]: [NodeID]] {
      Dictionary(
        grouping: nodes.filter {
          graph.key(of: $0) != nil && graph.value(of: $0, named: "name") != nil
        },
        by: { [graph.typeName(of: $0), graph.displayName(of: $0)] })
    }
    let gone = called(changes.filter { $0.kind == .removed }.compactMap(\.old), old)
    let come = called(changes.filter { $0.kind == .added }.compactMap(\.new), new)
    return gone.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { name in
      guard let first = gone[name], first.count == 1, let second = come[name], second.count == 1
      else { return nil }
      return PossibleRename(old: first[0], new: second[0])
    }
  }
}
