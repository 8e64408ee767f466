// SPDX-License-Identifier: Apache-2.0

/// Rules that change how figures look, read from a text such as
///
/// ```
/// Programme[until]  { line: dashed; legend: "programme with an end"; }
/// -COVERS->         { line: solid; width: 1; }
/// @media print      { * { fill: white; } }
/// ```
///
/// Among rules that select the same element the later wins, whatever their selectors.
///
/// ## Topics
/// - Reading: ``StyleSheetParser``
/// - Use: ``rules(for:)``, ``colours(for:)``, ``FigureStyle/applying(_:for:)``
public struct StyleSheet: Sendable, Hashable {
  /// Where a figure is seen.
  public enum Medium: String, Sendable, Hashable, CaseIterable {
    case print
    case screen
    /// A screen with light text on a dark ground.
    case dark
  }

  enum Content: Sendable, Hashable {
    case rule(StyleRule)
    case colours(FigureColours.Changes)
  }

  struct Item: Sendable, Hashable {
    /// Nil stands for all.
    var media: [Medium]?
    var content: Content

    func isFor(_ medium: Medium) -> Bool { media?.contains(medium) ?? true }
  }

  private(set) var items: [Item] = []

  /// A sheet that changes nothing.
  public init() {}

  mutating func add(_ content: Content, media: [Medium]?) {
    items.append(Item(media: media, content: content))
  }

  /// The rules that hold for a medium, in their order.
  public func rules(for medium: Medium) -> [StyleRule] {
    items.compactMap { item in
      if item.isFor(medium), case .rule(let rule) = item.content { return rule }
      return nil
    }
  }

  /// What the sheet changes of the colours that belong to no type.
  public func colours(for medium: Medium) -> FigureColours.Changes {
    var changes = FigureColours.Changes()
    for item in items where item.isFor(medium) {
      if case .colours(let further) = item.content { changes.add(further) }
    }
    return changes
  }
}

extension FigureStyle {
  /// A copy over which a style sheet is laid.
  ///
  /// - Complexity: linear in the rules of both.
  public func applying(_ sheet: StyleSheet, for medium: StyleSheet.Medium) -> FigureStyle {
    var style = self
    style.rules += sheet.rules(for: medium)
    let changes = sheet.colours(for: medium)
    changes.apply(to: &style.colours)
    if let size = changes.textSize, style.labelSize > 0 {
      style.labelWidth *= size / style.labelSize
      style.labelSize = size
    }
    return style
  }
}
