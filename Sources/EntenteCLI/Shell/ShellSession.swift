// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import QueryEngine

/// A shell: the graph, what was set, and the last answer.
final class ShellSession {
  var options: GlobalOptions
  let drawing: DrawingOptions
  let arrangement: ArrangementOptions
  var graph: GraphSession

  /// Whether somebody types; scripts get no prompts, no clock, and a status.
  let isInteractive: Bool
  private(set) var isDone = false

  /// Whether a statement or command has failed.
  private(set) var hasFailed = false

  var format: OutputFormat
  var parameters: [String: Value] = [:]
  var limits: QueryLimits
  var isWriting = false

  /// What `:draw` draws, its title, and the command that draws it without a shell.
  var last: (answer: QueryAnswer, title: String?, command: String?)?

  /// Told of the graph when it is another.
  var graphDidChange: (GraphSession) -> Void = { _ in }

  /// How many files are being read, each because the one before says so.
  private var depth = 0
  private static let depthLimit = 16

  init(
    _ graph: GraphSession, _ options: GlobalOptions, _ drawing: DrawingOptions,
    _ arrangement: ArrangementOptions,
    limits: QueryLimits, isInteractive: Bool
  ) {
    self.graph = graph
    self.options = options
    self.drawing = drawing
    self.arrangement = arrangement
    self.limits = limits
    self.isInteractive = isInteractive
    format = options.format ?? .table
  }

  /// Does what the lines say, one statement or command after the other.
  /// - Throws: a failure that ends the shell: nobody reads the answers any more, or the user
  ///   stopped a script.
  func run(_ source: any LineSource) throws(CommandFailure) {
    var reader = StatementReader(source)
    while !isDone {
      if source.isInteractive { Interruption.forget() }
      guard let input = try reader.next() else { return }
      do throws(CommandFailure) {
        try perform(input, from: source.name, isTyped: source.isInteractive)
        try Console.finish()
      } catch {
        switch error.status {
        case .found, .unwritable: throw error
        case .interrupted where !source.isInteractive: throw error
        default:
          Console.report(error)
          hasFailed = true
        }
      }
    }
  }

  private func perform(
    _ input: ShellInput, from place: String, isTyped: Bool
  ) throws(CommandFailure) {
    let origin = StatementOrigin(
      place: place, isInScript: !isTyped, linesBefore: isTyped ? 0 : input.linesBefore,
      lead: isTyped ? "" : input.lead)
    switch input.content {
    case .query(let text):
      try answer(QueryText(text: text, from: place), parameters, at: origin)
    case .command(let line):
      let command = try ColonCommand(line)
      // In findings the colon stands before the query again.
      let lead = origin.lead + line.prefix { $0.isWhitespace } + ":"
      try perform(
        command,
        at: StatementOrigin(
          place: place, isInScript: !isTyped, linesBefore: origin.linesBefore, lead: lead))
    }
  }

  private func perform(
    _ command: ColonCommand, at origin: StatementOrigin
  ) throws(CommandFailure) {
    switch command {
    case .help: try Console.write(Self.help)
    case .quit: isDone = true
    case .format(let format): self.format = format
    case .limits(let limits): self.limits = limits
    case .write(let isOn): try setWriting(isOn)
    case .showDay: try Console.write("\(options.asOf?.text ?? "off")\n")
    case .day(let day): try setDay(day)
    case .parameter(let name, let value): parameters[name] = QueryParameterText.value(value)
    case .parameters: try Console.write(parameterList)
    case .query(let text):
      try answer(QueryText(text: text, from: origin.place), parameters, at: origin)
    case .draw(let path): try draw(path)
    case .schema: try writeGraphType()
    case .queries: try writeNamedQueries()
    case .run(let name, let values): try run(name, values)
    case .source(let path): try read(path)
    }
  }

  /// Does what a file says.
  private func read(_ path: String) throws(CommandFailure) {
    guard depth < Self.depthLimit else {
      throw CommandFailure(.misused, "files read each other more than \(Self.depthLimit) deep")
    }
    let text: String
    do throws(FileSystemError) {
      text = String(decoding: try FileSystem.read(path, limit: 1 << 26), as: UTF8.self)
    } catch {
      throw CommandFailure(.misused, "'\(path)' cannot be read: \(error.description)")
    }
    depth += 1
    defer { depth -= 1 }
    try run(TextLines(text, named: path))
  }

  private static var help: String {
    let width = ColonCommandName.allCases.map(\.usage.count).max() ?? 0
    let commands = ColonCommandName.allCases.map { name in
      name.usage.padded(to: width) + "  " + name.summary + "\n"
    }
    return """
      A query in openCypher ends with a semicolon or an empty line. Commands stand in one line:


      """ + commands.joined()
  }

  private var parameterList: String {
    parameters.sorted { $0.key < $1.key }
      .map { "\($0.key) = \(TerminalText.harmless($0.value.description))\n" }.joined()
  }
}

/// Where a statement stands in what was read.
struct StatementOrigin {
  let place: String

  /// Whether it stands among others, so that findings without a place are given its beginning.
  let isInScript: Bool
  let linesBefore: Int
  let lead: String
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
