// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import GraphModel
import GraphReports
import Testing

/// One number means one source in the text, in the JSON document and in the figure.
@Suite struct SourceNumberingTests {
  /// Number to title, from a list of sources in text.
  private func numbersInText(_ answer: any Answer) -> [Int: String] {
    var numbers: [Int: String] = [:]
    for case .sources(let sources) in answer.blocks {
      for source in sources { numbers[source.number] = source.source.title }
    }
    return numbers
  }

  private func numbersInJSON(_ answer: any Answer) throws -> [Int: String] {
    let text = AnswerWriter().text(of: answer, as: .json)
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    var numbers: [Int: String] = [:]
    for source in try #require(document?["sources"] as? [[String: Any]]) {
      numbers[try #require(source["number"] as? Int)] = source["title"] as? String
    }
    return numbers
  }

  @Test func textAndJSONAgree() throws {
    for answer in try ReportGraph().answers() {
      let text = numbersInText(answer)
      let json = try numbersInJSON(answer)
      #expect(!text.isEmpty)
      // The document may cite more than the sentences do.
      for (number, title) in text { #expect(json[number] == title, "\(answer.schema) [\(number)]") }
      #expect(json.keys.sorted() == Array(1...json.count))
    }
  }

  @Test func textAndFigureAgree() throws {
    let sample = try ReportGraph()
    let paths = try sample.paths("arland", "borvia")
    let neighbours = try sample.neighbourhood("arland", depth: 3)
    for (answer, figure) in [
      (paths as any Answer, paths.figure()), (neighbours, neighbours.figure()),
    ] {
      let text = numbersInText(answer)
      #expect(figure.sources.count == text.count)
      for source in figure.sources {
        #expect(source.text.contains(text[source.number] ?? "-"), "[\(source.number)]")
      }
      let drawn = Set(figure.edges.flatMap(\.sourceNumbers))
      #expect(drawn == Set(text.keys))
    }
  }

  @Test func marksInTheTextAreInTheList() throws {
    for answer in try ReportGraph().answers() {
      let text = AnswerWriter(width: 1000).text(of: answer, as: .text)
      let parts = text.split(separator: "\nSources\n")
      #expect(parts.count == 2)
      let marks = Set(parts[0].matches(of: #/\[(\d+)\]/#).compactMap { Int($0.1) })
      #expect(marks == Set(numbersInText(answer).keys))
    }
  }

  @Test func numbersFollowTheFirstMentionAndLocatorsGather() throws {
    let graph = try ReportGraph().graph
    let keys = ["gazette", "ministry", "yearbook"]
    let identifiers = Dictionary(
      uniqueKeysWithValues: (0..<3).map { number in
        let identifier = SourceID(rawValue: UInt32(number))
        return (graph.source(identifier).key, identifier)
      })
    let sources = try keys.map { try #require(identifiers[$0]) }
    var numbering = SourceNumbering(graph)
    #expect(numbering.numbers(of: [Citation(source: sources[2], locator: "page 2")]) == [1])
    #expect(
      numbering.numbers(of: [
        Citation(source: sources[0]), Citation(source: sources[2], locator: "page 1"),
        Citation(source: sources[2], locator: "page 2"),
      ]) == [1, 2])
    #expect(numbering.numbers(of: []) == [])
    #expect(numbering.sources.map(\.source.key) == ["yearbook", "gazette"])
    #expect(numbering.sources[0].text == "Yearbook (page 2; page 1).")
    #expect(
      numbering.sources[1].text
        == "Arland: Official Gazette, 2014-03. https://gazette.example/2014")
  }

  @Test func onlyAddressesOfTheWebAreLinks() {
    for (url, isLink) in [
      ("https://a.example", true), ("http://a.example", true), ("javascript:alert(1)", false),
      ("file:///etc/passwd", false), ("//a.example", false),
    ] {
      let source = NumberedSource(
        number: 1, source: Source(key: "s", title: "T", url: url), locators: [])
      #expect((source.url != nil) == isLink, "\(url)")
    }
  }
}
