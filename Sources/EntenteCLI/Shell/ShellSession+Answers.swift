// SPDX-License-Identifier: Apache-2.0

internal import CypherSyntax
internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import QueryEngine

extension ShellSession {
  /// Runs a query, writes its answer, and keeps it to be drawn.
  func answer(
    _ query: QueryText, _ values: [String: Value], at origin: StatementOrigin
  ) throws(CommandFailure) {
    let start = ContinuousClock.now
    let result: QueryResult
    do throws(QueryError) {
      result = try read(query.text, values)
    } catch {
      guard error.faults.contains(where: { $0.kind == .accessDenied }) else {
        throw query.failure(error.placed(at: origin), options)
      }
      guard isWriting else {
        var failure = query.failure(error.placed(at: origin), options)
        failure.hint = "Let queries change the graph file: :write on"
        throw failure
      }
      result = try write(query, values, at: origin)
    }
    let duration = ContinuousClock.now - start
    let answer = QueryAnswer(result)
    let words = ["entente", "draw", "query", query.text].map(FigureCommand.quoted)
    // Parameters have values that no command line can give.
    last = (answer, query.title, values.isEmpty ? words.joined(separator: " ") : nil)
    try Output(output(as: format), standard: .table, allowed: ColonCommand.formats)
      .write(answer, of: result, isQuiet: options.quiet)
    guard isInteractive, !options.quiet else { return }
    try Console.finish()
    let rows = result.rows.count
    let count = result.columns.isEmpty ? "" : "\(rows) \(rows == 1 ? "row" : "rows") in "
    Console.say("\(count)\(Self.text(duration))")
  }

  /// Runs a named query of the dataset.
  func run(_ name: String, _ assignments: [String]) throws(CommandFailure) {
    guard NamedQuery.isName(name) else {
      throw CommandFailure(.misused, "'\(name)' cannot be the name of a query")
    }
    let query = try QueryText(name, file: nil, in: graph)
    let origin = StatementOrigin(place: "", isInScript: false, linesBefore: 0, lead: "")
    try answer(query, try query.values(of: assignments, in: graph), at: origin)
  }

  private func read(
    _ text: String, _ values: [String: Value]
  ) throws(QueryError) -> QueryResult {
    try graph.graph.query(text, values, limits: interruptibleLimits, asOf: options.asOf?.day)
  }

  /// Changes the graph file, wholly or not at all, and goes on with what it holds then.
  private func write(
    _ query: QueryText, _ values: [String: Value], at origin: StatementOrigin
  ) throws(CommandFailure) -> QueryResult {
    let limits = interruptibleLimits
    let day = options.asOf?.day
    let result: QueryResult
    do {
      result = try GraphFile.edit(graph.location) { graph in
        try graph.execute(query.text, values, limits: limits, asOf: day)
      }
    } catch let error as QueryError {
      throw query.failure(error.placed(at: origin), options)
    } catch GraphFileError.unsound(let error) {
      let refusal = QueryError(error, writtenBy: query.text)
      throw query.failure(refusal.placed(at: origin), options)
    } catch {
      throw CommandFailure(.misused, "'\(graph.location)' cannot be changed: \(error)")
    }
    graph = try GraphSession(options)
    graphDidChange(graph)
    return result
  }

  /// The limits of the shell, with Ctrl-C.
  private var interruptibleLimits: QueryLimits {
    var limits = limits
    limits.isCancelled = { Interruption.isRequested }
    return limits
  }

  /// The options of a command that writes as the shell does.
  func output(as format: OutputFormat) -> GlobalOptions {
    var options = options
    options.format = format
    return options
  }

  private static func text(_ duration: Duration) -> String {
    let milliseconds = duration / .milliseconds(1)
    if milliseconds < 1_000 { return "\(Int(milliseconds.rounded(.up))) ms" }
    let tenths = Int((milliseconds / 100).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}

extension QueryError {
  /// The same error in the text that the query was read from, which gives it the lines there.
  fileprivate func placed(at origin: StatementOrigin) -> QueryError {
    let before = String(repeating: "\n", count: origin.linesBefore) + origin.lead
    guard origin.isInScript || !before.isEmpty else { return self }
    let length = before.utf8.count
    let space = text.prefix { $0.isWhitespace }.utf8.count
    let word = text.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }.utf8.count
    let beginning = origin.isInScript ? SourceSpan(space, space + word) : nil
    var placed = self
    placed.text = before + text
    placed.faults = faults.map { fault in
      var fault = fault
      fault.span = (fault.span ?? beginning).map { span in
        SourceSpan(Int(span.lower) + length, Int(span.upper) + length)
      }
      return fault
    }
    return placed
  }
}
