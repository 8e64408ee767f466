// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphReports
import Testing

@Suite struct NodeAnswerTests {
  @Test func everyClaimedValueIsShownThePreferredFirst() throws {
    let sample = try ReportGraph()
    let text = AnswerWriter(width: 100).text(
      of: NodeAnswer(try sample.node("exchange"), in: sample.graph), as: .text)
    #expect(
      text == """
        Exchange of Coast Guards around the Strait

        type         Programme
        key          exchange
        also called  ECG (acronym); Обмен (ru)
        budget       1250000 [1] (preferred) – with reserves
                     1200000 [2]
        since        2014-03
        until        2019

        - Exchange of Coast Guards around the Strait addresses Maritime safety, undated (its ends: 2014-03 –
          2019) [no source]
        - Exchange of Coast Guards around the Strait covers Arland, since 2015 [3]
        - Exchange of Coast Guards around the Strait covers Borvia (role: partner or observer), since
          2014-09 or 2015-02 [1][2]

        Sources disagree where several values stand; all are shown.

        Sources
          [1] Yearbook.
          [2] Cooperation (table 2).
          [3] Arland: Official Gazette, 2014-03 (page 9). https://gazette.example/2014

        """)
  }

  @Test func onADayOnlyWhatHeldThen() throws {
    let sample = try ReportGraph()
    let day = try #require(CalendarDate(year: 2013, month: 1, day: 1))
    let text = AnswerWriter().text(
      of: NodeAnswer(try sample.node("exchange"), in: sample.graph, asOf: day), as: .text)
    #expect(text.contains("\nNo edge of this node held on 2013-01-01.\n"))
    #expect(!text.contains("covers"))
  }
}
