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
    var moved: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if withValue.contains(argument), index + 1 < arguments.count {
        moved += arguments[index...(index + 1)]
        index += 2
      } else if flags.contains(argument) || hasGlobalPrefix(argument) {
        moved.append(argument)
        index += 1
      } else {
        break
      }
    }
    guard index < arguments.count else {
      if moved.isEmpty { return arguments }
      throw CommandFailure(.misused, "no command is named", hint: "See: entente --help")
    }
    let command = arguments[index]
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
    try checkFigure(named: arguments[index...].dropFirst().first, after: command)
    return [command] + spliced(moved, after: Array(arguments[(index + 1)...]), of: command)
  }

  /// `draw path A B` has a second command name, behind which the options belong.
  private static func spliced(
    _ moved: [String], after rest: [String], of command: String
  ) -> [String] {
    guard command == "draw", let second = rest.first else { return moved + rest }
    return [second] + moved + rest.dropFirst()
  }

  /// What `draw` draws must be known: any other word would be taken for a surplus argument.
  private static func checkFigure(
    named word: String?, after command: String
  ) throws(CommandFailure) {
    let names = DrawCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard command == "draw", let word, !word.hasPrefix("-"), word != "help", !names.contains(word)
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
