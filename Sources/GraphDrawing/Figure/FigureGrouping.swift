// SPDX-License-Identifier: Apache-2.0

/// Makes a figure with too many nodes for the eye readable: nodes that play the same part become
/// one, which says how many it stands for.
///
/// First those of one type with the very same links to the same nodes are put together, the largest
/// sets first, and no more of them than needed. Where that is not enough, nodes of one type with
/// the same kinds of links follow, and at last all nodes of one type. Nodes that were asked about
/// stay by themselves.
///
/// The first step keeps every link true: what a group is linked to, each of its members is.
struct FigureGrouping {
  private enum Likeness: CaseIterable {
    case sameLinks, sameKindsOfLinks, sameType
  }

  /// A node of the figure under construction, with the nodes of the original that it stands for.
  private struct Item {
    var node: Figure.Node
    var members: [Figure.Node]
  }

  private let original: Figure
  private let originalNames: Set<String>
  private let maximumNodes: Int
  private var items: [Item]
  private var edges: [Figure.Edge]

  init(_ figure: Figure, maximumNodes: Int) {
    original = figure
    originalNames = Set(figure.nodes.map(\.id))
    self.maximumNodes = max(maximumNodes, 1)
    items = figure.nodes.map { Item(node: $0, members: [$0]) }
    edges = figure.edges
  }

  /// The figure with at most so many nodes where that can be had.
  ///
  /// - Complexity: O((nodes + edges) log(nodes + edges)) for each round; a round puts nodes
  ///   together, so there are at most as many as nodes, and seldom more than three.
  mutating func grouped() -> Figure {
    guard original.nodes.count > maximumNodes else { return original }
    for likeness in Likeness.allCases {
      while items.count > maximumNodes, merge(alike: likeness) {}
    }
    guard items.count < original.nodes.count else { return original }
    return finished()
  }

  /// The figure with one node for each of some sets, as far as two or more of its nodes are in it.
  ///
  /// A node that is in several sets goes to the one with the most nodes in the figure. Nodes that
  /// were asked about stay by themselves.
  mutating func grouped(into sets: [Figure.Group]) -> Figure {
    let free = items.filter { $0.node.emphasis == .none }.map(\.node.id)
    var left = Set(free)
    var places: [String: Int] = [:]
    for (place, item) in items.enumerated() { places[item.node.id] = place }
    var newPlaces = Array(items.indices)
    var labels: [Int: String] = [:]
    var waiting = sets.map { (set: $0, present: $0.members.intersection(left)) }
    while true {
      // The largest of what is left, and of several the first by name.
      waiting = waiting.map { ($0.set, $0.present.intersection(left)) }
        .filter { $0.present.count > 1 }
      guard
        let next = waiting.min(by: {
          ($1.present.count, $0.set.label) < ($0.present.count, $1.set.label)
        })
      else { break }
      let members = next.present.compactMap { places[$0] }.sorted()
      for place in members { newPlaces[place] = members[0] }
      labels[members[0]] = next.set.label
      left.subtract(next.present)
    }
    guard !labels.isEmpty else { return original }
    apply(newPlaces, labels: labels)
    return finished(isAskedFor: true)
  }

  /// The figure of the nodes as they are now.
  ///
  /// - Parameter isAskedFor: false when nodes are put together only because there are too many.
  private func finished(isAskedFor: Bool = false) -> Figure {
    var figure = original
    figure.nodes = items.map(\.node)
    figure.edges = edges
    figure.clusters = clusters
    figure = figure.foldingParallelEdges()
    figure.notes.append(note(isAskedFor: isAskedFor))
    return figure
  }

  /// The frames around what is left: one holds a group when it holds all nodes of the group.
  private var clusters: [Figure.Group] {
    original.clusters.map { cluster in
      var cluster = cluster
      for item in items where item.members.count > 1 {
        let names = item.members.map(\.id)
        if cluster.members.isSuperset(of: names) { cluster.members.insert(item.node.id) }
        cluster.members.subtract(names)
      }
      return cluster
    }
  }

  /// Puts together what is alike, the largest sets first, until few enough nodes are left.
  private mutating func merge(alike likeness: Likeness) -> Bool {
    let signatures = signatures(likeness)
    var sets: [[String]: [Int]] = [:]
    for (place, signature) in signatures.enumerated() {
      if let signature { sets[signature, default: []].append(place) }
    }
    let candidates = sets.values.filter { $0.count > 1 }.sorted {
      ($1.count, $0[0]) < ($0.count, $1[0])
    }
    var left = items.count
    var newPlaces = Array(items.indices)
    for set in candidates where left > maximumNodes {
      for place in set { newPlaces[place] = set[0] }
      left -= set.count - 1
    }
    guard left < items.count else { return false }
    apply(newPlaces)
    return true
  }

