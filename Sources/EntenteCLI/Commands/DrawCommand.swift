// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphReports

/// The command `entente draw …`.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", _superCommandName: "entente",
    abstract: "Draw an answer as a figure for a report.",
    discussion: """
      Examples:
        entente draw path Kazakhstan ICMPD -k 3 -o path.svg
        entente draw neighbours BOMCA -o bomca.svg
        entente draw timeline BOMCA -o timeline.svg
        entente draw gaps --rows-in "Central Asia" -o gaps.svg
        entente draw diff HEAD~3 -o changes.svg
        entente draw schema -o schema.svg
        entente draw query 'MATCH p = (:State)-[:SIGNED]->(:Agreement) RETURN p' -o signed.svg
        entente draw all --types Programme,Dialogue -o all.svg
        entente draw again path.svg -o path.svg
        entente draw neighbours BOMCA --style dark -o bomca.svg

      Without -o the SVG goes to standard output.
      """,
    subcommands: [
      DrawPathCommand.self, DrawNeighboursCommand.self, DrawConnectCommand.self,
      DrawTimelineCommand.self, DrawGapsCommand.self, DrawDiffCommand.self,
      DrawQueryCommand.self, DrawSchemaCommand.self, DrawAllCommand.self, DrawAgainCommand.self,
    ])
}

/// The command `entente draw path FROM TO`.
struct DrawPathCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", _superCommandName: "entente draw",
    abstract: "Draw the shortest paths between two nodes.")

  @OptionGroup var question: PathOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: PathOptions, _ options: GlobalOptions) throws {
    let output = try Output(options, standard: .svg, allowed: Output.figures)
    try question.write(to: output, in: GraphSession(options))
  }
}

/// The command `entente draw neighbours NODE`.
struct DrawNeighboursCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours", _superCommandName: "entente draw",
    abstract: "Draw a node and what it is linked to.",
    usage: "entente draw neighbours [<options>] <node>")

  @OptionGroup var question: NeighboursOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: NeighboursOptions, _ options: GlobalOptions) throws {
    let output = try Output(options, standard: .svg, allowed: Output.figures)
    try question.write(to: output, in: GraphSession(options))
  }
}

/// The command `entente draw connect NODE NODE…`.
struct DrawConnectCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect", _superCommandName: "entente draw",
    abstract: "Draw the fewest links that join several nodes.",
    usage: "entente draw connect [<options>] <nodes> ...")

  @OptionGroup var question: ConnectOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: ConnectOptions, _ options: GlobalOptions) throws {
    let output = try Output(options, standard: .svg, allowed: Output.figures)
    try question.write(to: output, in: GraphSession(options))
  }
}

/// The command `entente draw timeline NODE…`.
struct DrawTimelineCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", _superCommandName: "entente draw",
    abstract: "Draw what held when about some nodes, as bars.",
    usage: "entente draw timeline [<options>] <nodes> ...")

  @OptionGroup var question: TimelineOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: TimelineOptions, _ options: GlobalOptions) throws {
    let output = try Output(options, standard: .svg, allowed: Output.charts)
    try question.write(to: output, in: GraphSession(options))
  }
}

/// The command `entente draw gaps [ROWS] [COLUMNS]`.
struct DrawGapsCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", _superCommandName: "entente draw",
    abstract: "Draw how much joins each state and area, as a grid.",
    usage: "entente draw gaps [<options>] [<rows>] [<columns>]")

  @OptionGroup var question: GapsOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: GapsOptions, _ options: GlobalOptions) throws {
    let output = try Output(options, standard: .svg, allowed: Output.charts)
    try question.write(to: output, in: GraphSession(options))
  }
}

/// The command `entente draw schema`.
struct DrawSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", _superCommandName: "entente draw", abstract: "Draw the graph type.",
    usage: "entente draw schema [<options>]")

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let output = try Output(options, standard: .svg, allowed: Output.figures)
    try output.refuseUnused(drawing)
    let session = try GraphSession(options)
    try output.write(session.graphTypeFigure(), drawing, in: session)
  }
}

/// The command `entente draw query 'MATCH …'`.
struct DrawQueryCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", _superCommandName: "entente draw",
    abstract: "Draw the nodes, edges and paths in the rows of a query.",
    usage: "entente draw query [<options>] <text-or-name> [<name=value> ...]")

  @OptionGroup var question: QueryOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: QueryOptions, _ options: GlobalOptions) throws {
    let output = try Output(options, standard: .svg, allowed: Output.figures)
    try question.write(to: output, options, isWriting: false)
  }
}
