// SPDX-License-Identifier: Apache-2.0

import GraphDrawing
import GraphModel
import GraphReports
import Testing

/// Answers that number their sources from 1 take the numbers of a document.
@Suite struct SourceRenumberingTests {
  @Test func marksTablesAndFiguresTakeTheNumbersOfTheDocument() throws {
    let sample = try ReportGraph()
    let graph = sample.graph
    var numbering = SourceNumbering(graph)
    let yearbook = try #require(graph.sources.firstIndex { $0.key == "yearbook" })
    numbering.number([Citation(source: SourceID(rawValue: UInt32(yearbook)))])
    let answer = try sample.paths("arland", "borvia")
    let own = answer.blocks.flatMap { block -> [NumberedSource] in
      if case .sources(let sources) = block { sources } else { [] }
    }
    #expect(own.map(\.source.key) == ["gazette", "ministry", "yearbook"])
    let renumbering = SourceRenumbering(of: answer.blocks, into: &numbering, in: graph)
    #expect(numbering.sources.map(\.source.key) == ["yearbook", "gazette", "ministry"])
    #expect(numbering.sources[1].locators == ["page 9"])

    let blocks = renumbering.blocks(answer.blocks)
    let steps = blocks.flatMap { block -> [String] in
      if case .steps(let steps) = block { steps } else { [] }
    }
    #expect(steps.map { $0.suffix(6) } == ["15 [2]", "[1][3]", "2) [1]", "2) [1]"])
    #expect(!blocks.contains { if case .sources = $0 { true } else { false } })

    let figure = renumbering.figure(answer.figure())
    #expect(figure.sources.map(\.number) == [1, 2, 3])
    #expect(figure.sources[0].text.hasPrefix("Yearbook"))
    #expect(Set(figure.edges.map(\.sourceNumbers)) == [[1, 3], [1], [2]])
    let table = renumbering.table(AnswerTable(columns: ["a"], rows: [["[1][3] [9] [x] [1"]]))
    #expect(table.rows == [["[1][2] [9] [x] [1"]])
  }
}
