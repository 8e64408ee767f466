// SPDX-License-Identifier: Apache-2.0

/// What the runner is called with.
struct RunnerOptions {
  static let usage = """
    usage: Scripts/tck [--release] DIR [--only TEXT] [--list | --summary] [--ratchet FILE]

    DIR            the folder of .feature files; graphs are read from DIR/../graphs
    --release      optimised; slower to build
    --only TEXT    only scenarios with the text in file or name; the ratchet is not looked at
    --list         one line for each scenario instead of an account of each failure
    --summary      neither
    --ratchet FILE how many must pass; Tests/ScenarioRunner/ratchet.txt otherwise

    """

  /// How much is said about single scenarios.
  enum Detail {
    case failures, list, summary
  }

  /// The part of a run that a process of its own does.
  struct Part {
    var file: String
    var first: Int
  }

  struct Mistake: Error {
    let message: String
  }

  var folder = ""
  var filter: String?
  var ratchet: String?
  var detail = Detail.failures
  var part: Part?

  init(_ arguments: [String]) throws(Mistake) {
    var rest = arguments[...]
    func value(of option: String) throws(Mistake) -> String {
      guard let value = rest.popFirst() else {
        throw Mistake(message: "\(option) needs a value")
      }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--only": filter = try value(of: argument)
      case "--ratchet": ratchet = try value(of: argument)
      case "--list": detail = .list
      case "--summary": detail = .summary
      case "--part":
        let file = try value(of: argument)
        guard let first = Int(try value(of: argument)) else {
          throw Mistake(message: "\(argument) needs a file and a number")
        }
        part = Part(file: file, first: first)
      case _ where argument.hasPrefix("-") || !folder.isEmpty:
        throw Mistake(message: "unexpected argument '\(argument)'")
      default: folder = argument
      }
    }
    if folder.isEmpty { throw Mistake(message: "the folder of the scenarios is missing") }
  }

  /// The arguments for a process that runs a part.
  func arguments(running part: Part) -> [String] {
    ["--part", part.file, String(part.first), folder] + (filter.map { ["--only", $0] } ?? [])
  }
}
