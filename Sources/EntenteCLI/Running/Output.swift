// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphReports

/// Where an answer goes and in which format.
struct Output {
  private let options: GlobalOptions
  let format: OutputFormat

  /// - Parameter standard: the format when neither `--format` nor the file's ending names one.
  init(
    _ options: GlobalOptions, standard: OutputFormat, allowed: [OutputFormat]
  ) throws(CommandFailure) {
    self.options = options
    if let given = options.format {
      format = given
    } else if let path = options.output, path != "-" {
      guard let ofFile = OutputFormat(ofFile: path) else {
        throw CommandFailure(
          .misused, "the ending of '\(path)' names no format",
          hint: "Add --format, or use one of: \(Self.names(allowed))")
      }
      format = ofFile
    } else {
      format = standard
    }
    guard allowed.contains(format) else {
      throw CommandFailure(
        .misused, "this command does not write \(format.rawValue)",
        hint: "It writes: \(Self.names(allowed))")
    }
  }

  static let answers: [OutputFormat] = [.text, .table, .markdown, .json, .jsonl, .csv]
  static let figures: [OutputFormat] = [.svg, .png, .pdf, .dot, .mermaid, .graphml]

  /// Charts are not made of nodes and edges.
  static let charts: [OutputFormat] = [.svg, .png, .pdf]

  /// Writes an answer; says on standard error and in the status when it is empty.
  func write(_ answer: any Answer) throws(CommandFailure) {
    if let collection = AnswerCollection.current { return collection.take(answer) }
    if let format = format.answerFormat { try write(answer, as: format) }
  }

  /// Writes an answer in another format than was asked for.
  func write(_ answer: any Answer, as format: AnswerFormat) throws(CommandFailure) {
    if let collection = AnswerCollection.current { return collection.take(answer) }
    let writer = AnswerWriter(
      width: options.textWidth, isColoured: options.coloursAnswers,
      isASCII: !options.isUnicode)
    try write(writer.text(of: answer, as: format))
  }

  /// Whether a path is that of the answer itself, as far as the texts tell.
  func isAnswer(_ path: String) -> Bool {
    func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
    return options.output.map { plain($0) == plain(path) } ?? false
  }

  var isToStandardOutput: Bool { options.output.map { $0 == "-" } ?? true }

  func write(_ text: String) throws(CommandFailure) { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try write(bytes, to: options.output)
  }

  /// Writes to a file, or to standard output where none is named.
  func write(_ bytes: [UInt8], to path: String?) throws(CommandFailure) {
    guard AnswerCollection.current == nil else {
      throw CommandFailure(.misused, "this answer is plain text, which stands nowhere but alone")
    }
    guard let path, path != "-" else { return try Console.write(bytes) }
    do throws(FileSystemError) {
      try FileSystem.writeAtomically(path, bytes)
    } catch {
      throw CommandFailure(.unwritable, "cannot write '\(path)': \(error.description)")
    }
    remark("wrote \(path)")
  }

  /// Says something on standard error, unless nothing but errors is wanted there.
  /// Within a brief, what is said of a figure stands under it.
  func remark(_ line: String) {
    if let collection = AnswerCollection.current { return collection.take(note: line) }
    if !options.quiet { Console.say(TerminalText.harmless(line)) }
  }

  private static func names(_ formats: [OutputFormat]) -> String {
    formats.map(\.rawValue).sorted().joined(separator: ", ")
  }
}

extension GlobalOptions {
  /// Text fills the terminal, or what `COLUMNS` says, or 100 columns.
  var textWidth: Int {
    if let columns = Platform.environment("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return min(columns, 10_000)
    }
    return output == nil ? Platform.terminalWidth ?? 100 : 100
  }

  /// Whether the locale can show more than ASCII; an unset one is taken to.
  var isUnicode: Bool {
    let locale =
      Platform.environment("LC_ALL") ?? Platform.environment("LC_CTYPE")
      ?? Platform.environment("LANG")
    guard let locale else { return true }
    let lower = locale.lowercased()
    return lower.contains("utf-8") || lower.contains("utf8")
  }

  var coloursAnswers: Bool { output == nil && colours(onDescriptor: 1) }
  var coloursErrors: Bool { colours(onDescriptor: 2) }

  private func colours(onDescriptor descriptor: Int32) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      Platform.environment("NO_COLOR") == nil && Platform.environment("TERM") != "dumb"
        && Platform.isTerminal(descriptor)
    }
  }
}
