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

  @Option(
    help: """
      A figure with more nodes puts those together that play the same part; 80, or 40 for print, \
      unless said.
      """)
  var maxNodes: Int?

  /// The most nodes that a reader of the medium can take in.
  var nodeLimit: Int { maxNodes ?? (media == .print ? 40 : 80) }

  func validate() throws {
    if let maxNodes, maxNodes < 1 { throw ValidationError("--max-nodes must be at least 1.") }
  }
}

/// The media of style sheets by the names that the option takes.
enum FigureMedium: String, ExpressibleByArgument, CaseIterable {
  case print, screen, dark

  var medium: StyleSheet.Medium { StyleSheet.Medium(rawValue: rawValue) ?? .screen }
}
