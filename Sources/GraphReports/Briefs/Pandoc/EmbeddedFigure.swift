// SPDX-License-Identifier: Apache-2.0

/// The SVG of a figure as it stands in a page of HTML.
struct EmbeddedFigure {
  let svg: String

  /// What the author says that the figure shows, in the place of the program's own description.
  let alternative: String?
  let width: BriefLength?

  /// Which figure with the same identifiers it is in the page, from 1.
  let use: Int

  init(_ svg: String, alternative: String?, width: BriefLength?, use: Int) {
    self.svg = svg
    self.alternative = alternative
    self.width = width
    self.use = use
  }

  /// One element, scaled to the width that it has, with identifiers of its own.
  var markup: String {
    var text = svg
    while let last = text.last, last.isNewline { text.removeLast() }
    if let alternative, let start = text.firstRange(of: "<desc"),
      let open = text[start.upperBound...].firstIndex(of: ">"),
      let end = text[open...].firstRange(of: "</desc>")
    {
      text.replaceSubrange(
        text.index(after: open)..<end.lowerBound, with: alternative.escapedForMarkup)
    }
    if use > 1, let identifier = Self.identifier(of: svg) {
      text = text.replacing(identifier, with: "\(identifier)-\(use)")
    }
    let width = width.map { "width:\($0.text);" } ?? ""
    if text.hasPrefix("<svg ") {
      text.insert(
        contentsOf: "style=\"\(width)max-width:100%;height:auto\" ",
        at: text.index(text.startIndex, offsetBy: 5))
    }
    return text
  }

  /// The identifier of the figure, which its other identifiers begin with.
  static func identifier(of svg: String) -> String? {
    attribute("id", of: svg).flatMap { $0.utf8.count >= 4 ? $0 : nil }
  }

  /// A width for paper: what the figure measures at 96 units to an inch, or all of the text where
  /// that is more; less where the figure would be higher than a page.
  static func width(of svg: String) -> String? {
    guard let width = attribute("width", of: svg).flatMap(Double.init),
      let height = attribute("height", of: svg).flatMap(Double.init),
      width > 0, height > 0, width < 1e6, height < 1e6
    else { return nil }
    let inches = min(width, width * pageHeight / height) / 96
    if inches > textWidth { return "100%" }
    let hundredths = max(1, Int((inches * 100).rounded()))
    let digits = String(hundredths % 100)
    return "\(hundredths / 100).\(digits.count == 1 ? "0" : "")\(digits)in"
  }

  /// Of A4 and of letter paper with usual margins, in inches and in units.
  private static let textWidth = 6.0
  private static let pageHeight = 8.0 * 96

  /// An attribute of the root element.
  private static func attribute(_ name: String, of svg: String) -> String? {
    let tag = svg.prefix(4_000).prefix { $0 != ">" }
    guard let start = tag.firstRange(of: " \(name)=\""),
      let end = tag[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    return String(tag[start.upperBound..<end])
  }
}

extension String {
  /// Text as it may stand in an element or an attribute.
  var escapedForMarkup: String {
    withoutControls.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
