// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// A command that asks the graph something, and can be made from plain words without the parser.
protocol QuestionCommand: ParsableCommand {
  associatedtype Question: PlainlyRead

  var question: Question { get set }
  var options: GlobalOptions { get set }

  /// Answers a question.
  static func answer(_ question: Question, _ options: GlobalOptions) throws
}

extension QuestionCommand {
  func run() throws { try Self.answer(question, options) }

  /// The command that the words behind its name ask for; nil where the parser has to read them.
  fileprivate static func plain(_ words: ArraySlice<String>) -> PlainCommand? {
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
    let (read, shared) = (question, options)
    return PlainCommand(question: read, options: shared) { try answer(read, shared) }
  }
}

/// A command that plain words ask for.
///
/// The command itself is never made: the program would look up at run time what its parts can do.
struct PlainCommand {
  let question: any PlainlyRead
  let options: GlobalOptions
  let run: () throws -> Void

  /// The command that some arguments ask for; nil where the parser has to read them.
  static func read(_ arguments: [String]) -> PlainCommand? {
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

  private static func figure(_ arguments: ArraySlice<String>) -> PlainCommand? {
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
