// SPDX-License-Identifier: Apache-2.0

extension LayoutProblem {
  /// The problem as DOT text for libgraphviz.
  ///
  /// It holds numbers and fixed words only: no name, label or address of a figure reaches
  /// Graphviz. Nodes are boxes of fixed size without text; a label is a table of fixed size without
  /// content, which needs neither a font nor a text-layout plug-in to be measured.
  var graphvizText: String {
    var text = "digraph g {\ngraph ["
    text += isLayered ? layeredAttributes : engine == .pinned ? pinnedAttributes : forceAttributes
    text += "];\nnode [shape=box,fixedsize=true,label=\"\"];\nedge [arrowsize=0.75];\n"
    for (index, node) in nodes.enumerated() {
      text += "n\(index) [width=\(inches(node.width)),height=\(inches(node.height))"
      if node.isRound { text += ",shape=ellipse" }
      // Graphviz counts upwards.
      if let place = node.place { text += ",pos=\"\(decimal(place.x)),\(decimal(-place.y))\"" }
      text += "];\n"
    }
    for (index, edge) in edges.enumerated() {
      text += "n\(edge.tail)->n\(edge.head) [id=e\(index)"
      switch edge.arrow {
      case .none: text += ",dir=none"
      case .tail: text += ",dir=back"
      case .head: break
      }
      if isLayered, edge.labelWidth > 0 {
        text += ",label=" + room(edge.labelWidth, edge.labelHeight)
      }
      text += "];\n"
    }
    if isLayered { text += parts }
    return text + "}\n"
  }

  /// Frames and ranks.
  private var parts: String {
    var text = ""
    for (index, cluster) in clusters.enumerated() {
      text += "subgraph cluster\(index) {graph [margin=12,labeljust=l"
      if cluster.labelWidth > 0 {
        text += ",label=" + room(cluster.labelWidth, cluster.labelHeight)
      }
      text += "];" + cluster.members.map { "n\($0);" }.joined() + "}\n"
    }
    for rank in ranks {
      text += "{rank=same;" + rank.map { "n\($0);" }.joined() + "}\n"
    }
    // Edges that nobody sees keep the ranks in their order, where links would not.
    for (rank, next) in zip(ranks, ranks.dropFirst()) {
      if let from = rank.first, let to = next.first {
        text += "n\(from)->n\(to) [style=invis,weight=0];\n"
      }
    }
    return text
  }

  /// Something of a fixed size with nothing in it.
  private func room(_ width: Double, _ height: Double) -> String {
    "<<table fixedsize=\"true\" width=\"\(points(width))\" height=\"\(points(height))\" border=\"0\" "
      + "cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr><td></td></tr></table>>"
  }

  private var layeredAttributes: String {
    let hasLabels = edges.contains { $0.labelWidth > 0 }
    // A label takes a layer of its own, so layers may lie closer where there are labels.
    var text = "rankdir=\(direction == .leftToRight ? "LR" : "TB"),"
    switch (direction, hasLabels) {
    case (.leftToRight, true): text += "nodesep=0.3,ranksep=0.3"
    case (.leftToRight, false): text += "nodesep=0.25,ranksep=0.9"
    case (.topDown, true): text += "nodesep=0.35,ranksep=0.3"
    // Rows are made to fit on a page, which room for lines that say nothing would not.
    case (.topDown, false) where !ranks.isEmpty: text += "nodesep=0.15,ranksep=0.4"
    case (.topDown, false): text += "nodesep=0.35,ranksep=0.6"
    }
    if effort == .reduced {
      text += ",splines=line,nslimit=2,nslimit1=2,mclimit=0.1"
    } else if !hasLabels, edges.count > 100 {
      // Among hundreds of edges the second half of the search for fewer crossings finds none.
      text += ",mclimit=0.5"
    }
    return text
  }

  private var forceAttributes: String {
    "overlap=prism,splines=line,sep=\"+10\",esep=\"+4\",start=1"
  }

  private var pinnedAttributes: String {
    effort == .full ? "splines=true,esep=\"+4\"" : "splines=line"
  }

  /// Four decimals: 0.0001 in is less than a hundredth of a point.
  private func inches(_ points: Double) -> String {
    let value = Int((max(points, 1) / 72 * 10_000).rounded())
    let fraction = String(value % 10_000)
    return "\(value / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction
  }

  private func points(_ value: Double) -> Int {
    Int(max(value, 1).rounded(.up))
  }
}
