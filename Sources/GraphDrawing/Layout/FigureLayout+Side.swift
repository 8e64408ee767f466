// SPDX-License-Identifier: Apache-2.0

extension FigureLayout {
  /// The same places with only what a part of the figure shows, in the words of that part.
  ///
  /// - Parameters:
  ///   - part: some nodes and edges of the figure that was laid out, in its order.
  ///   - whole: the figure that was laid out.
  /// - Complexity: O(*n*) in nodes and edges, apart from measuring text.
  func limited(
    to part: Figure, of whole: Figure, style: FigureStyle
  ) throws(LayoutError) -> FigureLayout {
    let plan = try FigurePlan(part, style: style)
    var copy = self
    let texts = Dictionary(
      plan.nodes.map { (part.nodes[$0.index].id, $0.fit.lines) },
      uniquingKeysWith: { first, _ in first })
    copy.nodes = nodes.compactMap { node in
      guard let lines = texts[node.id] else { return nil }
      var node = node
      node.lines = lines.map { $0.moved(by: node.box.centre) }
      return node
    }
    let labels = Dictionary(
      plan.edges.map { ($0.index, $0.label) }, uniquingKeysWith: { first, _ in first })
    var next = 0
    copy.edges = edges.compactMap { placed in
      guard next < part.edges.count, Self.isSame(part.edges[next], whole.edges[placed.index])
      else { return nil }
      var edge = placed
      edge.index = next
      if let box = placed.labelBox, let label = labels[next] {
        edge.labelLines = label.lines.map { $0.moved(by: box.centre) }
      }
      next += 1
      return edge
    }
    return copy
  }

  /// Whether an edge of a part is this one of the whole, whose dates and state may differ.
  private static func isSame(_ part: Figure.Edge, _ whole: Figure.Edge) -> Bool {
    part.from == whole.from && part.to == whole.to && part.typeName == whole.typeName
      && part.verb == whole.verb && part.sourceNumbers == whole.sourceNumbers
      && (part.change == whole.change || whole.change == .ended)
  }
}
