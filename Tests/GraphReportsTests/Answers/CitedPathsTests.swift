// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphDrawing
import GraphModel
import GraphReports
import Testing

@Suite struct CitedPathsTests {
  private func text(_ answer: any Answer) -> String {
    AnswerWriter(width: 100).text(of: answer, as: .text)
  }

  @Test func stepsAreSentencesInTheDirectionOfTheirEdges() throws {
    let answer = try ReportGraph().paths("arland", "borvia", selection: .shortest(1))
    #expect(
      text(answer) == """
        Arland ── is covered by ── ECG ── covers ── Borvia (2 steps)

          1  Exchange of Coast Guards around the Strait covers Arland, since 2015 [1]
          2  Exchange of Coast Guards around the Strait covers Borvia (role: partner or observer), since
             2014-09 or 2015-02 [2][3]

        All links hold together from 2015 to 2019.

        Sources
          [1] Arland: Official Gazette, 2014-03 (page 9). https://gazette.example/2014
          [2] Cooperation.
          [3] Yearbook.

        """)
  }

  @Test func theChainTurnsWithTheQuestion() throws {
    let sample = try ReportGraph()
    let there = text(try sample.paths("exchange", "arland", selection: .anyShortest))
    #expect(there.hasPrefix("ECG ── covers ── Arland (1 step)\n"))
    let back = text(try sample.paths("arland", "exchange", selection: .anyShortest))
    #expect(back.hasPrefix("Arland ── is covered by ── ECG (1 step)\n"))
    let sentence =
      "\n  1  Exchange of Coast Guards around the Strait covers Arland, since 2015 [1]\n"
    #expect(there.contains(sentence) && back.contains(sentence))
    #expect(there.contains("\nThe link holds from 2015 to 2019.\n"))
  }

  @Test func linksThatNeverHeldTogether() throws {
    let answer = try ReportGraph().paths("exchange", "process", selection: .anyShortest)
    #expect(
      text(answer).contains("\nThe links never held together: one was over before another began.\n")
    )
  }

  @Test func unknownStartsAreNamed() throws {
    let sample = try ReportGraph()
    let answer = try sample.paths(
      "arland", "borvia", selection: .anyShortest, avoiding: ["exchange"])
    #expect(
      text(answer).contains(
        "\nAll links hold together until 2012; the starts of steps 1 and 2 are not stated.\n")
    )
  }

  @Test func pathsAreCounted() throws {
    let sample = try ReportGraph()
    #expect(
      text(try sample.paths("arland", "borvia", selection: .allShortest(limit: 1)))
        .contains("\n2 paths are as short; this is the first in order.\n"))
    let all = text(try sample.paths("arland", "borvia", selection: .allShortest(limit: 2)))
    #expect(all.contains("\nPath 2 of 2\n") && !all.contains("as short"))
  }

  @Test func noPath() throws {
    let answer = try ReportGraph().paths("arland", "safety", avoiding: ["exchange"])
    #expect(answer.isEmpty)
    #expect(
      text(answer) == """
        No path from Arland to Maritime safety.

        There is one of 2 steps through 'Exchange of Coast Guards around the Strait', which was to be
        avoided.

        The search reached 3 nodes from 'Arland' (2 steps away at most) and 1 node from 'Maritime safety' (0
        steps away at most).

        A path through 'Exchange of Coast Guards around the Strait', which was to be avoided

        Arland ── is covered by ── ECG ── addresses ── Maritime safety (2 steps)

          1  Exchange of Coast Guards around the Strait covers Arland, since 2015 [1]
          2  Exchange of Coast Guards around the Strait addresses Maritime safety, undated (its ends:
             2014-03 – 2019) [no source]

        All links hold together from 2015 to 2019.

        Sources
          [1] Arland: Official Gazette, 2014-03 (page 9). https://gazette.example/2014

        """)
  }

  @Test func oneNodeIsAPathToItself() throws {
    let answer = try ReportGraph().paths("arland", "arland")
    #expect(text(answer) == "Arland (0 steps)\n\nThe two are the same.\n")
  }

  @Test func aRowForEachStep() throws {
    let table = try ReportGraph().paths("arland", "borvia", selection: .shortest(1)).table
    #expect(
      table.columns
        == ["path", "step", "edge", "from", "to", "holds from", "holds until", "sources"])
    #expect(
      table.rows == [
        [
          "1", "1", "COVERS", "Exchange of Coast Guards around the Strait", "Arland", "2015-01-01",
          "2019-12-31", "gazette",
        ],
        [
          "1", "2", "COVERS", "Exchange of Coast Guards around the Strait", "Borvia", "2014-09-01",
          "2019-12-31", "ministry yearbook",
        ],
      ])
  }

  @Test func aPathOfOneNodeIsAFigureOfOneNode() throws {
    let figure = try ReportGraph().paths("arland", "arland", selection: .anyShortest).figure()
    #expect(figure.nodes.map(\.label) == ["Arland"])
    #expect(figure.edges.isEmpty)
  }
}
