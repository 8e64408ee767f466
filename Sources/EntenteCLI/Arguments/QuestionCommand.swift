// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// A command that asks the graph something, and can be made from plain words without the parser.
protocol QuestionCommand: ParsableCommand {
  associatedtype Question: PlainlyRead

  var question: Question { get set }
  var options: GlobalOptions { get set }
}

extension QuestionCommand {
  /// The command that the words behind its name ask for; nil where the parser has to read them.
  fileprivate static func plain(_ words: ArraySlice<String>) -> Self? {
    var words = PlainWords(words)
    var question = Question.unsaid
    var options = GlobalOptions.unsaid
    do {
      while let word = try words.next() {
        let isTaken =
          switch word {
          case .option(let name):
            try question.take(name, &words) || options.take(name, &words)
          case .argument(let text): question.take(argument: text)
          }
        guard isTaken else { return nil }
      }
      guard question.isComplete else { return nil }
      try question.validateAll()
    } catch {
      return nil
    }
    var command = Self()
    command.question = question
    command.options = options
    return command
  }
}

/// The commands that plain words make.
enum PlainCommand {
  /// The command that some arguments ask for; nil where the parser has to read them.
  static func read(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first else { return nil }
    let words = arguments.dropFirst()
    return switch name {
    case "path": PathCommand.plain(words)
    case "neighbours": NeighboursCommand.plain(words)
    case "connect": ConnectCommand.plain(words)
    case "timeline": TimelineCommand.plain(words)
    case "gaps": GapsCommand.plain(words)
    case "draw": figure(words)
    default: nil
    }
  }

  private static func figure(_ arguments: ArraySlice<String>) -> (any ParsableCommand)? {
    guard let name = arguments.first else { return nil }
    let words = arguments.dropFirst()
    return switch name {
    case "path": DrawPathCommand.plain(words)
    case "neighbours": DrawNeighboursCommand.plain(words)
    case "connect": DrawConnectCommand.plain(words)
    case "timeline": DrawTimelineCommand.plain(words)
    case "gaps": DrawGapsCommand.plain(words)
    case "query": DrawQueryCommand.plain(words)
    default: nil
    }
  }
}
