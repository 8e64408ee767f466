// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphFolder
import GraphFormats
import GraphModel

/// Answers the questions of a file one by one and prints how long each took.
///
///     entente-bench DATABASE WORKLOAD FILE COUNT BUDGET
///
/// `DATABASE` is a graph file, or a folder of CSV (see ``FolderGraph``), the keys of nodes being
/// their numbers as text. `FILE` has a header and one question a line. At most `COUNT` questions are answered, or as
/// many as `BUDGET` seconds allow. The last line printed is one JSON object: how many were
/// answered, the median and the sum of their seconds, and one integer for each.
@main
enum EntenteBench {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 5, let count = Int(arguments[3]), let budget = Double(arguments[4])
    else {
      fail("usage: entente-bench DATABASE WORKLOAD FILE COUNT BUDGET")
    }
    guard let workload = Workload(name: arguments[1]) else {
      fail("no workload is called '\(arguments[1])'; there are: \(Workload.names)")
    }
    do {
      let graph = try open(arguments[0])
      guard let questions = QuestionFile(arguments[2], graph: graph) else {
        fail("cannot read '\(arguments[2])'")
      }
      let asker = try workload.asker(for: graph)
      var run = Run(budget: budget)
      for question in questions.rows.prefix(count) where run.hasTime {
        try run.time { try asker(question) }
      }
      print(run.json)
    } catch {
      fail("\(error)")
    }
  }

  private static func open(_ path: String) throws -> PropertyGraph {
    guard let builder = try FolderGraph.gathered(path, areKeyed: true) else {
      return try GraphFile.open(path)
    }
    return try builder.freeze()
  }
}
