// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphReports
import Testing

@Suite struct PathOverTimeTests {
  private func text(_ answer: any Answer) -> String {
    AnswerWriter(width: 100).text(of: answer, as: .text)
  }

  @Test func periodsWithThePathOfTheFirstDay() throws {
    let sample = try ReportGraph()
    let (arland, borvia) = (try sample.node("arland"), try sample.node("borvia"))
    let view = TraversalView(sample.graph)
    let history = try ConnectionHistory(from: arland, to: borvia, in: view)
    let answer = ConnectionHistoryAnswer(history, from: arland, to: borvia, in: sample.graph)
    #expect(
      text(answer).hasPrefix(
        """
        Arland and Borvia

        Connected in 2 periods, with days between them on which no path held.

        period 1  until 2012-12-31
        period 2  from 2015-01-01 to 2019-12-31

        The path of the first day:

        Arland ── takes part in ── Lighthouse Process ── has as a participant ── Borvia (2 steps)

        """))
    #expect(
      answer.table.rows == [
        ["1", "", "2012-12-31", "2", "Arland – Lighthouse Process – Borvia", "yearbook"],
        [
          "2", "2015-01-01", "2019-12-31", "2",
          "Arland – Exchange of Coast Guards around the Strait – Borvia",
          "gazette ministry yearbook",
        ],
      ])
  }

  @Test func neverConnected() throws {
    let sample = try ReportGraph()
    let (arland, safety) = (try sample.node("arland"), try sample.node("safety"))
    let filter = TraversalFilter(excludedEdgeTypes: ["ADDRESSES"])
    let view = TraversalView(sample.graph)
    let history = try ConnectionHistory(from: arland, to: safety, filter: filter, in: view)
    let answer = ConnectionHistoryAnswer(history, from: arland, to: safety, in: sample.graph)
    #expect(answer.isEmpty)
    #expect(text(answer) == "Arland and Maritime safety were never connected on any day.\n")
    let arrival = try EarliestArrival(from: arland, to: safety, filter: filter, in: view)
    let none = EarliestArrivalAnswer(
      arrival, from: arland, to: safety, departure: nil, in: sample.graph)
    #expect(none.isEmpty)
    #expect(
      text(none) == "Links used one after the other never lead from Arland to Maritime safety.\n")
  }

  @Test func stepsBeginWithTheirDays() throws {
    let sample = try ReportGraph()
    let (arland, safety) = (try sample.node("arland"), try sample.node("safety"))
    let arrival = try EarliestArrival(from: arland, to: safety, in: TraversalView(sample.graph))
    let answer = EarliestArrivalAnswer(
      arrival, from: arland, to: safety, departure: nil, in: sample.graph)
    #expect(
      text(answer).hasPrefix(
        """
        Arland to Maritime safety

        The earliest arrival is on 2014-09-01.

          1  any day: Arland takes part in Lighthouse Process, undated (its ends: until 2012) [1]

        """))
  }
}
