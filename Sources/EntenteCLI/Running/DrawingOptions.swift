// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing

/// The options of all commands that draw.
struct DrawingOptions: ParsableArguments {
  @Option(
    help: """
      How figures look: a theme (default, print, mono, dark) or the file of a style sheet. May be \
      repeated; the later wins.
      """, completion: .file())
  var style: [String] = []

  @Option(help: "Where figures are seen: print, screen or dark.")
  var media: FigureMedium = .screen
}

/// The media of style sheets by the names that the option takes.
enum FigureMedium: String, ExpressibleByArgument, CaseIterable {
  case print, screen, dark

  var medium: StyleSheet.Medium { StyleSheet.Medium(rawValue: rawValue) ?? .screen }
}
