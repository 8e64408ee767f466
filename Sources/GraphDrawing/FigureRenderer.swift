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

  /// Lays the figure out, without holding a thread of the caller. A figure that is too large, or
  /// that no engine lays out, has nodes put together and is laid out then.
  public func laidOut(_ figure: Figure) async throws -> LaidOutFigure {
    do {
      return LaidOutFigure(
        figure: figure, layout: try await service.layout(of: figure, style: style))
    } catch let error as LayoutError {
      let grouped = try grouped(figure, after: error)
      let layout = try await service.layout(of: grouped, style: style)
      return told(grouped, layout, of: figure, error)
    }
  }

  /// The same on the calling thread, as a command-line tool wants it.
  public func laidOutNow(_ figure: Figure) throws(LayoutError) -> LaidOutFigure {
    do throws(LayoutError) {
      return LaidOutFigure(
        figure: figure, layout: try service.layoutNow(of: figure, style: style))
    } catch {
      let grouped = try grouped(figure, after: error)
      let layout = try service.layoutNow(of: grouped, style: style)
      return told(grouped, layout, of: figure, error)
    }
  }

  /// Lays the figure out and writes it, without holding a thread of the caller.
  public func svg(_ figure: Figure) async throws -> String {
    svg(try await laidOut(figure))
  }

  /// Lays the figure out and writes it on the calling thread, as a command-line tool wants it.
  public func svgNow(_ figure: Figure) throws(LayoutError) -> String {
    svg(try laidOutNow(figure))
  }

  /// Writes what is laid out.
  public func svg(_ laidOut: LaidOutFigure) -> String {
    SVGWriter().svg(of: laidOut.figure, layout: laidOut.layout, style: style, hints: hints)
  }

  /// The figure as GraphML with the positions of its nodes, laid out on the calling thread.
  public func graphMLNow(_ figure: Figure) throws(LayoutError) -> String {
    let laidOut = try laidOutNow(figure)
    return GraphMLWriter().graphML(of: laidOut.figure, layout: laidOut.layout)
  }

  /// The figure with fewer nodes; throws the error again where that does not help.
  private func grouped(
    _ figure: Figure, after error: LayoutError
  ) throws(LayoutError) -> Figure {
    switch error {
    case .allEnginesFailed, .tooLarge: break
    default: throw error
    }
    guard figure.nodes.count <= LayoutProblem.Bound.nodes,
      figure.edges.count <= LayoutProblem.Bound.edges
    else { throw error }
    let grouped = figure.grouped(maximumNodes: service.limits.groupedNodes)
    guard grouped.nodes.count < figure.nodes.count else { throw error }
    return grouped
  }

  private func told(
    _ grouped: Figure, _ layout: FigureLayout, of figure: Figure, _ error: LayoutError
  ) -> LaidOutFigure {
    var layout = layout
    layout.reason +=
      ", after \(figure.nodes.count) nodes were put together to \(grouped.nodes.count)"
    layout.warnings.insert("Nodes are put together: \(error)", at: 0)
    return LaidOutFigure(figure: grouped, layout: layout)
  }
}
