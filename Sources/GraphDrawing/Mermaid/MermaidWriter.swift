// SPDX-License-Identifier: Apache-2.0

/// Writes a figure as a Mermaid flowchart, for pages that draw Mermaid themselves.
///
/// Nodes have names of our own (`n0`, `n1`); every character of a text that Mermaid, Markdown or
/// HTML could read as markup becomes a character code, so a text can end neither its quotes nor the
/// code fence around the chart.
public struct MermaidWriter: Sendable {
  public init() {}

  /// - Complexity: O(*n* log *n*) in nodes and edges.
  public func flowchart(of figure: Figure, style: FigureStyle = .default) -> String {
    let wording = FigureWording.of(figure.language)
    let looks = FigureLooks(figure, style: style)
    let classes = MermaidWriter.classes(of: figure, looks)
    let numbers = Dictionary(
      classes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var text = "flowchart \(figure.direction == .leftToRight ? "LR" : "TB")\n"
    text += "  accTitle: \(MermaidWriter.plain(figure.title))\n"
    var names: [String: String] = [:]
    for (node, look) in zip(figure.nodes, looks.nodes).sorted(by: { $0.0.id < $1.0.id })
    where names[node.id] == nil {
      let name = "n\(names.count)"
      names[node.id] = name
      let (open, close) = MermaidWriter.brackets(look.coloured.shape)
      text += "  \(name)\(open)\"\(MermaidWriter.label(of: node, wording))\"\(close)"
      let key = ClassKey(typeName: node.typeName, style: look.coloured)
      if let position = numbers[key] { text += ":::type\(position)" }
      text += "\n"
      if let url = node.url.flatMap({ LinkAddress($0) }) {
        text += "  click \(name) href \"\(MermaidWriter.address(url))\"\n"
      }
    }
    text += MermaidWriter.clusters(of: figure, names)
    var changes = ""
    var count = 0
    for (edge, look) in zip(figure.edges, looks.edges) {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      let arrow = MermaidWriter.arrow(style.lineKind(of: edge), isDirected: edge.isDirected)
      let label = MermaidWriter.label(of: edge, wording)
      text += "  \(from) \(arrow)\(label.isEmpty ? "" : "|\"\(label)\"|") \(to)\n"
      var line = look.coloured
      line.width = line.width(of: edge)
      if look.isChanged || edge.isOnBestPath {
        changes += "  linkStyle \(count) \(MermaidWriter.properties(of: line))\n"
      }
      count += 1
    }
    for (position, key) in classes.enumerated() {
      let look = key.style
      text += "  classDef type\(position) fill:\(DOTEscaping.colour(look.fill))"
      text += ",stroke:\(DOTEscaping.colour(look.stroke))"
      text += ",stroke-width:\(decimal(look.strokeWidth))px"
      let ink = look.text ?? style.colours.readable(style.colours.text, on: look.fill)
      text += ",color:\(DOTEscaping.colour(ink))"
      if !look.dashes.isEmpty { text += ",stroke-dasharray:5 3" }
      if let size = look.textSize { text += ",font-size:\(decimal(size))px" }
      text += "\n"
    }
    return text + changes
  }

  /// What stands close together. A node stands in the first of several.
  private static func clusters(of figure: Figure, _ names: [String: String]) -> String {
    var text = ""
    for (number, cluster) in figure.clustersApart().enumerated() {
      let members = cluster.members.compactMap { names[$0] }.sorted()
      text += "  subgraph s\(number)[\"\(escaped(DisplayText.line(cluster.label, limit: 200)))\"]\n"
      for member in members { text += "    \(member)\n" }
      text += "  end\n"
    }
    return text
  }

  /// A type, and one of the looks that its nodes have.
  private struct ClassKey: Hashable {
    var typeName: String
    var style: NodeStyle
  }

  /// The classes of a figure in the order of their numbers.
  private static func classes(of figure: Figure, _ looks: FigureLooks) -> [ClassKey] {
    let keys = zip(figure.nodes, looks.nodes).map { node, look in
      ClassKey(typeName: node.typeName, style: look.coloured)
    }
    return Set(keys).sorted {
      ($0.typeName, $0.style.sortKey, $0.style.text ?? "", $0.style.textSize ?? 0)
        < ($1.typeName, $1.style.sortKey, $1.style.text ?? "", $1.style.textSize ?? 0)
    }
  }

  private static func properties(of line: LineStyle) -> String {
    var text = "stroke:\(DOTEscaping.colour(line.stroke)),stroke-width:\(decimal(line.width))px"
    let dashes = line.dashes.map { decimal(max($0, 1)) }.joined(separator: " ")
    text += ",stroke-dasharray:\(dashes.isEmpty ? "none" : dashes)"
    if let ink = line.text { text += ",color:\(DOTEscaping.colour(ink))" }
    return text
  }

  private static func label(of node: Figure.Node, _ wording: FigureWording) -> String {
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
    let escaped = lines.map { MermaidWriter.escaped($0) }.joined(separator: "<br/>")
    return escaped.isEmpty ? " " : escaped
  }

  private static func label(of edge: Figure.Edge, _ wording: FigureWording) -> String {
    var label = edge.rankedHeading(wording)
    for part in [DisplayText.line(edge.dates ?? "", limit: 100), edge.sourceMarks]
    where !part.isEmpty {
      label += " " + part
    }
    return escaped(label)
  }

  /// Letters, digits, spaces and harmless marks as they are; all else as `#code;`.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isSafe =
        scalar.value > 0x7e || scalar == " " || scalar == "," || scalar == "." || scalar == "-"
        || ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("a"..."z").contains(scalar)
      if isSafe {
        result.unicodeScalars.append(scalar)
      } else {
        result += "#\(scalar.value);"
      }
    }
    return result
  }

  /// Text for a line that knows no quotes and no codes: what could be markup becomes a space.
  private static func plain(_ text: String) -> String {
    let line = DisplayText.line(text, limit: 300)
    let scalars = line.unicodeScalars.map { scalar -> Unicode.Scalar in
      "`#;{}<>%\"|[]".unicodeScalars.contains(scalar) ? " " : scalar
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return DisplayText.line(String(result))
  }

  private static func address(_ url: LinkAddress) -> String {
    url.text.replacing("'", with: "%27").replacing(";", with: "%3B")
  }

  private static func brackets(_ shape: NodeShape) -> (String, String) {
    switch shape {
    case .ellipse, .pill: ("([", "])")
    case .doubleEllipse: ("(((", ")))")
    case .doubleBox, .doubleRoundedBox, .barredBox: ("[[", "]]")
    case .roundedBox: ("(", ")")
    case .hexagon: ("{{", "}}")
    case .pointedBox: (">", "]")
    case .parallelogram: ("[/", "/]")
    case .trapezium: ("[/", "\\]")
    case .box, .note, .folder, .octagon, .wavyBox: ("[", "]")
    }
  }

  private static func arrow(_ kind: Figure.LineKind, isDirected: Bool) -> String {
    switch kind {
    case .legal: isDirected ? "==>" : "==="
    case .addresses, .takesPart, .succession, .running, .basis, .place: isDirected ? "-.->" : "-.-"
    case .funding, .covers, .membership, .other: isDirected ? "-->" : "---"
    }
  }
}
