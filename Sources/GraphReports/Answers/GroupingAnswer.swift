// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphModel
public import SourceDiagnostics

/// The parts into which a graph falls: components or communities, with their sizes and members,
/// larger ones first.
public struct GroupingAnswer: Answer {
  /// What the parts are.
  public enum Kind: Hashable, Sendable {
    /// Parts within which a path leads from each node to each other, whatever the directions.
    case components

    /// Likewise, along the directions of edges.
    case strongComponents

    /// Groups that are linked more closely among themselves than with the rest.
    case communities(modularity: Double, resolution: Double, seed: UInt64)
  }

  private let graph: PropertyGraph
  private let kind: Kind
  private let asOf: CalendarDate?
  private let listed: [[NodeID]]
  private let groupCount: Int
  private let nodeCount: Int
  private let singleCount: Int

  /// So many members of a group are named in text; all in tables and JSON.
  private static let namedMembers = 8

  /// - Parameters:
  ///   - groups: members by type, then key; larger groups first.
  ///   - limit: how many groups to list.
  public init(
    _ groups: [[NodeID]], kind: Kind, limit: Int = .max, asOf: CalendarDate? = nil,
    in graph: PropertyGraph
  ) {
    self.graph = graph
    self.kind = kind
    self.asOf = asOf
    listed = Array(groups.prefix(max(0, limit)))
    groupCount = groups.count
    nodeCount = groups.reduce(0) { $0 + $1.count }
    singleCount = groups.count { $0.count == 1 }
  }

  /// - Parameter limit: how many components to list.
  public init(
    _ components: ConnectedComponents, of view: TraversalView, limit: Int = .max,
    asOf: CalendarDate? = nil
  ) {
    let groups = Self.groups(sizes: components.sizes, in: view.graph) {
      components.component(of: $0)
    }
    self.init(groups, kind: .components, limit: limit, asOf: asOf, in: view.graph)
  }

  /// - Parameter limit: how many components to list.
  public init(
    _ components: StrongComponents, of view: TraversalView, limit: Int = .max,
    asOf: CalendarDate? = nil
  ) {
    let groups = Self.groups(sizes: components.sizes, in: view.graph) {
      components.component(of: $0)
    }
    self.init(groups, kind: .strongComponents, limit: limit, asOf: asOf, in: view.graph)
  }

  public var isEmpty: Bool { groupCount == 0 }
  public var schema: String { "entente.components/1" }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else { return [.paragraph("There is no node to group\(dateText).")] }
    var blocks: [AnswerBlock] = [.paragraph(summary)]
    // A table of nothing but single nodes says no more than the sentence does.
    let shown = listed.enumerated().filter { $1.count > 1 || singleCount == groupCount }
    blocks.append(
      .table(
        AnswerTable(
          columns: ["Group", "Nodes", "Types", "Best linked members"],
          rows: shown.map { position, members in
            [
              String(position + 1), String(members.count), types(of: members),
              names(of: members),
            ]
          })))
    if listed.count < groupCount {
      blocks.append(.note("The first \(listed.count) of \(groupCount) groups stand here."))
    }
    return blocks
  }

  /// A row for each member.
  public var table: AnswerTable {
    AnswerTable(
      columns: ["group", "size", "key", "type", "name"],
      rows: listed.enumerated().flatMap { position, members in
        members.map { node in
          [
            String(position + 1), String(members.count), graph.key(of: node) ?? "",
            graph.typeName(of: node), graph.displayName(of: node),
          ]
        }
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("as_of", asOf?.description)
    switch kind {
    case .components: json.member("kind", "components")
    case .strongComponents: json.member("kind", "strong components")
    case .communities(let modularity, let resolution, let seed):
      json.member("kind", "communities")
      json.member("modularity", FixedDecimals(modularity).value)
      json.member("resolution", resolution)
      json.member("seed", String(seed))
    }
    json.member("nodes", nodeCount)
    json.member("count", groupCount)
    json.member("groups") { json in
      json.array { json in
        for members in listed {
          json.object { json in
            json.member("size", members.count)
            json.member("members") { json in
              json.array { json in
                for node in members { json.writeNode(node, in: graph) }
              }
            }
          }
        }
      }
    }
  }

  private var summary: String {
    let nodes = "\(nodeCount.counted("node"))\(dateText)"
    var text: String
    switch kind {
    case .components:
      text =
        groupCount == 1
        ? "\(nodes) in 1 component: paths join all of them."
        : "\(nodes) in \(groupCount) components: no path leads from one to another."
    case .strongComponents:
      text =
        "\(nodes) in \(groupCount.counted("strong component")): within one, edges lead from each "
        + "node to each other in their direction."
    case .communities(let modularity, _, _):
      text =
        "\(nodes) in \(groupCount.counted("community", "communities")), modularity "
        + "\(FixedDecimals(modularity).text): within one, nodes are linked more closely than to "
        + "the rest."
    }
    if singleCount > 0, singleCount < groupCount {
      text += " \(singleCount == 1 ? "1 node stands" : "\(singleCount) nodes stand") alone."
    }
    return text
  }

  /// "57 states, 24 programmes".
  private func types(of members: [NodeID]) -> String {
    var counts: [String: Int] = [:]
    for node in members { counts[graph.typeName(of: node), default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { type, count in
      let words = graph.description.types[type]
      let noun =
        count == 1
        ? (words?.title ?? DisplayLabel.words(of: type)).lowercased()
        : words?.plural ?? "\(DisplayLabel.words(of: type)) nodes"
      return "\(count) \(noun)"
    }.joined(separator: ", ")
  }

  private func names(of members: [NodeID]) -> String {
    let degrees = members.map { graph.degree(of: $0) }
    let order = members.indices.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    var names = order.prefix(Self.namedMembers)
      .map { DisplayLabel.shortName(of: members[$0], in: graph) }
    if members.count > names.count { names.append("\(members.count - names.count) more") }
    return names.joined(separator: "; ")
  }

  private var dateText: String { asOf.map { " as of \($0)" } ?? "" }

  /// Every group with its members, larger ones first, equal ones by number.
  private static func groups(
    sizes: [Int], in graph: PropertyGraph, number: (NodeID) -> Int?
  ) -> [[NodeID]] {
    var members: [[NodeID]] = Array(repeating: [], count: sizes.count)
    for node in graph.nodes {
      if let group = number(node) { members[group].append(node) }
    }
    return members.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.map { members[$0] }
  }
}
