// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import GraphModel
import GraphTestSupport

/// A random graph in two forms: the tables of a folder, and the same facts added one by one.
struct RandomTables {
  private(set) var files: [(name: String, text: String)] = []
  private(set) var builder = GraphBuilder()
  private var random: SeededGenerator
  private let lineEnd: String

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    lineEnd = seed % 3 == 0 ? "\r\n" : "\n"
    var handles: [String: NodeHandle] = [:]
    for type in ["Agreement", "State"] {
      var text = "name,id,founded,score,since,member,remark" + lineEnd
      for number in 0..<Int.random(in: 0...40, using: &random) {
        let key = seed % 2 == 0 ? "\(type)-\(number)" : "\(handles.count)"
        let row = properties([.text, .date, .float, .partialDate, .boolean, .text])
        let cells = [row[0].cell, key] + row.dropFirst().map(\.cell)
        text += cells.joined(separator: ",") + lineEnd
        let names = ["name", "founded", "score", "since", "member", "remark"]
        handles[key] = try builder.addNode(
          type: type, key: key,
          properties: zip(names, row.map(\.value)).filter { $0.1 != .null }.map { ($0.0, $0.1) })
      }
      files.append(("nodes-\(type).csv", text))
    }
    let keys = handles.keys.sorted()
    for type in ["COVERS", "UNDER"] {
      var text = "from,to,id,weight,since" + lineEnd
      for number in 0..<(keys.isEmpty ? 0 : Int.random(in: 0...120, using: &random)) {
        let ends = [0, 1].map { _ in keys[Int.random(in: 0..<keys.count, using: &random)] }
        let row = properties([.integer, .partialDate])
        let identifier = seed % 5 == 0 && number % 3 == 0 ? "\(type)\(number)" : nil
        let cells = ends + [identifier ?? ""] + row.map(\.cell)
        text += cells.joined(separator: ",") + lineEnd
        guard let from = handles[ends[0]], let to = handles[ends[1]] else { continue }
        try builder.addEdge(
          type: type, from: from, to: to, identifier: identifier,
          properties: zip(["weight", "since"], row.map(\.value)).filter { $0.1 != .null }
            .map { ($0.0, $0.1) })
      }
      files.append(("edges-\(type).csv", text))
    }
  }

  private enum Kind { case text, integer, float, boolean, date, partialDate }

  private mutating func properties(_ kinds: [Kind]) -> [(cell: String, value: Value)] {
    kinds.map { kind in
      if Int.random(in: 0..<4, using: &random) == 0 { return ("", .null) }
      return property(kind)
    }
  }

  private mutating func property(_ kind: Kind) -> (cell: String, value: Value) {
    let number = Int.random(in: 0..<1_000, using: &random)
    switch kind {
    case .integer:
      let value = Int64(number - 500) &* 1_234_567_891_011
      return ("\(value)", .integer(value))
    case .float:
      let value = Double.random(in: -1e6...1e6, using: &random) * (number % 7 == 0 ? 1e-300 : 1)
      return ("\(value)", .float(value))
    case .boolean: return (number % 2 == 0 ? "true" : "false", .boolean(number % 2 == 0))
    case .date:
      let date = CalendarDate(dayNumber: Int64(number * 40))
      return (date.map { "\($0)" } ?? "", date.map(Value.date) ?? .null)
    case .partialDate:
      let text = ["1999", "2003-07", "2010-02-28"][number % 3]
      return (text, PartialDate(text).map(Value.partialDate) ?? .null)
    case .text:
      let texts = [
        "plain", "Zürich, the \"town\"", "two\nlines", "\u{1F600} face", "a \"\" b", "",
      ]
      let text = texts[number % 6] + (number % 6 == 5 ? "" : " \(number % 20)")
      return ("\"" + text.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() + "\"", .string(text))
    }
  }
}
