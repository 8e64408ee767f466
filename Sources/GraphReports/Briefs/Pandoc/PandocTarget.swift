// SPDX-License-Identifier: Apache-2.0

/// The format that pandoc writes, as far as figures and tables differ in it.
public struct PandocTarget: Sendable, Hashable {
  /// What becomes of a figure.
  public enum Figures: Sendable, Hashable {
    /// The figure stands in the page itself.
    case markup

    /// The figure is a file.
    case picture(PandocPicture)

    /// There are no figures: their texts stand in their place.
    case words
  }

  /// Without extensions, in lower case: `html5`, `docx`.
  public let name: String
  public let figures: Figures

  /// - Parameter format: what pandoc calls it, the first argument of a filter: `html5`,
  ///   `markdown+footnotes`. A format without a name here gets SVG files.
  public init(format: String) {
    name = format.prefix { $0 != "+" && $0 != "-" }.lowercased()
    figures =
      switch name {
      case "html", "html4", "html5", "chunkedhtml", "slidy", "slideous", "s5", "dzslides",
        "revealjs":
        .markup
      case "docx", "odt", "opendocument", "pptx", "rtf", "icml", "ipynb", "fb2": .picture(.png)
      case "latex", "beamer", "context", "ms", "pdf": .picture(.pdf)
      case "plain", "ansi", "man": .words
      default: .picture(.svg)
      }
  }

  /// Whether the document holds its pictures, so that their files are needed no longer than pandoc
  /// runs.
  public var holdsPictures: Bool {
    ["docx", "odt", "pptx", "rtf", "ipynb", "fb2", "epub", "epub2", "epub3"].contains(name)
  }

  /// Whether the document is one for pages of paper, whose tables must fit between margins.
  var isPaper: Bool { figures == .picture(.png) || figures == .picture(.pdf) }

  /// Whether TeX sets the document.
  var isTeX: Bool { ["latex", "beamer", "pdf"].contains(name) }

  /// Whether paragraphs can be given the styles of the format by name.
  var hasNamedStyles: Bool { ["docx", "odt", "opendocument", "icml"].contains(name) }

  /// Whether the document is a book of pages of HTML.
  var isBook: Bool { name.hasPrefix("epub") }
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
