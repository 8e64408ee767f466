// SPDX-License-Identifier: Apache-2.0

extension Drawing {
  /// The namespace of what figures say about themselves. It changes when its elements do.
  static let metadataNamespace = "urn:entente:figure:1"

  /// Nodes whose places are told; a figure with more cannot be read anyway.
  private static let positionLimit = 5_000

  /// Longer commands are not told.
  private static let commandLimit = 20_000

  /// Where the figure comes from and how it was laid out, for programs; ``DrawnFigure`` reads it.
  func writeMetadata(_ markup: inout Markup) {
    markup.open("metadata")
    markup.newline()
    let metadata = figure.metadata
    markup.open(
      "entente:figure",
      [
        "xmlns:entente": .string(Self.metadataNamespace),
        "program": metadata?.program.map { .string(DisplayText.line($0, limit: 100)) },
      ])
    markup.newline()
    func element(_ name: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      markup.element("entente:\(name)", content: text)
      markup.newline()
    }
    func line(_ name: String, _ text: String?) {
      element(name, text.map { DisplayText.line($0, limit: 300) })
    }
    line("question", metadata?.question)
    // Half a command would make another figure.
    if let command = metadata?.command, command.unicodeScalars.count <= Self.commandLimit,
      DisplayText.clean(command, limit: Self.commandLimit) == command
    {
      element("command", command)
    }
    line("data", metadata?.dataVersion)
    line("data-hash", metadata?.dataHash)
    line("earlier-data-hash", metadata?.earlierDataHash)
    line("as-of", figure.asOf)
    line("style", metadata?.style)
    line("style-hash", metadata?.styleHash)
    if !layout.nodes.isEmpty {
      element("layout", layout.engine.rawValue)
      for warning in layout.warnings.prefix(20) {
        element("warning", DisplayText.line(warning, limit: 300))
      }
      writePositions(&markup)
    }
    markup.close("entente:figure")
    markup.newline()
    markup.close("metadata")
    markup.newline()
  }

  /// Where the middles of the nodes lie in the diagram.
  private func writePositions(_ markup: inout Markup) {
    for placed in layout.nodes.prefix(Self.positionLimit) {
      guard let id = faithful(placed.id) else { continue }
      markup.empty(
        "entente:node",
        [
          "key": .string(id), "x": .number(placed.box.centre.x), "y": .number(placed.box.centre.y),
        ])
      markup.newline()
    }
  }
}
