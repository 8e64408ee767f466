// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphAlgorithms
import GraphFormats
import GraphModel
import GraphReports
import SourceDiagnostics
import Testing

@Suite struct AnswerWriterTests {
  private func allAnswers(names: [String: String] = [:]) throws -> [any Answer] {
    let sample = try ReportGraph(names: names)
    return try sample.answers() + [
      SearchAnswer("a", in: sample.graph, limit: 2),
      SearchAnswer("nothing", in: sample.graph, limit: 2),
      StatisticsAnswer(try GraphStatistics(TraversalView(sample.graph)), of: sample.graph),
      CheckUp(rows: [CheckUp.Row("libgraphviz", nil, "figures", isNeeded: true)]),
      try sample.paths("arland", "safety", avoiding: ["exchange"]), try sample.gaps(),
      CentralityAnswer(.degree(try DegreeCounts(TraversalView(sample.graph))), in: sample.graph),
      CentralityAnswer(
        .closeness(try Closeness(in: TraversalView(sample.graph))), in: sample.graph),
      try sample.communities(),
    ]
  }

  @Test func everyAnswerIsOneJSONDocumentWithItsSchema() throws {
    var schemas: Set<String> = []
    for answer in try allAnswers() {
      let text = AnswerWriter().text(of: answer, as: .json)
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(document["schema"] as? String == answer.schema)
      #expect(text.hasPrefix("{\n  \"schema\": \"entente."))
      #expect(text.hasSuffix("\n}\n") && !text.hasSuffix("\n\n"))
      schemas.insert(answer.schema)
    }
    #expect(
      schemas == [
        "entente.path/1", "entente.neighbours/1", "entente.list/1", "entente.node/1",
        "entente.search/1", "entente.statistics/1", "entente.check-up/1", "entente.timeline/1",
        "entente.gaps/1", "entente.connection/1", "entente.connection-history/1",
        "entente.earliest-arrival/1", "entente.centrality/1", "entente.components/1",
      ])
  }

  @Test func aLineOfJSONForEachRow() throws {
    for answer in try allAnswers() {
      let text = AnswerWriter().text(of: answer, as: .jsonl)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == answer.table.rows.count + 1)
      #expect(lines.last == "")
      for (line, row) in zip(lines, answer.table.rows) {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
        #expect(object == Dictionary(uniqueKeysWithValues: zip(answer.table.columns, row)))
      }
    }
  }

  @Test func theReaderOfDatasetsReadsTheCSVBack() throws {
    for answer in try allAnswers(names: ["arland": "a \"b\", c\r\nd; e", "borvia": " f"]) {
      let text = AnswerWriter().text(of: answer, as: .csv)
      #expect(text.hasSuffix("\n"))
      var reader = CSVReader(SourceText(name: "answer.csv", text))
      var rows = [reader.header].compactMap { $0 }.map { $0.cells.map(reader.text(of:)) }
      while let record = reader.next() { rows.append(record.cells.map(reader.text(of:))) }
      #expect(reader.diagnostics.isEmpty)
      #expect(rows == [answer.table.columns] + answer.table.rows)
    }
  }

  @Test func controlsNeverReachATerminal() throws {
    let hostile = "\u{1B}]0;title\u{7}\u{9B}31m\u{202E}evil\r"
    let names = ["arland", "borvia", "exchange", "process"].map { ($0, hostile + $0) }
    for answer in try allAnswers(names: Dictionary(uniqueKeysWithValues: names)) {
      for format in [AnswerFormat.text, .table, .markdown] {
        for width in [20, 100] {
          let text = AnswerWriter(width: width).text(of: answer, as: format)
          let controls = text.unicodeScalars.filter { scalar in
            scalar != "\n"
              && (scalar.properties.generalCategory == .control || scalar == "\u{202E}")
          }
          #expect(controls.isEmpty, "\(answer.schema) as \(format)")
        }
      }
    }
  }

  @Test(arguments: [1, 20, 40, 60, 80, 200])
  func textStaysWithinItsWidth(_ width: Int) throws {
    for answer in try allAnswers() {
      let text = AnswerWriter(width: width).text(of: answer, as: .text)
      for line in text.split(separator: "\n") where !line.contains("://") {
        // Marks, indentation and one word are needed on a line, whatever the width.
        #expect(line.count <= max(width, 34), "\(answer.schema): \(line)")
      }
    }
  }

  @Test func withoutUnicodeTheMarksOfTheProgramAreASCII() throws {
    let sample = try ReportGraph(names: ["arland": "Årland"])
    let text = AnswerWriter(isASCII: true).text(of: try sample.neighbourhood("arland"), as: .text)
    #expect(text.hasPrefix("Årland (State)\n|- "))
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII || $0 == "Å" })
  }

  @Test func coloursAreForHeadingsOnly() throws {
    let answer = try ReportGraph().paths("arland", "borvia")
    let plain = AnswerWriter().text(of: answer, as: .text)
    let coloured = AnswerWriter(isColoured: true).text(of: answer, as: .text)
    #expect(coloured.contains("\u{1B}[1mSources\u{1B}[0m"))
    let stripped = coloured.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
    #expect(stripped == plain)
  }
}
