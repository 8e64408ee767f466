// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphReports
import Testing

@Suite struct TimelineAnswerTests {
  private func text(_ answer: any Answer) -> String {
    AnswerWriter(width: 100).text(of: answer, as: .text)
  }

  @Test func whatBeganEarlierComesFirst() throws {
    let sample = try ReportGraph()
    let answer = TimelineAnswer(of: [try sample.node("exchange")], in: sample.graph)
    #expect(
      text(answer) == """
        Exchange of Coast Guards around the Strait

        When                      What                                                             Sources
        ────────────────────────  ───────────────────────────────────────────────────────────────  ─────────
        2014-03 – 2019            Exchange of Coast Guards around the Strait (programme)           no source
        since 2014-09 or 2015-02  Exchange of Coast Guards around the Strait covers Borvia (role:  [1][2]
                                  partner or observer)
        since 2015                Exchange of Coast Guards around the Strait covers Arland         [3]

        Sources disagree where several values stand; all are shown.

        1 more link states no dates, nor does what it leads to.

        Sources
          [1] Cooperation.
          [2] Yearbook.
          [3] Arland: Official Gazette, 2014-03 (page 9). https://gazette.example/2014

        """)
  }

  @Test func aNodeAndAnEdgeCountOnce() throws {
    let sample = try ReportGraph()
    let exchange = try sample.node("exchange")
    let answer = TimelineAnswer(
      of: [exchange, try sample.node("arland"), exchange], in: sample.graph)
    #expect(answer.table.rows.filter { $0[2].hasSuffix("covers Arland") }.count == 1)
    #expect(
      answer.table.columns == ["start", "end", "what", "kind", "dates of", "node", "sources"])
    #expect(
      answer.table.rows.first
        == [
          "", "2012", "Arland takes part in Lighthouse Process", "edge", "ends", "arland",
          "yearbook",
        ]
    )
  }

  @Test func onADayOnlyWhatHeldThen() throws {
    let sample = try ReportGraph()
    let borvia = try sample.node("borvia")
    let late = TimelineAnswer(
      of: [borvia], in: sample.graph, asOf: CalendarDate(year: 2013, month: 1, day: 1))
    #expect(late.isEmpty)
    #expect(text(late) == "Nothing dated held on 2013-01-01 about Borvia.\n")
    let early = TimelineAnswer(
      of: [borvia], in: sample.graph, asOf: CalendarDate(year: 2012, month: 1, day: 1))
    #expect(early.table.rows.map { $0[2] } == ["Borvia takes part in Lighthouse Process"])
  }

  @Test func nothingDated() throws {
    let sample = try ReportGraph()
    let graph = sample.graph
    let answer = TimelineAnswer(of: [], in: graph)
    #expect(answer.isEmpty)
  }
}
