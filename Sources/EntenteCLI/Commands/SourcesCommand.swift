// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphReports

/// The command `entente sources [KEY…]`.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", _superCommandName: "entente",
    abstract: "List the sources of the graph, or write them as a bibliography.",
    usage: "entente sources [<options>] [<keys> ...]",
    discussion: """
      Examples:
        entente sources
        entente sources --cited-by BOMCA --format csl
        entente sources -o sources.bib
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The keys of sources; all sources when there are none.")
  var keys: [String] = []

  @Option(
    name: .customLong("cited-by"),
    help: "Only sources that state something of this node or of an edge at it. May be repeated.")
  var citedBy: [String] = []

  func run() throws {
    let output = try Output(
      options, standard: .text, allowed: Output.answers + [.csl, .bibtex])
    let session = try GraphSession(options)
    let graph = session.graph
    var answer = SourceRegisterAnswer(of: graph)
    if !keys.isEmpty || !citedBy.isEmpty {
      var sources = try session.sources(keys)
      for node in citedBy {
        sources += SourceRegisterAnswer(citedBy: try session.node(node), in: graph).sources
      }
      answer = SourceRegisterAnswer(sources, in: graph)
    }
    switch output.format {
    case .csl: try output.write(CSLBibliography(graph).text(of: answer.sources))
    case .bibtex: try output.write(BibTeXBibliography(graph).text(of: answer.sources))
    default: try output.write(answer)
    }
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }
}
