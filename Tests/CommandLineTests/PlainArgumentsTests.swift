// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ProgramTestSupport
import Testing

@testable import EntenteCLI

/// Arguments that are read without the parser are read as the parser reads them.
@Suite struct PlainArgumentsTests {
  /// A command that plain words make, with arguments that it needs.
  struct Example: Sendable, CustomTestStringConvertible {
    var words: [String]
    var arguments: [String]
    var command: any ParsableCommand.Type

    var testDescription: String { words.joined(separator: " ") }

    /// What the parser makes of arguments; nil where it refuses them.
    func parsed(_ arguments: [String]) -> (any ParsableCommand)? {
      guard let parsed = try? command.parseAsRoot(arguments), type(of: parsed) == command else {
        return nil
      }
      return parsed
    }
  }

  private static let examples = [
    Example(words: ["path"], arguments: ["A", "B"], command: PathCommand.self),
    Example(words: ["neighbours"], arguments: ["A"], command: NeighboursCommand.self),
    Example(words: ["connect"], arguments: ["A", "B"], command: ConnectCommand.self),
    Example(words: ["timeline"], arguments: ["A"], command: TimelineCommand.self),
    Example(words: ["gaps"], arguments: [], command: GapsCommand.self),
    Example(words: ["draw", "path"], arguments: ["A", "B"], command: DrawPathCommand.self),
    Example(words: ["draw", "neighbours"], arguments: ["A"], command: DrawNeighboursCommand.self),
    Example(words: ["draw", "connect"], arguments: ["A", "B"], command: DrawConnectCommand.self),
    Example(words: ["draw", "timeline"], arguments: ["A"], command: DrawTimelineCommand.self),
    Example(words: ["draw", "gaps"], arguments: [], command: DrawGapsCommand.self),
    Example(words: ["draw", "query"], arguments: ["RETURN 1"], command: DrawQueryCommand.self),
  ]

  @Test(arguments: examples)
  func whatIsNotSaidIsTheSame(example: Example) throws {
    let plain = try #require(PlainCommand.read(example.words + example.arguments))
    let parsed = try #require(example.parsed(example.arguments))
    #expect(tree(of: plain, as: example) == tree(of: parsed))
  }

  /// The commands that draw ask the same questions.
  @Test(arguments: examples.filter { $0.words[0] != "draw" || $0.words[1] == "query" })
  func everyOptionIsKnown(example: Example) throws {
    let options = try options(of: example.words)
    #expect(options.count > 8)
    for option in options {
      let value = option.takesValue ? Self.values[option.name] ?? "2" : nil
      let line = example.arguments + [option.name] + [value].compactMap { $0 }
      let plain = try #require(
        PlainCommand.read(example.words + line), "\(line) is not plain")
      let parsed = try #require(example.parsed(line), "the parser refuses \(line)")
      #expect(tree(of: plain, as: example) == tree(of: parsed), "\(line)")
    }
  }

  @Test("Whatever is read plainly, the parser reads alike", arguments: examples)
  func randomWords(example: Example) throws {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let options = try options(of: example.words)
    let spare = Self.values.values.sorted() + Self.oddWords
    /// An option with its value, one of them, or something else.
    func words() -> [String] {
      let option = options[random(below: options.count)]
      let value = Self.values[option.name] ?? "2"
      switch random(below: 8) {
      case 0: return [spare[random(below: spare.count)]]
      case 1: return [option.name]
      case 2: return [option.name + "=" + value]
      default: return option.takesValue ? [option.name, value] : [option.name]
      }
    }
    var plainCount = 0
    for _ in 0..<20 {
      var line = (0..<random(below: 3)).flatMap { _ in words() }
      line += example.arguments.dropLast(random(below: 8) == 0 ? 1 : 0)
      line += (0..<random(below: 3)).flatMap { _ in words() }
      guard let plain = PlainCommand.read(example.words + line) else { continue }
      plainCount += 1
      let parsed = try #require(example.parsed(line), "the parser refuses \(line)")
      #expect(tree(of: plain, as: example) == tree(of: parsed), "\(line)")
    }
    #expect(plainCount > 4)
  }

  @Test(
    "What is not plain is left to the parser",
    arguments: [
      ["path", "A"], ["path", "A", "B", "C"], ["path", "A", "B", "-k3"],
      ["path", "A", "B", "-k=3"],
      ["path", "A", "B", "--"], ["path", "A", "B", "--max-hops"],
      ["path", "A", "B", "--max-hops="],
      ["path", "A", "B", "--max-hops", "-1"], ["path", "A", "B", "-k", "0"],
      ["path", "A", "B", "--all", "-k", "2"], ["path", "A", "B", "--scale", "99"],
      ["path", "A", "B", "--help"], ["path", "A", "B", "--al"], ["path", "", "B"],
      ["path", "A", "B", "--quiet=1"], ["draw"], ["draw", "nothing"], ["-q", "path", "A", "B"], [],
    ])
  func others(line: [String]) {
    #expect(PlainCommand.read(line) == nil)
  }

  // MARK: What the parser knows

  /// Values for options that take no number.
  private static let values = [
    "--as-of": "2022-01-01", "--format": "svg", "--color": "never", "--media": "dark",
    "--parallel": "fold", "--ranks": "types", "--direction": "down", "--mode": "walk",
    "--cost": "hops", "--limits": "rows=5", "--id-prefix": "a", "-o": "-",
  ]

  private static let oddWords = [
    "", "-1", "--", "-gq", "-k3", "--unknown", "ä ö", "--help", "-h", "2=", "=", "---", "-q=1",
  ]

  private struct OptionName {
    var name: String
    var takesValue: Bool
  }

  /// The options that the parser's own description of a command lists.
  private func options(of words: [String]) throws -> [OptionName] {
    let data = Data(EntenteCommand._dumpHelp().utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var command = try #require(root["command"] as? [String: Any])
    for word in words {
      let subcommands = try #require(command["subcommands"] as? [[String: Any]])
      command = try #require(subcommands.first { $0["commandName"] as? String == word })
    }
    let arguments = try #require(command["arguments"] as? [[String: Any]])
    return arguments.flatMap { argument -> [OptionName] in
      guard let kind = argument["kind"] as? String, kind != "positional",
        let names = argument["names"] as? [[String: Any]]
      else { return [] }
      return names.compactMap { name in
        guard let text = name["name"] as? String, !["help", "h", "version"].contains(text) else {
          return nil
        }
        let isLong = name["kind"] as? String == "long"
        return OptionName(name: (isLong ? "--" : "-") + text, takesValue: kind == "option")
      }
    }
  }

  // MARK: What was read

  /// The same of a command that was read plainly.
  private func tree(of plain: PlainCommand, as example: Example) -> [String] {
    ["\(example.command)"] + tree(of: plain.question).map { "_question.\($0)" }
      + tree(of: plain.options).map { "_options.\($0)" }
  }

  /// The values of all options and arguments, by name; those without one are `unset`.
  private func tree(of options: Any) -> [String] {
    var lines: [String] = ["\(type(of: options))"]
    for child in Mirror(reflecting: options).children {
      let name = child.label ?? ""
      let state = Mirror(reflecting: child.value).children
        .first { $0.label == "_parsedValue" }.map(\.value)
      let value = state.flatMap { state in
        Mirror(reflecting: state).children.first { $0.label == "value" }?.value
      }
      if let group = value as? any ParsableArguments {
        lines += tree(of: group).map { "\(name).\($0)" }
      } else {
        lines.append("\(name): \(value.map { String(reflecting: $0) } ?? "unset")")
      }
    }
    return lines
  }
}
