// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphDrawing
public import GraphModel
public import SourceDiagnostics

/// What lies around a node, as a tree of links with their dates and sources.
public struct NeighbourhoodAnswer: Answer {
  private let graph: PropertyGraph
  private let centre: NodeID
  private let asOf: CalendarDate?
  private let subgraph: Subgraph
  private let depths: [NodeID: Int]
  /// The edges at each node, in the order of the answer.
  private let links: [NodeID: [EdgeID]]

  public init(_ subgraph: Subgraph, of question: Neighbourhood, in graph: PropertyGraph) {
    self.graph = graph
    self.subgraph = subgraph
    centre = question.centre
    asOf = question.filter.asOf
    depths = Dictionary(uniqueKeysWithValues: zip(subgraph.nodes, subgraph.depths))
    var links: [NodeID: [EdgeID]] = [:]
    for edge in subgraph.edges {
      let (source, target) = (graph.source(of: edge), graph.target(of: edge))
      links[source, default: []].append(edge)
      if target != source { links[target, default: []].append(edge) }
    }
    self.links = links
  }

  public var isEmpty: Bool { subgraph.edges.isEmpty }
  public var schema: String { "entente.neighbours/1" }

  public var blocks: [AnswerBlock] {
    var numbering = SourceNumbering(graph)
    let type = DisplayLabel.title(ofType: graph.typeName(of: centre), in: graph.description)
    var lines = [AnswerTreeLine(depth: 0, "\(graph.displayName(of: centre)) (\(type))")]
    forEachLine { edge, depth in
      lines.append(
        AnswerTreeLine(depth: depth, EdgeReading(edge, in: graph).statement(&numbering)))
    }
    var blocks: [AnswerBlock] = [.tree(lines)]
    if isEmpty { blocks.append(.note("No neighbours\(asOf.map { " as of \($0)" } ?? "").")) }
    if let leftOut { blocks.append(.note(leftOut)) }
    blocks.append(.sources(numbering.sources))
    return blocks
  }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["edge", "from", "to", "since", "until", "sources"],
      rows: subgraph.edges.map { edge in
        let reading = EdgeReading(edge, in: graph)
        return [
          graph.typeName(of: edge), graph.displayName(of: graph.source(of: edge)),
          graph.displayName(of: graph.target(of: edge)), graph.dateText(of: edge, "since") ?? "",
          graph.dateText(of: edge, "until") ?? "",
          reading.citations.map { graph.source($0.source).key }.uniqued.joined(separator: " "),
        ]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    var numbering = numbering
    json.member("as_of", asOf?.description)
    json.key("centre")
    json.writeNode(centre, in: graph)
    json.member("nodes") { json in
      json.array { json in
        for (node, depth) in zip(subgraph.nodes, subgraph.depths) {
          json.object { json in
            json.writeIdentity(of: node, in: graph)
            json.member("depth", depth)
          }
        }
      }
    }
    json.member("edges") { json in
      json.array { json in
        for edge in subgraph.edges {
          json.write(EdgeReading(edge, in: graph), &numbering, in: graph)
        }
      }
    }
    json.member("omitted") { json in
      json.array { json in
        for omission in subgraph.omissions {
          json.object { json in
            json.member("node", graph.key(of: omission.node))
            json.member("type", omission.type)
            json.member("count", omission.count)
          }
        }
      }
    }
    json.writeSources(numbering.sources)
  }

  /// The node, its neighbours, and the edges between them, with the numbers that the text has too.
  public func figure(title: String? = nil) -> Figure {
    var numbering = numbering
    var drawn = SubgraphFigure(graph: graph, nodes: subgraph.nodes, edges: subgraph.edges)
    drawn.asOf = asOf
    drawn.emphasis = [centre: .focus]
    drawn.hiddenNeighbours = Dictionary(
      subgraph.omissions.map { ($0.node, $0.count) }, uniquingKeysWith: +)
    var figure = drawn.figure(
      title: title ?? graph.displayName(of: centre),
      subtitle: "What it is linked to within \(depths.values.max() ?? 0) "
        + (depths.values.max() == 1 ? "step" : "steps"),
      numbering: &numbering)
    if let leftOut { figure.notes.append(leftOut) }
    return figure
  }

  /// The sources in the order in which the text cites them.
  private var numbering: SourceNumbering {
    var numbering = SourceNumbering(graph)
    forEachLine { edge, _ in numbering.number(EdgeEvidence(edge, in: graph).citations) }
    return numbering
  }

  /// Each line of the tree: an edge, and how far in it stands.
  ///
  /// Under a node stand the edges to those one step farther, or as far as it is; a node that
  /// several nearer ones lead to is expanded under the first.
  private func forEachLine(_ body: (EdgeID, Int) -> Void) {
    var reached: Set<NodeID> = []
    forEachLine(under: centre, depth: 1, &reached, body)
  }

  private func forEachLine(
    under node: NodeID, depth: Int, _ reached: inout Set<NodeID>, _ body: (EdgeID, Int) -> Void
  ) {
    for edge in links[node] ?? [] {
      let source = graph.source(of: edge)
      let far = source == node ? graph.target(of: edge) : source
      guard far == node || depths[far] == depth else { continue }
      body(edge, depth)
      if far != node, reached.insert(far).inserted {
        forEachLine(under: far, depth: depth + 1, &reached, body)
      }
    }
  }

  /// What a limit left out, by node and type; nil when nothing was.
  public var leftOut: String? {
    guard !subgraph.omissions.isEmpty else { return nil }
    let parts = subgraph.omissions.map { omission in
      "\(omission.count) of type \(omission.type) at \(graph.displayName(of: omission.node))"
    }
    return "Left out: \(parts.joined(separator: "; "))."
  }
}
