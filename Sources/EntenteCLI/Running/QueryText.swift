// SPDX-License-Identifier: Apache-2.0

internal import CypherSyntax
internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import QueryEngine
internal import SourceDiagnostics

/// The query of a command, from its arguments, a file, or the dataset's named queries.
struct QueryText {
  let text: String

  /// What places in the text are called in findings.
  private let place: String

  /// What a figure of the answer is called, as the comment at the head of the text says; nil where
  /// it says nothing.
  let title: String?

  /// The query it is, when it has a name.
  private let named: NamedQuery?

  /// - Throws: a failure when the file cannot be read, or no query is called so.
  init(_ argument: String?, file: String?, in session: GraphSession) throws(CommandFailure) {
    if let file {
      do throws(FileSystemError) {
        text = String(decoding: try FileSystem.read(file, limit: 1 << 20), as: UTF8.self)
      } catch {
        throw CommandFailure(.misused, "'\(file)' cannot be read: \(error.description)")
      }
      place = file
      title = Self.title(of: text)
      named = nil
    } else if let argument, NamedQuery.isName(argument) {
      let query = try Self.named(argument, in: session)
      text = query.text
      place = "queries/\(argument).cypher"
      title = Self.title(of: text) ?? argument
      named = query
    } else {
      text = argument ?? ""
      place = "<query>"
      title = Self.title(of: text)
      named = nil
    }
  }

  /// A query that was typed or read, and what its text is called in findings.
  init(text: String, from place: String) {
    self.text = text
    self.place = place
    title = Self.title(of: text)
    named = nil
  }

  /// The first sentence of the comment at the head.
  private static func title(of text: String) -> String? {
    guard let summary = try? NamedQuery("query", text: text, path: "").summary,
      let sentence = summary.split(separator: ".", maxSplits: 1).first
    else { return nil }
    return String(sentence)
  }

  static func named(
    _ name: String, in session: GraphSession
  ) throws(CommandFailure) -> NamedQuery {
    let names = NamedQuery.names(inDataset: session.location)
    guard names.contains(name) else {
      throw CommandFailure(
        .misused, "no query is called '\(name)'",
        hint: Suggestion.didYouMean(name, among: names).map(\.capitalisedSentence)
          ?? (names.isEmpty
            ? "The dataset has no named queries; a query in openCypher has more than one word."
            : "There are: \(names.joined(separator: ", "))"))
    }
    do throws(NamedQuery.Problem) {
      return try NamedQuery(name, inDataset: session.location)
    } catch {
      throw CommandFailure(.unreadable, error.description)
    }
  }

  /// The values of the parameters: those that are given, and the standards of a named query.
  func values(
    of assignments: [String], in session: GraphSession
  ) throws(CommandFailure) -> [String: Value] {
    var given: [String: String] = [:]
    for assignment in assignments {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw CommandFailure(
          .misused, "a parameter is written name=value, got '\(assignment)'")
      }
      given[String(parts[0])] = String(parts[1])
    }
    guard let named else { return given.mapValues(QueryParameterText.value) }
    return try values(given, of: named, in: session)
  }

  private func values(
    _ given: [String: String], of query: NamedQuery, in session: GraphSession
  ) throws(CommandFailure) -> [String: Value] {
    let names = query.parameters.map(\.name)
    for name in given.keys.sorted() where !names.contains(name) {
      throw CommandFailure(
        .misused, "the query '\(query.name)' has no parameter '\(name)'",
        hint: Suggestion.didYouMean(name, among: names).map(\.capitalisedSentence)
          ?? "It has: \(names.joined(separator: ", "))")
    }
    var values: [String: Value] = [:]
    for parameter in query.parameters {
      guard let text = given[parameter.name] ?? parameter.standard else {
        throw CommandFailure(
          .misused, "the query '\(query.name)' needs a value for '\(parameter.name)'",
          hint: "As in: entente query \(query.name) \(parameter.name)=…"
            + (parameter.meaning.isEmpty ? "" : "  (\(parameter.meaning))"))
      }
      values[parameter.name] = try value(of: parameter, text, in: session)
    }
    return values
  }

  private func value(
    of parameter: NamedQuery.Parameter, _ text: String, in session: GraphSession
  ) throws(CommandFailure) -> Value {
    // A standard that says null stands for no value, whatever the type.
    if text == "null" { return .null }
    let type: PropertyType
    switch parameter.type {
    case .node: return .node(try session.node(text))
    case .string: return .string(text)
    case .integer: type = .integer
    case .float: type = .float
    case .boolean: type = .boolean
    // A year or a month is a date, too.
    case .date: type = .partialDate
    }
    guard case .success(let value) = type.parse(text) else {
      throw CommandFailure(
        .misused, "'\(text)' is no \(parameter.type.rawValue), which '\(parameter.name)' takes")
    }
    return value
  }

  /// Runs a query; prints what is wrong with it, with carets, and fails.
  func reporting<Outcome>(
    _ options: GlobalOptions, _ run: () throws(QueryError) -> Outcome
  ) throws(CommandFailure) -> Outcome {
    do throws(QueryError) {
      return try run()
    } catch {
      throw failure(error, options)
    }
  }

  func failure(_ error: QueryError, _ options: GlobalOptions) -> CommandFailure {
    let findings = error.diagnostics(named: place)
    let report = DiagnosticReport(findings, fileCount: 1)
    Console.say(
      report.text(with: DiagnosticRenderer(isColoured: options.coloursErrors)).trimmedEnd)
    let isInterrupted = error.faults.contains { $0.kind == .cancelled }
    return CommandFailure(isInterrupted ? .interrupted : .misused)
  }
}

/// The value of a parameter of a query without declarations.
///
/// Numbers, `true`, `false` and `null` are themselves, a text in quotes is what is between them,
/// everything else is text.
enum QueryParameterText {
  static func value(_ text: String) -> Value {
    switch text {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    if let integer = Int64(text) { return .integer(integer) }
    if text.first?.isLetter == false, let float = Double(text) { return .float(float) }
    if text.utf8.count >= 2, let quote = text.first, quote == "'" || quote == "\"",
      text.last == quote
    {
      return .string(String(text.dropFirst().dropLast()))
    }
    return .string(text)
  }
}
