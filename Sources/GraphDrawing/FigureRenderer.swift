// SPDX-License-Identifier: Apache-2.0

/// From a figure to its SVG in one call.
///
/// ```swift
/// let renderer = FigureRenderer()
/// let text = try await renderer.svg(figure)
/// ```
public struct FigureRenderer: Sendable {
  public var style: FigureStyle
  public var service: LayoutService
  /// What is printed as numbered notes, for media that lose tooltips or links.
  public var hints = PrintedHints.none

  public init(style: FigureStyle = .default, service: LayoutService = LayoutService()) {
    self.style = style
    self.service = service
  }

  /// Lays the figure out and writes it, without holding a thread of the caller.
  public func svg(_ figure: Figure) async throws -> String {
    let layout = try await service.layout(of: figure, style: style)
    return SVGWriter().svg(of: figure, layout: layout, style: style, hints: hints)
  }

  /// Lays the figure out and writes it on the calling thread, as a command-line tool wants it.
  public func svgNow(_ figure: Figure) throws(LayoutError) -> String {
    let layout = try service.layoutNow(of: figure, style: style)
    return SVGWriter().svg(of: figure, layout: layout, style: style, hints: hints)
  }

  /// The figure as GraphML with the positions of its nodes, laid out on the calling thread.
  public func graphMLNow(_ figure: Figure) throws(LayoutError) -> String {
    let layout = try service.layoutNow(of: figure, style: style)
    return GraphMLWriter().graphML(of: figure, layout: layout)
  }
}
