// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import QueryEngine
internal import SourceDiagnostics

/// A command of a shell with what it was given.
enum ColonCommand {
  case help, quit, parameters, schema, queries
  case format(OutputFormat)
  case limits(QueryLimits)
  case write(Bool)
  /// Which day there is.
  case showDay
  /// The day from now on; nil for none.
  case day(AsOfDate?)
  case parameter(name: String, value: String)
  /// A query that says itself that it is to be explained or profiled: the line without its colon.
  case query(String)
  case draw(path: String)
  case run(name: String, values: [String])
  case source(path: String)

  /// The formats that answers can have in a shell.
  static let formats: [OutputFormat] = [.table, .json, .jsonl, .csv, .markdown, .graph, .text]

  /// - Throws: a failure that says what is wrong with the line, and what is near.
  init(_ line: String) throws(CommandFailure) {
    let line = line.trimmed
    let word = line.dropFirst().prefix { !$0.isWhitespace && $0 != ";" }
    let rest = String(line.dropFirst(1 + word.count)).withoutFinalSemicolon
    guard let name = ColonCommandName(rawValue: word.lowercased()) else {
      throw Self.unknown(String(word))
    }
    switch name {
    case .help, .quit, .params, .schema, .queries:
      guard rest.isEmpty else {
        throw CommandFailure(.misused, "':\(name.rawValue)' takes nothing, got '\(rest)'")
      }
    case .asOf: break
    default: if rest.isEmpty { throw Self.incomplete(name) }
    }
    switch name {
    case .help: self = .help
    case .quit: self = .quit
    case .params: self = .parameters
    case .schema: self = .schema
    case .queries: self = .queries
    case .format: self = .format(try Self.format(rest))
    case .limits: self = .limits(try Self.limits(rest))
    case .write: self = .write(try Self.choice(rest))
    case .asOf: self = try Self.day(rest)
    case .param: self = try Self.parameter(rest)
    // Without its colon the line is the query.
    case .explain, .profile: self = .query(line.dropFirst().withoutFinalSemicolon)
    case .draw: self = .draw(path: rest.unquoted)
    case .source: self = .source(path: rest.unquoted)
    case .run:
      let words = try ShellWords.split(rest)
      self = .run(name: words[0], values: Array(words.dropFirst()))
    }
  }

  private static func unknown(_ word: String) -> CommandFailure {
    let names = ColonCommandName.allCases.map { ":\($0.rawValue)" }
    return CommandFailure(
      .misused, "no command is called ':\(word)'",
      hint: Suggestion.didYouMean(":\(word)", among: names).map(\.capitalisedSentence)
        ?? "See: :help")
  }

  private static func incomplete(_ name: ColonCommandName) -> CommandFailure {
    CommandFailure(.misused, "':\(name.rawValue)' needs more", hint: "As in: \(name.usage)")
  }

  private static func format(_ text: String) throws(CommandFailure) -> OutputFormat {
    if let format = OutputFormat(argument: text), formats.contains(format) { return format }
    let names = formats.map(\.rawValue)
    throw CommandFailure(
      .misused, "no answer is written as '\(text)'",
      hint: Suggestion.didYouMean(text, among: names).map(\.capitalisedSentence)
        ?? "There are: \(names.joined(separator: ", "))")
  }

  private static func limits(_ text: String) throws(CommandFailure) -> QueryLimits {
    if text == "standard" { return .standard }
    do {
      return try QueryLimits(text: text)
    } catch let error as ValidationError {
      throw CommandFailure(.misused, error.message)
    } catch {
      throw CommandFailure(.misused, "\(error)")
    }
  }

  private static func day(_ text: String) throws(CommandFailure) -> ColonCommand {
    if text.isEmpty { return .showDay }
    if text.lowercased() == "off" { return .day(nil) }
    do {
      return .day(try AsOfDate(text))
    } catch let error as ValidationError {
      throw CommandFailure(.misused, error.message)
    } catch {
      throw CommandFailure(.misused, "\(error)")
    }
  }

  private static func choice(_ text: String) throws(CommandFailure) -> Bool {
    switch text.lowercased() {
    case "on": return true
    case "off": return false
    default: throw CommandFailure(.misused, "':write' takes on or off, got '\(text)'")
    }
  }

  private static func parameter(_ text: String) throws(CommandFailure) -> ColonCommand {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].trimmed
    guard parts.count == 2, !name.isEmpty, !name.contains(where: \.isWhitespace) else {
      throw CommandFailure(.misused, "a parameter is written name=value, got '\(text)'")
    }
    return .parameter(
      name: name.hasPrefix("$") ? String(name.dropFirst()) : name, value: parts[1].trimmed)
  }
}

extension StringProtocol {
  /// Without spaces at both ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }

  /// Trimmed, and without the `;` that ends queries.
  fileprivate var withoutFinalSemicolon: String {
    let text = trimmed
    return text.hasSuffix(";") ? text.dropLast().trimmed : text
  }

  /// What is between quotes, where both ends have the same.
  fileprivate var unquoted: String {
    guard count >= 2, let quote = first, quote == "'" || quote == "\"", last == quote else {
      return String(self)
    }
    return String(dropFirst().dropLast())
  }
}
