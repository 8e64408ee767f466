// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing

/// The options of all commands that draw, charts included.
struct DrawingOptions: ParsableArguments {
  @Option(
    help: """
      How figures look: a theme (default, print, mono, dark) or the file of a style sheet. May be \
      repeated; the later wins.
      """, completion: .file())
  var style: [String] = []

  @Option(help: "Where figures are seen: print, screen or dark.")
  var media: FigureMedium = .screen

  @Option(help: "The title of the figure, in place of the one that the question gives.")
  var title: String?

  @Option(help: "The line under the title; an empty one leaves it away.")
  var subtitle: String?

  @Option(
    help: """
      A file to write what the figure says in words to, for readers who do not see it: text, or \
      Markdown for .md; - for standard output.
      """, completion: .file())
  var alt: String?

  @Flag(help: "The diagram alone: no title, legend, sources and no ground.")
  var bare = false

  @Option(help: "The start of every id in the SVG; a hash of what it shows unless said.")
  var idPrefix: String?

  @Option(
    help: "How many pixels of a PNG stand for one unit of the SVG, 0.25 to 10; 2 unless said.")
  var scale: Double?

  func validate() throws {
    if let scale, !(0.25...10).contains(scale) {
      throw ValidationError("--scale must be between 0.25 and 10.")
    }
    if let idPrefix, !Figure.isIdentifierPrefix(idPrefix) {
      throw ValidationError(
        "--id-prefix takes a letter, then letters, digits, - and _, at most 40 in all.")
    }
  }

  /// The first of these options that says something, as it was written; nil when none does.
  var firstGiven: String? {
    if !style.isEmpty { return "--style" }
    if media != .screen { return "--media" }
    if title != nil { return "--title" }
    if subtitle != nil { return "--subtitle" }
    if alt != nil { return "--alt" }
    if bare { return "--bare" }
    if idPrefix != nil { return "--id-prefix" }
    return scale == nil ? nil : "--scale"
  }

  /// The figure with the title and the frame that the options ask for.
  func framing(_ figure: Figure) -> Figure {
    var figure = figure
    if let title { figure.title = title }
    if let subtitle { figure.subtitle = subtitle.isEmpty ? nil : subtitle }
    if let idPrefix { figure.idPrefix = idPrefix }
    if bare { figure.isBare = true }
    return figure
  }
}

/// The media of style sheets by the names that the option takes.
enum FigureMedium: String, ExpressibleByArgument, CaseIterable {
  case print, screen, dark

  var medium: StyleSheet.Medium { StyleSheet.Medium(rawValue: rawValue) ?? .screen }
}
