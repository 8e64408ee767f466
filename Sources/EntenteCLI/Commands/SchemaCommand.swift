// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphFormats
internal import GraphReports

/// The command `entente schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", _superCommandName: "entente",
    abstract: "Show the graph type: which nodes and edges there may be.",
    usage: "entente schema [<options>]",
    discussion: """
      Examples:
        entente schema
        entente schema --gql
        entente schema -o schema.svg
      """)

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var options: GlobalOptions

  @Flag(help: "Print the graph type as GQL text.")
  var gql = false

  func run() throws {
    let output = try Output(
      options, standard: .text, allowed: Output.answers + Output.figures)
    try output.refuseUnused(drawing)
    let session = try GraphSession(options)
    let graphType = try session.graphType()
    if gql { return try output.write(GraphTypePrinter.print(graphType)) }
    if output.format.isFigure {
      return try output.write(session.graphTypeFigure(), drawing, in: session)
    }
    try output.write(GraphTypeAnswer(graphType, description: session.description))
  }
}
