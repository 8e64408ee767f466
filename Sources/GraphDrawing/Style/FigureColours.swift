// SPDX-License-Identifier: Apache-2.0

/// Colours of a figure that do not depend on a type, each "#RRGGBB".
public struct FigureColours: Sendable, Hashable {
  public var text = "#1A1A1A"
  /// Second texts: dates, acronyms, what has ended.
  public var quiet = "#595959"
  /// Outlines and lines of what has ended.
  public var endedLine = "#8C8C8C"
  /// Backgrounds of nodes that have ended.
  public var endedFill = "#F7F7F7"
  /// The line above the legend.
  public var rule = "#BFBFBF"
  public var link = "#1F4E9E"
  public var paper = "#FFFFFF"
  /// Outlines of signs in the legend that stand for nodes of any type.
  public var outline = "#333333"

  /// Those of the theme for reports.
  public init() {}

  /// What a style sheet changes of them; nil keeps what was.
  public struct Changes: Sendable, Hashable {
    public var text: String?
    public var quiet: String?
    public var endedLine: String?
    public var endedFill: String?
    public var rule: String?
    public var link: String?
    public var paper: String?
    public var outline: String?
    /// Size of node labels in points; other texts follow it.
    public var textSize: Double?

    public init() {}

    mutating func add(_ later: Changes) {
      text = later.text ?? text
      quiet = later.quiet ?? quiet
      endedLine = later.endedLine ?? endedLine
      endedFill = later.endedFill ?? endedFill
      rule = later.rule ?? rule
      link = later.link ?? link
      paper = later.paper ?? paper
      outline = later.outline ?? outline
      textSize = later.textSize ?? textSize
    }

    func apply(to colours: inout FigureColours) {
      colours.text = text ?? colours.text
      colours.quiet = quiet ?? colours.quiet
      colours.endedLine = endedLine ?? colours.endedLine
      colours.endedFill = endedFill ?? colours.endedFill
      colours.rule = rule ?? colours.rule
      colours.link = link ?? colours.link
      colours.paper = paper ?? colours.paper
      colours.outline = outline ?? colours.outline
      guard paper != nil else { return }
      // What the paper was chosen without must still be read on it.
      if text == nil { colours.text = colours.readable(colours.text, on: colours.paper) }
      if quiet == nil { colours.quiet = colours.readable(colours.quiet, on: colours.paper) }
      if link == nil { colours.link = colours.readable(colours.link, on: colours.paper) }
      if outline == nil { colours.outline = colours.readable(colours.outline, on: colours.paper) }
    }
  }

  /// A colour for text on a fill: the one wished for, or whichever of near black and white can be
  /// read better where that one cannot.
  func readable(_ wished: String, on fill: String) -> String {
    guard let ground = ColourValue(fill), let ink = ColourValue(wished),
      ink.contrast(with: ground) < ColourValue.textContrast
    else { return wished }
    let candidates = ["#1A1A1A", "#FFFFFF"]
    func contrast(_ text: String) -> Double {
      ColourValue(text)?.contrast(with: ground) ?? 0
    }
    return contrast(candidates[0]) >= contrast(candidates[1]) ? candidates[0] : candidates[1]
  }
}
