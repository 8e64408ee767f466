// SPDX-License-Identifier: Apache-2.0

/// Writes a figure as DOT text, for those who want to lay it out or restyle it themselves.
///
/// Every text of the figure is quoted and escaped, so that Graphviz neither reads it as markup or
/// as an escape sequence nor opens a file for it.
public struct DOTWriter: Sendable {
  public init() {}

  /// - Complexity: O(*n* log *n*) in nodes and edges.
  public func dot(of figure: Figure, style: FigureStyle = .default) -> String {
    let looks = FigureLooks(figure, style: style)
    let wording = FigureWording.of(figure.language)
    let colours = style.colours
    let names = DOTWriter.names(of: figure)
    var text = "digraph {\n"
    text += "  graph [rankdir=\(figure.direction == .leftToRight ? "LR" : "TB"), "
    text += "label=\(DOTEscaping.label(DisplayText.line(figure.title))), labelloc=t, "
    text += "fontname=\"Helvetica,Arial,sans-serif\"];\n"
    // What Graphviz does of itself, black on white, needs no words.
    if colours.text != FigureColours().text || colours.paper != FigureColours().paper {
      let ink = DOTEscaping.colour(colours.text)
      text += "  graph [bgcolor=\"\(DOTEscaping.colour(colours.paper))\", fontcolor=\"\(ink)\"];\n"
      text += "  edge [fontcolor=\"\(ink)\"];\n"
    }
    text += "  node [shape=box, style=filled, fontname=\"Helvetica,Arial,sans-serif\"];\n"
    text += "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10];\n"
    for (node, look) in zip(figure.nodes, looks.nodes).sorted(by: { $0.0.id < $1.0.id }) {
      guard let name = names[node.id] else { continue }
      text += "  \(name) [\(attributes(of: node, look, colours, wording))];\n"
    }
    text += DOTWriter.sets(of: figure, names)
    for (edge, look) in zip(figure.edges, looks.edges) {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      text += "  \(from) -> \(to) [\(attributes(of: edge, look.drawn, wording))];\n"
    }
    return text + "}\n"
  }

  /// What stands close together, and what stands in one rank.
  private static func sets(of figure: Figure, _ names: [String: String]) -> String {
    var text = ""
    for (number, cluster) in figure.clustersApart().enumerated() {
      let members = cluster.members.compactMap { names[$0] }.sorted()
      let label = DOTEscaping.label(DisplayText.line(cluster.label, limit: 200))
      text += "  subgraph cluster_\(number) { label=\(label); "
      text += members.joined(separator: "; ") + "; }\n"
    }
    guard figure.ranking == .types else { return text }
    for type in Set(figure.nodes.map(\.typeName)).sorted() {
      let members = figure.nodes.filter { $0.typeName == type }.compactMap { names[$0.id] }
      text += "  { rank=same; \(members.sorted().joined(separator: "; ")); }\n"
    }
    return text
  }

  /// The ids as quoted names; two that would read alike are told apart by a number.
  private static func names(of figure: Figure) -> [String: String] {
    var names: [String: String] = [:]
    var taken = Set<String>()
    for id in figure.nodes.map(\.id).sorted() where names[id] == nil {
      let base = DisplayText.line(id, limit: 200)
      var name = DOTEscaping.name(base.isEmpty ? "node" : base)
      var number = 2
      while !taken.insert(name).inserted {
        name = DOTEscaping.name("\(base.isEmpty ? "node" : base)~\(number)")
        number += 1
      }
      names[id] = name
    }
    return names
  }

  private func attributes(
    of node: Figure.Node, _ look: FigureLooks.NodeLook, _ colours: FigureColours,
    _ wording: FigureWording
  ) -> String {
    let style = look.coloured
    var lines = DisplayText.clean(node.markedLabel).split(separator: "\n").map(String.init)
    if let sublabel = node.sublabel { lines.append(DisplayText.line(sublabel)) }
    if node.isEnded {
      let year = node.endYear.map { " " + DisplayText.line($0, limit: 20) } ?? ""
      lines.append("(\(wording.ended)\(year))")
    }
    if let hidden = node.hiddenNeighbourCount, hidden > 0 {
      lines.append("+\(hidden) \(wording.more)")
    }
    lines += node.details.map { DisplayText.line($0, limit: 200) }
    var parts = ["label=\(DOTEscaping.label(lines.joined(separator: "\n")))"]
    parts.append("shape=\(DOTWriter.shapeName(node.details.isEmpty ? style.shape : .box))")
    if style.shape == .doubleEllipse || style.shape == .doubleBox
      || style.shape == .doubleRoundedBox
    {
      parts.append("peripheries=2")
    }
    var looks = ["filled"]
    if style.shape == .roundedBox || style.shape == .doubleRoundedBox || style.shape == .pill {
      looks.append("rounded")
    }
    if !style.dashes.isEmpty { looks.append("dashed") }
    parts.append("style=\"\(looks.joined(separator: ","))\"")
    parts.append("fillcolor=\"\(DOTEscaping.colour(style.fill))\"")
    parts.append("color=\"\(DOTEscaping.colour(style.stroke))\"")
    let width = style.strokeWidth + (node.emphasis == .none ? 0 : 1.4)
    parts.append("penwidth=\(decimal(width))")
    let wished = node.isEnded ? colours.quiet : colours.text
    let ink = style.text ?? colours.readable(wished, on: style.fill)
    if ink != FigureColours().text { parts.append("fontcolor=\"\(DOTEscaping.colour(ink))\"") }
    if let size = style.textSize { parts.append("fontsize=\(decimal(size))") }
    if let url = node.url.flatMap({ LinkAddress($0) }) {
      parts.append("URL=\(DOTEscaping.label(url.text))")
    }
    if let tooltip = node.tooltip {
      parts.append("tooltip=\(DOTEscaping.label(DisplayText.line(tooltip)))")
    }
    return parts.joined(separator: ", ")
  }

  private func attributes(
    of edge: Figure.Edge, _ line: LineStyle, _ wording: FigureWording
  ) -> String {
    var label = edge.rankedHeading(wording)
    for part in [DisplayText.line(edge.dates ?? "", limit: 100), edge.sourceMarks]
    where !part.isEmpty {
      label += " " + part
    }
    var parts = ["label=\(DOTEscaping.label(label))", "penwidth=\(decimal(line.width(of: edge)))"]
    if line.hasRoundEnds {
      parts.append("style=dotted")
    } else if !line.dashes.isEmpty {
      parts.append("style=dashed")
    }
    parts.append("color=\"\(DOTEscaping.colour(line.stroke))\"")
    if let ink = line.text { parts.append("fontcolor=\"\(DOTEscaping.colour(ink))\"") }
    if let size = line.textSize { parts.append("fontsize=\(decimal(size))") }
    if !edge.isDirected { parts.append("dir=none") }
    return parts.joined(separator: ", ")
  }

  private static func shapeName(_ shape: NodeShape) -> String {
    switch shape {
    case .ellipse, .doubleEllipse: "ellipse"
    case .box, .doubleBox, .roundedBox, .doubleRoundedBox, .pill: "box"
    case .note: "note"
    case .folder: "folder"
    case .hexagon: "hexagon"
    case .pointedBox: "cds"
    case .octagon: "octagon"
    case .parallelogram: "parallelogram"
    case .trapezium: "trapezium"
    case .barredBox: "component"
    case .wavyBox: "tab"
    }
  }
}
