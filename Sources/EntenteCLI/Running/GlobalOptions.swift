// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphModel
internal import GraphReports

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: [.customShort("g"), .long], help: "The dataset folder or graph file.",
    completion: .file())
  var graph: String?

  @Option(
    name: .customLong("as-of"), help: "The day the answer must hold on, such as 2022-01-01.",
    transform: AsOfDate.init)
  var asOf: AsOfDate?

  @Option(help: "How the answer is written: text, table, markdown, json, jsonl or csv.")
  var format: OutputFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: "The file to write. Its ending chooses the format: .svg draws.", completion: .file())
  var output: String?

  @Option(help: "When to use colour: auto, always or never.")
  var color: ColourChoice = .auto

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false
}

/// The formats of answers and figures.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, table, markdown, json, jsonl, csv
  case svg, png, pdf, dot, mermaid, graphml
  case github, sarif

  /// The nodes and edges of the rows of a query, as JSON.
  case graph

  /// The number of steps of a path, and nothing else.
  case hops

  /// Bibliographies.
  case csl, bibtex

  /// Short names that people try.
  init?(argument: String) {
    switch argument.lowercased() {
    case "md": self = .markdown
    case "mmd": self = .mermaid
    case "bib": self = .bibtex
    case let name:
      guard let format = OutputFormat(rawValue: name) else { return nil }
      self = format
    }
  }

  static var allValueStrings: [String] { allCases.map(\.rawValue) }

  /// The format that a file's ending asks for.
  init?(ofFile path: String) {
    guard let dot = path.lastIndex(of: "."), path.index(after: dot) != path.endIndex else {
      return nil
    }
    let ending = path[path.index(after: dot)...].lowercased()
    guard !ending.contains("/") else { return nil }
    self.init(argument: ending == "txt" ? "text" : ending)
  }

  /// The format as one of answers, if it is one.
  var answerFormat: AnswerFormat? { AnswerFormat(rawValue: rawValue) }

  var isFigure: Bool { [.svg, .png, .pdf, .dot, .mermaid, .graphml].contains(self) }
}

enum ColourChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto, always, never
}

/// The date of a question.
///
/// A partial date means its last day: "2019" asks about the end of 2019.
struct AsOfDate: Sendable, Hashable {
  let text: String
  let day: CalendarDate

  init(_ text: String) throws {
    guard let date = PartialDate(text) else {
      throw ValidationError(
        "'\(text)' is not a date. Write a day such as 2022-01-01, a month or a year.")
    }
    self.text = text
    day = date.latest
  }

  init(_ date: PartialDate) {
    text = date.description
    day = date.latest
  }
}
