// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import QueryEngine

/// The command `entente query 'MATCH …'`.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", _superCommandName: "entente",
    abstract: "Ask in openCypher, or by the name of a query of the dataset.",
    usage: "entente query [<options>] <text-or-name> [<name=value> ...]",
    discussion: """
      Examples:
        entente query 'MATCH (p:Programme) RETURN p.name, p.since ORDER BY p.since'
        entente query 'MATCH (s:State) WHERE s.isoAlpha2 = $code RETURN s' code=KZ
        entente query programmes-by-area area="border management"
        entente query 'EXPLAIN MATCH (a)-[:FUNDS]->(b) RETURN count(*)'
        entente query 'MATCH p = (:State)-[:SIGNED]->(:Agreement) RETURN p LIMIT 9' -o signed.svg
        entente query -g own.graph --write 'MATCH (n {name: "old"}) SET n.name = "new"'

      A single word is the name of a query in the folder queries/ of the dataset; without \
      arguments, the names are listed. Parameters are written name=value, after the text or with \
      --param. Nothing is changed without --write, which works on graph files.
      """)

  @OptionGroup var question: QueryOptions
  @OptionGroup var options: GlobalOptions

  @Flag(help: "Let the query change the graph file, wholly or not at all.")
  var write = false

  @Flag(help: "Cite the sources of each row: of what its patterns found and its properties.")
  var sources = false

  func run() throws {
    let output = try Output(
      options, standard: .table, allowed: Output.answers + Output.figures + [.graph])
    if sources, write || output.format.isFigure || output.format == .graph {
      throw CommandFailure(.misused, "--sources is for rows that are read")
    }
    try question.write(to: output, options, isWriting: write, isCiting: sources)
  }
}

/// What `query` and `draw query` have in common: the question.
struct QueryOptions: ParsableArguments {
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var arrangement: ArrangementOptions

  @Flag(help: "Draw the edges between the nodes of the rows as well, though no row holds them.")
  var induced = false

  @Argument(help: "The text of a query, or the name of one of the dataset.")
  var query: String?

  @Argument(help: "Values of parameters, as name=value.")
  var values: [String] = []

  @Option(name: [.customShort("f"), .long], help: "A file with the text.", completion: .file())
  var file: String?

  @Option(
    name: .customLong("param"), help: "The value of a parameter, as name=value. May be repeated.")
  var parameters: [String] = []

  @Option(
    help: """
      What the query may spend, as time=10s,rows=1000,memory=512MB,work=1000000; what is left out \
      keeps its standard.
      """, transform: QueryLimits.init(text:))
  var limits: QueryLimits?

  /// Asks, and writes the rows or draws what is in them.
  /// - Parameter isCiting: whether rows get their sources; in a brief they do.
  func write(
    to output: Output, _ options: GlobalOptions, isWriting: Bool, isCiting: Bool = false
  ) throws {
    let isCiting = isCiting || (AnswerCollection.current != nil && !output.format.isFigure)
    try output.refuseUnused(drawing, arrangement)
    if induced, !output.format.isFigure {
      throw CommandFailure(.misused, "--induced is for figures")
    }
    // With a file, every word is a value of a parameter.
    let words = (file == nil ? [] : [query].compactMap { $0 }) + values
    guard file != nil || query != nil else { return try list(to: output, options) }
    if isWriting {
      return try run(words, editing: GraphLocation.find(options.graph), output, options)
    }
    let session = try GraphSession(options)
    let source = try QueryText(query, file: file, in: session)
    let given = try source.values(of: parameters + words, in: session)
    let result = try source.reporting(options) { () throws(QueryError) in
      let graph = session.graph
      let (limits, day) = (limits ?? .standard, options.asOf?.day)
      return isCiting
        ? try graph.queryWithEvidence(source.text, given, limits: limits, asOf: day)
        : try graph.query(source.text, given, limits: limits, asOf: day)
    }
    try write(result, of: source, to: output, options, in: session)
  }

  /// Changes a graph file.
  private func run(
    _ words: [String], editing path: String, _ output: Output, _ options: GlobalOptions
  ) throws {
    guard !FileSystem.isFolder(path) else {
      throw CommandFailure(
        .misused, "'\(path)' is a dataset, which is changed as text",
        hint: "Compile it first: entente build \(path) -o FILE.graph")
    }
    let session = try GraphSession(options)
    let source = try QueryText(query, file: file, in: session)
    let given = try source.values(of: parameters + words, in: session)
    let result: QueryResult
    do {
      result = try GraphFile.edit(path) { graph in
        try source.reporting(options) { () throws(QueryError) in
          try graph.execute(
            source.text, given, limits: limits ?? .standard, asOf: options.asOf?.day)
        }
      }
    } catch GraphFileError.unsound(let error) {
      throw source.failure(QueryError(error, writtenBy: source.text), options)
    } catch let error as GraphFileError {
      throw CommandFailure(.unwritable, "'\(path)' cannot be changed: \(error)")
    }
    try write(result, of: source, to: output, options, in: session)
  }

  private func write(
    _ result: QueryResult, of source: QueryText, to output: Output, _ options: GlobalOptions,
    in session: GraphSession
  ) throws(CommandFailure) {
    let answer = QueryAnswer(result)
    if output.format.isFigure {
      guard
        let figure = answer.figure(
          title: source.title, asOf: session.asOf?.day, isInduced: induced)
      else {
        throw CommandFailure(
          .nothing, "the rows hold no node, edge or path to draw",
          hint: "Return nodes, edges or paths, as in: RETURN p")
      }
      try output.write(figure, drawing, arrangement, in: session)
    } else {
      try output.write(answer, of: result, isQuiet: options.quiet)
    }
    if answer.isEmpty, result.plan == nil {
      // Prose says so itself.
      let isSaid = [.text, .markdown].contains(output.format) || options.quiet
      throw CommandFailure(.nothing, isSaid ? nil : "no rows")
    }
  }

  /// The named queries of the dataset.
  private func list(to output: Output, _ options: GlobalOptions) throws {
    let session = try GraphSession(options)
    var queries: [NamedQuery] = []
    for name in NamedQuery.names(inDataset: session.location) {
      queries.append(try QueryText.named(name, in: session))
    }
    let answer = NamedQueryList(queries)
    if output.format.answerFormat == nil {
      throw CommandFailure(.misused, "no query is given", hint: "See: entente query --help")
    }
    try output.write(answer)
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }
}
