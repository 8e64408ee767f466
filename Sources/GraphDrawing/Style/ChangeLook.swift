// SPDX-License-Identifier: Apache-2.0

/// How a figure that compares two versions tells apart what became of things, on grey paper too:
/// what is new is bold, what has gone is dashed, what stayed is thin and without a tint.
///
/// Marks (``Figure/Change/mark``) and words say the rest.
enum ChangeLook {
  static func apply(_ change: Figure.Change?, to style: inout NodeStyle, _ colours: FigureColours) {
    switch change {
    case .added: style.strokeWidth = max(style.strokeWidth + 1.4, 2.6)
    case .removed:
      style.fill = colours.paper
      style.dashes = [3, 2.5]
    case .ended, .changed, .resourced: break
    case nil:
      style.fill = colours.paper
      style.strokeWidth = min(style.strokeWidth, 0.8)
    }
  }

  static func apply(_ change: Figure.Change?, to style: inout LineStyle, _ colours: FigureColours) {
    switch change {
    case .added: style.width = max(style.width * 1.6, 2.4)
    case .removed:
      style.dashes = [4, 4]
      style.hasRoundEnds = false
    case .ended, .changed, .resourced: break
    case nil:
      style.width = min(style.width, 0.7)
      style.stroke = colours.endedLine
      style.text = colours.quiet
    }
  }

  /// Whether a rule is about what became of things, and so has the last word on it.
  static func isNamed(by rule: StyleRule) -> Bool {
    rule.selector.states.contains { $0.change != nil }
  }
}

extension StyleSelector.State {
  /// The change that the state stands for, if it does; `ended` is one in a comparison.
  var change: Figure.Change? { Figure.Change(rawValue: rawValue) }
}
