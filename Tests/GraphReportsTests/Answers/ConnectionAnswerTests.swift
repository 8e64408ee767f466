// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphReports
import Testing

@Suite struct ConnectionAnswerTests {
  private func text(_ answer: any Answer) -> String {
    AnswerWriter(width: 100).text(of: answer, as: .text)
  }

  private func connection(
    _ sample: ReportGraph, _ keys: [String], avoiding: [String] = []
  ) throws -> ConnectionAnswer {
    let filter = TraversalFilter(excludedEdgeTypes: avoiding)
    let query = ConnectionQuery(joining: try keys.map { try sample.node($0) }, filter: filter)
    return ConnectionAnswer(
      try RefinedConnection(query, in: TraversalView(sample.graph)), in: sample.graph)
  }

  @Test func linksAreSentencesWithSources() throws {
    let answer = try connection(ReportGraph(), ["arland", "borvia", "safety"])
    #expect(
      text(answer) == """
        Arland, Borvia and Maritime safety: 3 links over ECG

          1  Exchange of Coast Guards around the Strait covers Arland, since 2015 [1]
          2  Exchange of Coast Guards around the Strait addresses Maritime safety, undated (its ends:
             2014-03 – 2019) [no source]
          3  Exchange of Coast Guards around the Strait covers Borvia (role: partner or observer), since
             2014-09 or 2015-02 [2][3]

        All links hold together from 2015 to 2019.

        No fewer links join them.

        Sources
          [1] Arland: Official Gazette, 2014-03 (page 9). https://gazette.example/2014
          [2] Cooperation.
          [3] Yearbook.

        """)
  }

  @Test func whatCannotBeJoinedIsNamed() throws {
    let sample = try ReportGraph()
    let some = try connection(sample, ["arland", "borvia", "safety"], avoiding: ["ADDRESSES"])
    #expect(!some.isEmpty)
    #expect(text(some).contains("\nMaritime safety cannot be joined to the others.\n"))
    let none = try connection(sample, ["arland", "safety"], avoiding: ["ADDRESSES"])
    #expect(none.isEmpty)
    #expect(text(none) == "Nothing joins Arland and Maritime safety.\n")
  }
}
