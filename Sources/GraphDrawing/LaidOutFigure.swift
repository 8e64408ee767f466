// SPDX-License-Identifier: Apache-2.0

/// A figure with its layout, ready to be written.
///
/// The figure may have fewer nodes than the one that was asked for: when nothing could lay that one
/// out, nodes that play the same part are put together, and ``FigureLayout/reason`` and
/// ``FigureLayout/warnings`` say so.
public struct LaidOutFigure: Sendable, Hashable {
  public var figure: Figure
  public var layout: FigureLayout

  public init(figure: Figure, layout: FigureLayout) {
    self.figure = figure
    self.layout = layout
  }
}
