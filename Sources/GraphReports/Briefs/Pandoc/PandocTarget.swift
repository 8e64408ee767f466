// SPDX-License-Identifier: Apache-2.0

/// The format that pandoc writes, as far as figures differ in it.
public enum PandocTarget: Sendable, Hashable {
  /// The figure stands in the page itself.
  case markup

  /// The figure is a file beside the document.
  case picture(PandocPicture)

  /// There are no figures: their texts stand in their place.
  case words

  /// - Parameter format: what pandoc calls it, the first argument of a filter: `html5`,
  ///   `markdown+footnotes`. A format without a name here gets SVG files.
  public init(format: String) {
    let name = format.prefix { $0 != "+" && $0 != "-" }.lowercased()
    switch name {
    case "html", "html4", "html5", "chunkedhtml", "slidy", "slideous", "s5", "dzslides",
      "revealjs":
      self = .markup
    case "docx", "pptx", "rtf", "icml", "ipynb", "fb2": self = .picture(.png)
    case "latex", "beamer", "context", "ms", "pdf": self = .picture(.pdf)
    case "plain", "ansi", "man": self = .words
    default: self = .picture(.svg)
    }
  }
}

/// The kinds of picture files that figures become.
public enum PandocPicture: String, Sendable, Hashable, CaseIterable {
  case svg, png, pdf

  /// How many pixels of a PNG stand for an inch of the figure.
  public static let dotsPerInch = 300
}

/// Keeps the files that a document refers to.
public protocol PandocMedia: Sendable {
  /// Keeps a picture and says how the document names it: a path that pandoc can open.
  ///
  /// - Parameters:
  ///   - name: a file name that is the same whenever the figure is the same; a file that is there
  ///     already need not be made again.
  ///   - svg: the figure, a whole `<svg>` element.
  /// - Throws: a fault in words, such as that a converter is missing.
  func keep(
    _ svg: String, as picture: PandocPicture, named name: String
  ) throws(BriefFault) -> String
}
