// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// Questions about the dataset that ships: what must stay true of the answers while the data grow.
@Suite struct ShippedDatasetTests {
  private func json(_ question: String) throws -> [String: Any] {
    let outcome = try Sessions.shipped().run("entente \(question) --format json")
    #expect(outcome.status == 0, "\(question): \(outcome.errorText)")
    return try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
  }

  @Test func everyStepOfAPathIsCited() throws {
    let answer = try json("path Kazakhstan ICMPD -k 3")
    #expect(answer["schema"] as? String == "entente.path/1")
    let paths = try #require(answer["paths"] as? [[String: Any]])
    #expect(paths.count == 3)
    #expect(paths.map { $0["hops"] as? Int ?? 0 } == [2, 2, 2])
    let sources = try #require(answer["sources"] as? [[String: Any]])
    #expect(sources.map { $0["number"] as? Int ?? 0 } == Array(1...sources.count))
    for step in paths.flatMap({ $0["steps"] as? [[String: Any]] ?? [] }) {
      let citations = try #require(step["citations"] as? [[String: Any]])
      #expect(!citations.isEmpty)
      let sentence = step["sentence"] as? String ?? ""
      let ends = ["from", "to"].compactMap { (step[$0] as? [String: Any])?["name"] as? String }
      #expect(ends.count == 2 && ends.allSatisfy(sentence.contains), "\(sentence)")
    }
  }

  @Test func polandAndTurkmenistanAreConnected() throws {
    let paths = try json("path Poland Turkmenistan")["paths"] as? [[String: Any]]
    #expect(paths?.first?["hops"] as? Int == 2)
  }

  @Test func bothDatesOfTheStrategyAreShown() throws {
    let answer = try json("show 'EU Strategy on Central Asia'")
    let properties = (answer["node"] as? [String: Any])?["properties"] as? [String: Any]
    let adopted = try #require(properties?["adopted"] as? [[String: Any]])
    let values = adopted.compactMap { $0["value"] as? String }
    #expect(values.contains("2019-05") && values.contains("2019-06"))
    #expect(adopted.allSatisfy { ($0["citations"] as? [Any])?.isEmpty == false })
  }

  @Test func programmesOfAnAreaIncludeThoseOfItsSubAreas() throws {
    let answer = try json(
      "list programmes --area 'border management' --state Tajikistan --as-of 2022-01-01")
    let keys = (answer["items"] as? [[String: Any]] ?? []).compactMap { $0["key"] as? String }
    #expect(keys.contains("bomca") && keys.contains("bomca-10"))
  }

  @Test func everyQuestionAsTextMarkdownAndJSON() throws {
    let workspace = try Sessions.shipped()
    for question in [
      "path Poland Turkmenistan", "path Kazakhstan ICMPD -k 3", "neighbours 'Prague Process'",
      "list programmes --area 'border management' --state Tajikistan --as-of 2022-01-01",
      "show 'EU Strategy on Central Asia'",
    ] {
      let text = try workspace.run("entente \(question)")
      #expect(text.status == 0)
      #expect(text.outputText.contains("\nSources\n  [1]"), "\(question)")
      let markdown = try workspace.run("entente \(question) --format markdown")
      #expect(markdown.status == 0)
      #expect(markdown.outputText.contains("\n### Sources\n\n- \\[1\\] "), "\(question)")
      let register = text.outputText.components(separatedBy: "\nSources\n").last ?? ""
      let numbers = register.split(separator: "\n").count { $0.hasPrefix("  [") }
      #expect(
        markdown.outputText.components(separatedBy: "\n- \\[").count - 1 == numbers, "\(question)")
    }
  }

  @Test func theDatasetIsSoundAndInCanonicalForm() throws {
    let workspace = try Sessions.shipped()
    let checked = try workspace.run("entente check Graphs/eu-central-asia")
    #expect(checked.status == 0, "\(checked.outputText)")
    #expect(!checked.outputText.contains("error["))
    let formatted = try workspace.run("entente fmt --check Graphs/eu-central-asia")
    #expect(formatted.status == 0, "\(formatted.errorText)")
    #expect(formatted.outputText == "")
  }
}
