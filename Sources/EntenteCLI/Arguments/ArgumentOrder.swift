// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import SourceDiagnostics

/// Lets the options that every command has stand before the command as well: `entente -g X path A B`.
enum ArgumentOrder {
  private static let withValue: [String] = [
    "-g", "--graph", "--as-of", "--format", "-o", "--output", "--color",
  ]
  private static let flags = ["-q", "--quiet"]

  /// The arguments with those options moved behind the command's name.
  /// - Throws: a failure that names the nearest command when the first word is none.
  static func sorted(
    _ arguments: [String], root: any ParsableCommand.Type
  ) throws(CommandFailure) -> [String] {
    let (moved, rest) = leading(arguments[...])
    guard let command = rest.first else {
      if moved.isEmpty { return arguments }
      throw CommandFailure(.misused, "no command is named", hint: "See: entente --help")
    }
    if withValue.contains(command) { throw CommandFailure(.misused, "'\(command)' needs a value") }
    if command.hasPrefix("-") { return arguments }
    let names = commandNames(of: root)
    guard names.contains(command) else {
      throw CommandFailure(
        .misused, "no command is called '\(command)'",
        hint: Suggestion.didYouMean(command, among: names).map { question in
          question.prefix(1).uppercased() + question.dropFirst()
        } ?? "See: entente --help")
    }
    guard command == "draw" else { return [command] + moved + rest.dropFirst() }
    // `draw path A B` has a second command name, behind which the options belong.
    let (more, words) = leading(rest.dropFirst())
    try checkFigure(named: words.first)
    guard let figure = words.first else { return [command] + moved + more }
    return [command, figure] + moved + more + words.dropFirst()
  }

  /// The options that every command has at the start of some arguments, and what follows them.
  private static func leading(
    _ arguments: ArraySlice<String>
  ) -> (moved: [String], rest: ArraySlice<String>) {
    var moved: [String] = []
    var rest = arguments
    while let argument = rest.first {
      if withValue.contains(argument), rest.count > 1 {
        moved += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if flags.contains(argument) || hasGlobalPrefix(argument) {
        moved.append(argument)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return (moved, rest)
  }

  /// What `draw` draws must be known: any other word would be taken for a surplus argument.
  private static func checkFigure(named word: String?) throws(CommandFailure) {
    let names = DrawCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard let word, !word.hasPrefix("-"), word != "help", !names.contains(word)
    else { return }
    throw CommandFailure(
      .misused, "nothing that can be drawn is called '\(word)'",
      hint: Suggestion.didYouMean(word, among: names).map(\.capitalisedSentence)
        ?? "There are: \(names.joined(separator: ", "))")
  }

  private static func hasGlobalPrefix(_ argument: String) -> Bool {
    withValue.contains { $0.hasPrefix("--") && argument.hasPrefix("\($0)=") }
  }

  private static func commandNames(of root: any ParsableCommand.Type) -> [String] {
    root.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }
}
