// SPDX-License-Identifier: Apache-2.0

/// How large a shape must be for its text, and where in the shape the text stands.
struct ShapeFit {
  var width: Double
  var height: Double
  /// Middle of the text block, from the centre of the shape.
  var textX: Double
  var textY: Double
}

extension NodeShape {
  /// One line of a text block: its width, and its top and bottom from the top of the block.
  struct LineExtent {
    var width: Double
    /// Width in a font that is wider than Helvetica.
    var reach: Double
    var top: Double
    var bottom: Double

    /// Width to leave free inside of a shape with `room` beside its text: the usual room where the
    /// font has Helvetica's widths, and little of it in a wider one.
    func width(withRoom room: Double, least: Double) -> Double {
      max(width * 1.05 + room, reach + least)
    }
  }

  /// Measures that fitting and drawing share, in points.
  enum Measure {
    static let doubleLineGap = 3.0
    static let fold = 9.0
    static let tabHeight = 5.0
    static let wave = 4.0
    static let bar = 4.0
    static let slant = 9.0
    static let cut = 6.0
    static let point = 11.0
  }

  /// The smallest good size of the shape around a block of lines.
  func fit(_ lines: [LineExtent]) -> ShapeFit {
    // Twenty points are the room of a plain box: in a wider font, text keeps four on each side.
    let textWidth = (lines.map { $0.width(withRoom: 20, least: 8) }.max() ?? 20) - 20
    let textHeight = lines.last?.bottom ?? 0
    let height = max(textHeight + 15, 31)
    let width = max(textWidth + 20, 46)
    var fit = ShapeFit(width: width, height: height, textX: 0, textY: 0)
    switch self {
    case .box, .roundedBox: break
    case .doubleBox, .doubleRoundedBox:
      fit.width += 2 * Measure.doubleLineGap
      fit.height += 2 * Measure.doubleLineGap
    case .ellipse, .doubleEllipse:
      fit = ellipseFit(lines, textHeight)
    case .note:
      fit.width += 6
      fit.textX = -2
    case .folder:
      fit.height += Measure.tabHeight
      fit.textY = Measure.tabHeight / 2
    case .hexagon:
      fit.width = max(textWidth + 12 + 2 * hexagonInset(height), 54)
    case .pointedBox:
      fit.width += Measure.point - 4
      fit.textX = -(Measure.point - 4) / 2
    case .pill:
      let radius = height / 2
      let half = min(textHeight / 2, radius)
      let inset = radius - (radius * radius - half * half).squareRoot()
      fit.width = max(textWidth + 2 * inset + 14, 46)
    case .octagon: fit.width += 4
    case .parallelogram, .trapezium: fit.width += 2 * Measure.slant
    case .barredBox:
      fit.width += Measure.bar
      fit.textX = Measure.bar / 2
    case .wavyBox:
      fit.height += 2 * Measure.wave
      fit.textY = -Measure.wave
    }
    fit.width = hundredths(min(fit.width, LayoutProblem.Bound.side))
    fit.height = hundredths(min(fit.height, LayoutProblem.Bound.side))
    return fit
  }

  func hexagonInset(_ height: Double) -> Double { min(height * 0.32, 14) }

  /// The narrowest ellipse, half as high again as the text, that holds every line.
  private func ellipseFit(_ lines: [LineExtent], _ textHeight: Double) -> ShapeFit {
    let halfHeight = max(textHeight / 2 * 1.5, 17)
    var halfWidth = 25.0
    for line in lines {
      let top = abs(line.top + 2 - textHeight / 2)
      let bottom = abs(line.bottom - 2 - textHeight / 2)
      let share = max(top, bottom) / halfHeight
      let squeeze = max(1 - share * share, 0.05).squareRoot()
      halfWidth = max(halfWidth, line.width(withRoom: 12, least: 5) / 2 / squeeze)
    }
    let gap = self == .doubleEllipse ? Measure.doubleLineGap : 0
    return ShapeFit(
      width: 2 * (halfWidth + gap), height: 2 * (halfHeight + gap), textX: 0, textY: 0)
  }
}
