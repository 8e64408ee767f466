// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphReports

/// The command `entente path FROM TO`.
struct PathCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", _superCommandName: "entente",
    abstract: "Find the shortest paths between two nodes, with dates and sources.",
    discussion: """
      Examples:
        entente path Poland Turkmenistan
        entente path Kazakhstan ICMPD -k 3 --avoid "Prague Process"
        entente path Kazakhstan ICMPD --as-of 2016-06-01 -o path.svg
        entente path Poland Tajikistan --since
      """)

  @OptionGroup var question: PathOptions
  @OptionGroup var options: GlobalOptions

  static func answer(_ question: PathOptions, _ options: GlobalOptions) throws {
    let output = try Output(
      options, standard: .text,
      allowed: Output.answers + Output.figures + [.hops])
    if output.format == .hops {
      return try question.writeHops(to: output, in: GraphSession(options))
    }
    try question.write(to: output, in: GraphSession(options))
  }
}

extension PathOptions {
  /// Answers the question and writes the answer, as text or as a figure.
  func write(to output: Output, in session: GraphSession) throws(CommandFailure) {
    try output.refuseUnused(drawing, arrangement)
    if since || earliest { return try writeOverTime(to: output, in: session) }
    let answer = try answer(in: session)
    if output.format.isFigure, !answer.isEmpty {
      try output.write(
        answer.figure(), drawing, arrangement, in: session)
    } else {
      try output.writeOrSay(answer)
    }
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }
}

extension String {
  /// The text without the line end that it ends with.
  var trimmedEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
