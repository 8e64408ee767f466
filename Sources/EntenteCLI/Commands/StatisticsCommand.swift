// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphReports

/// The command `entente stats`.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", _superCommandName: "entente",
    abstract: "Count nodes, edges, claims and sources.",
    usage: "entente stats [<options>]")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let output = try Output(options, standard: .text, allowed: Output.answers)
    let session = try GraphSession(options)
    let statistics: GraphStatistics
    do throws(TraversalError) {
      statistics = try GraphStatistics(TraversalView(session.graph))
    } catch {
      throw CommandFailure(error)
    }
    try output.write(StatisticsAnswer(statistics, of: session.graph))
  }
}
