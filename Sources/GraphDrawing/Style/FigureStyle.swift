// SPDX-License-Identifier: Apache-2.0

/// Shapes, colours and lines by type, and the measures of text.
///
/// ## Topics
/// - ``default``: the theme of figures for reports, safe in greyscale.
/// - ``nodeStyles(of:)``, ``lineStyles(of:)``: what the types of one figure get.
/// - ``rules``, ``applying(_:for:)``: what style sheets change of it, element by element.
public struct FigureStyle: Sendable, Hashable {
  /// Style of each known node type. Others get one by their order; see ``nodeStyles(of:)``.
  public var nodes: [String: NodeStyle]
  /// Kind of line of each known edge type.
  public var lineKinds: [String: Figure.LineKind]
  /// Style of each kind of line.
  public var lines: LineKindTable<LineStyle>
  /// Colours of what has no type.
  public var colours: FigureColours
  /// What is changed of the styles of types; among rules that select one element the later wins.
  public var rules: [StyleRule]
  /// Names of fonts with Helvetica metrics, for the `font-family` attribute.
  public var fontFamily: String
  /// Size of node labels in points; other texts follow it.
  public var labelSize: Double
  /// Width in points at which node labels are wrapped. A longer single word widens its box first.
  public var labelWidth: Double
  /// Most lines a label may take; more are cut with an ellipsis.
  public var labelLineLimit: Int

  public init(
    nodes: [String: NodeStyle] = FigureStyle.default.nodes,
    lineKinds: [String: Figure.LineKind] = FigureStyle.default.lineKinds,
    lines: LineKindTable<LineStyle> = FigureStyle.default.lines,
    colours: FigureColours = FigureColours(),
    rules: [StyleRule] = [],
    fontFamily: String = "Helvetica, Arial, 'Liberation Sans', Arimo, sans-serif",
    labelSize: Double = 12,
    labelWidth: Double = 124,
    labelLineLimit: Int = 5
  ) {
    self.nodes = nodes
    self.lineKinds = lineKinds
    self.lines = lines
    self.colours = colours
    self.rules = rules
    self.fontFamily = fontFamily
    self.labelSize = labelSize
    self.labelWidth = labelWidth
    self.labelLineLimit = labelLineLimit
  }

  /// Style of every node type that the figure shows.
  ///
  /// Unknown types are taken in the order of their names; each gets a shape no other unknown type
  /// has (as long as there are shapes left), so that they differ in greyscale as well.
  public func nodeStyles(of figure: Figure) -> [String: NodeStyle] {
    var result: [String: NodeStyle] = [:]
    var unknown = Set<String>()
    for node in figure.nodes {
      if let style = nodes[node.typeName] {
        result[node.typeName] = style
      } else {
        unknown.insert(node.typeName)
      }
    }
    for (position, name) in unknown.sorted().enumerated() {
      result[name] = FigureStyle.spareNodeStyle(position)
    }
    return result
  }

  /// The line of an edge: its own kind, else the kind of its type, else ``Figure/LineKind/other``.
  public func lineKind(of edge: Figure.Edge) -> Figure.LineKind {
    edge.lineKind ?? lineKinds[edge.typeName] ?? .other
  }

  /// Style of every edge type in the figure that has no kind, by type name.
  ///
  /// The dashes follow from the name, so that a type has the same in every figure. Of two types in
  /// one figure that would have the same, the later by name takes the next ones that are free. An
  /// edge whose own kind is ``Figure/LineKind/other`` has a plain line.
  public func lineStyles(of figure: Figure) -> [String: LineStyle] {
    var unknown = Set<String>()
    for edge in figure.edges where edge.lineKind == nil && lineKinds[edge.typeName] == nil {
      unknown.insert(edge.typeName)
    }
    let count = FigureStyle.spareLineCount
    var taken = Set<Int>()
    var result: [String: LineStyle] = [:]
    for name in unknown.sorted() {
      var hash = ContentHash()
      hash.add(name)
      var position = hash.position(below: count)
      while taken.count < count, taken.contains(position) { position = (position + 1) % count }
      taken.insert(position)
      result[name] = FigureStyle.spareLineStyle(position)
    }
    return result
  }

  func line(_ kind: Figure.LineKind) -> LineStyle { lines[kind] }
}