  /// What two nodes must share to be put together; nil for a node that stays by itself.
  private func signatures(_ likeness: Likeness) -> [[String]?] {
    var places: [String: Int] = [:]
    for (place, item) in items.enumerated() { places[item.node.id] = place }
    var links = [Set<String>](repeating: [], count: items.count)
    if likeness != .sameType {
      for edge in edges {
        guard let from = places[edge.from], let to = places[edge.to] else { continue }
        // Nothing that a name may hold stands between the parts.
        func link(_ way: String, _ far: Int) -> String {
          let node = items[far].node
          let end = likeness == .sameLinks ? node.id : node.typeName
          return "\(edge.typeName)\u{0}\(way)\u{0}\(end)\u{0}\(edge.change?.rawValue ?? "")"
        }
        links[from].insert(link(edge.isDirected ? ">" : "-", to))
        links[to].insert(link(edge.isDirected ? "<" : "-", from))
      }
    }
    return items.enumerated().map { place, item in
      guard item.node.emphasis == .none else { return nil }
      // A node without links says nothing by standing alone.
      // What changed in different ways must not become one.
      let states = [item.node.isEnded ? "ended" : "", item.node.change?.rawValue ?? ""]
      return [item.node.typeName] + states + links[place].sorted()
    }
  }

  private mutating func apply(_ newPlaces: [Int], labels: [Int: String] = [:]) {
    var members: [Int: [Figure.Node]] = [:]
    for (place, new) in newPlaces.enumerated() {
      members[new, default: []] += items[place].members
    }
    var names: [String: String] = [:]
    var merged: [Item] = []
    for (place, new) in newPlaces.enumerated() {
      guard place == new else { continue }
      let all = members[new] ?? []
      let item = all.count == items[place].members.count ? items[place] : group(all, labels[place])
      for node in all { names[node.id] = item.node.id }
      merged.append(item)
    }
    let old = Dictionary(
      items.map { ($0.node.id, $0.members[0].id) }, uniquingKeysWith: { first, _ in first })
    for index in edges.indices {
      edges[index].from = names[old[edges[index].from] ?? ""] ?? edges[index].from
      edges[index].to = names[old[edges[index].to] ?? ""] ?? edges[index].to
    }
    items = merged
  }

  /// One node for many.
  private func group(_ members: [Figure.Node], _ label: String?) -> Item {
    let first = members[0]
    let known = original.groups.first { $0.members == Set(members.map(\.id)) }
    let names = members.map { DisplayText.line($0.label, limit: 80) }.sorted()
    let isNamed = label != nil || known != nil
    let title = label ?? known?.label ?? first.typePlural ?? first.typeTitle
    let shown = names.prefix(3).joined(separator: ", ")
    var id = Figure.groupPrefix + first.id
    while originalNames.contains(id) { id += "'" }
    var node = Figure.Node(
      id: id, typeName: first.typeName, typeTitle: first.typeTitle,
      typePlural: first.typePlural, label: "\(title) (\(members.count))",
      sublabel: isNamed ? nil : names.count > 3 ? "\(shown), …" : shown,
      isEnded: members.allSatisfy(\.isEnded), tooltip: names.joined(separator: ", "))
    node.members = names
    node.change = first.change
    if let mixed = mixedChanges(members) {
      node.change = .changed
      node.sublabel = mixed
    }
    return Item(node: node, members: members)
  }

  /// "+ 2, − 1, unchanged: 3", where not all members have changed alike; else nil.
  private func mixedChanges(_ members: [Figure.Node]) -> String? {
    guard Set(members.map(\.change)).count > 1 else { return nil }
    let wording = FigureWording.of(original.language)
    let kinds = Figure.Change.allCases.map(Optional.some) + [nil]
    return kinds.compactMap { change in
      let count = members.count { $0.change == change }
      guard count > 0 else { return nil }
      if let mark = change?.mark { return "\(mark) \(count)" }
      return "\(change == nil ? wording.unchanged : wording.ended): \(count)"
    }.joined(separator: ", ")
  }

  /// "Put together: 48 states, 5 programmes."
  private func note(isAskedFor: Bool) -> String {
    var counts: [String: Int] = [:]
    for item in items where item.members.count > 1 {
      counts[item.node.typePlural ?? item.node.typeTitle, default: 0] += item.members.count
    }
    let wording = FigureWording.of(original.language)
    let parts = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let words = isAskedFor ? wording.together : wording.grouped
    return "\(words): \(parts.joined(separator: ", "))."
  }
}

extension Figure {
  /// What the id of a node begins with that stands for several; that of the first of them follows.
  public static let groupPrefix = "group "

  /// A set of nodes that has a name of its own, such as the states of a region.
  public struct Group: Sendable, Hashable {
    public var label: String
    /// Of ``Node/id``: all that belong to the set, whether the figure shows them or not.
    public var members: Set<String>

    public init(label: String, members: Set<String>) {
      self.label = label
      self.members = members
    }
  }

  /// A copy in which the nodes of each set are one, as far as two or more of them are in the figure;
  /// see ``grouped(maximumNodes:)`` for what such a node says.
  ///
  /// - Complexity: O(*s* *n* log *n*) in sets and nodes.
  public func grouped(into sets: [Group]) -> Figure {
    var grouping = FigureGrouping(self, maximumNodes: nodes.count)
    return grouping.grouped(into: sets)
  }

  /// A copy in which nodes that play the same part are put together, until there are no more than
  /// `maximumNodes` where that can be had; the figure itself when it has no more.
  ///
  /// Groups say how many nodes they stand for; parallel edges are folded, and a note tells what was
  /// put together. A group that is one of ``groups`` has its name.
  ///
  /// - Complexity: O(*n* log *n*) in nodes and edges for each of a few rounds.
  public func grouped(maximumNodes: Int) -> Figure {
    var grouping = FigureGrouping(self, maximumNodes: maximumNodes)
    return grouping.grouped()
  }
}
