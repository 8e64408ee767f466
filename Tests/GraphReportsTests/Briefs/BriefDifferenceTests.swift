// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphDrawing
import Testing

@testable import GraphReports

/// What differs between two locks, in words and as a figure.
@Suite struct BriefDifferenceTests {
  private typealias Question = BriefLock.Question

  private static func question(
    _ parts: [BriefLock.Part], label: String? = "a", command: String = "list states",
    sources: [BriefLock.Cited] = []
  ) -> BriefLock.Question {
    var question = BriefLock.Question(
      kind: .block, line: 3, label: label, command: command, show: ["figure"])
    question.parts = parts
    question.sources = sources
    return question
  }

  private func difference(
    _ old: [BriefLock.Question], _ new: [BriefLock.Question]
  ) -> BriefDifference {
    BriefDifference(
      from: BriefLock(program: "p", questions: old), to: BriefLock(program: "q", questions: new))
  }

  /// The changes between two answers of one question, as they are told.
  private func changes(_ old: BriefLock.Part, _ new: BriefLock.Part) -> [String] {
    difference([Self.question([old])], [Self.question([new])]).questions
      .flatMap { $0.changes.map(BriefDifferenceAnswer.text) }
  }

  private func edge(
    _ to: String, since: String? = nil, until: String? = nil, sources: [String] = ["s"]
  ) -> BriefLock.Edge {
    var edge = BriefLock.Edge(
      from: "p", to: to, type: "COVERS", verb: "covers", since: since, until: until)
    edge.dates = since.map { "\($0)–\(until ?? "")" }
    edge.sources = sources
    return edge
  }

  private func drawing(_ edges: [BriefLock.Edge], without gone: Set<String> = []) -> BriefLock.Part
  {
    let nodes = ["p", "x", "y", "z"].filter { !gone.contains($0) }.map { id in
      BriefLockTests.plainNode(id, id.uppercased())
    }
    return .figure(BriefLock.Drawing(nodes: nodes, edges: edges))
  }

  @Test func edgesAndNodes() {
    let before = drawing(
      [
        edge("x", since: "2003"), edge("y", since: "2004"), edge("y", since: "2010"),
        edge("z", sources: ["s"]),
      ])
    let after = drawing(
      [
        edge("x", since: "2003", until: "2020"), edge("y", since: "2005"),
        edge("y", since: "2010"), edge("y", since: "2012"), edge("z", sources: ["s", "t"]),
      ])
    #expect(
      changes(before, after) == [
        "added: P covers Y, 2012– [s]",
        "ended: P covers X, until 2020 [s]",
        "changed: P covers Y: since was 2004, now 2005",
        "re-sourced: P covers Z: sources were [s], now [s][t]",
      ])
    #expect(
      changes(after, before) == [
        "removed: P covers Y, 2012– [s]",
        "changed: P covers X, since 2003: until was 2020, now none",
        "changed: P covers Y: since was 2005, now 2004",
        "re-sourced: P covers Z: sources were [s][t], now [s]",
      ])
    #expect(
      changes(drawing([], without: ["x"]), drawing([], without: ["z"]))
        == ["added: X (State x)", "removed: Z (State z)"])
    #expect(changes(before, before).isEmpty)
  }

  @Test func everythingThatANodeSays() {
    let was = BriefLock.Drawing(nodes: [BriefLockTests.plainNode("x", "X")])
    var now = was
    now.nodes[0].label = "Y"
    now.nodes[0].type = "Region"
    now.nodes[0].hiddenNeighbours = 3
    #expect(
      changes(.figure(was), .figure(now)) == [
        "changed: Y (Region x): type was State, now Region; name was X, now Y; "
          + "neighbours left out was none, now 3"
      ])
    now = was
    now.nodes[0].until = "2020"
    now.nodes[0].hasEnded = true
    #expect(changes(.figure(was), .figure(now)) == ["ended: X (State x), until 2020"])
    now = was
    now.nodes[0].hasEnded = true
    #expect(
      changes(.figure(was), .figure(now))
        == ["changed: X (State x): had not ended, and has now"])
  }

  @Test func rowsOfTables() {
    let columns = ["Name", "Dates", "Sources"]
    let was = BriefLock.Part.table(
      columns: columns,
      rows: [
        ["A", "2003", "[s]"], ["B", "", "[s]"], ["C", "", "[s]"], ["D", "1", ""], ["D", "2", ""],
      ]
    )
    let now = BriefLock.Part.table(
      columns: columns,
      rows: [
        ["A", "2004", "[t]"], ["B", "", "[t]"], ["D", "1", ""], ["D", "3", ""], ["E", "", "[s]"],
      ]
    )
    #expect(
      changes(was, now) == [
        "added: the row D | 3", "added: the row E | [s]",
        "removed: the row C | [s]", "removed: the row D | 2",
        "changed: the row A: dates were 2003, now 2004; sources were [s], now [t]",
        "re-sourced: the row B: sources were [s], now [t]",
      ])
    #expect(
      changes(
        .table(columns: ["Name"], rows: [["A"], ["B"]]),
        .table(columns: ["Name"], rows: [["B"], ["A"]]))
        == ["changed: the same lines stand in another order"])
    // A column of which nothing was known comes with its first value.
    #expect(
      changes(
        .table(columns: ["Name"], rows: [["A"], ["B"]]),
        .table(columns: ["Name", "Until"], rows: [["A", "2020"], ["B", ""]]))
        == ["changed: the row A: until was none, now 2020"])
  }

  @Test func lines() {
    #expect(changes(.text(["2"]), .text(["3"])) == ["changed: was “2”, now “3”"])
    #expect(
      changes(
        .text(["Kyrgyzstan: Home 22, Security 10", "Other", "Gone"]),
        .text(["Kyrgyzstan: Home 21, Security 10", "Other", "Come"])) == [
          "added: Come", "removed: Gone", "changed: Kyrgyzstan: was Home 22, now Home 21",
        ])
    #expect(
      changes(.text(["a"]), .table(columns: ["Name"], rows: [["b"]]))
        == ["added: the row b", "removed: a"])
  }

  /// Sources that no line mentions, as those of a number.
  @Test func sourcesOfTheWhole() {
    func cited(_ key: String, _ places: String...) -> BriefLock.Cited {
      BriefLock.Cited(key: key, locators: places)
    }
    let found = difference(
      [Self.question([.text(["2"])], sources: [cited("a", "p 1"), cited("b"), cited("d")])],
      [Self.question([.text(["2"])], sources: [cited("a", "p 2"), cited("c", "p 3"), cited("d")])])
    #expect(
      found.questions[0].changes.map(BriefDifferenceAnswer.text) == [
        "re-sourced: [a] was cited for p 1, now for p 2", "re-sourced: [b] is no longer cited",
        "re-sourced: [c] is cited now for p 3",
      ])
  }

  @Test func questionsAreMatchedByLabelThenByCommand() {
    let text = BriefLock.Part.text(["1"])
    let old = [
      Self.question([text], label: "a"), Self.question([text], label: nil, command: "x"),
      Self.question([text], label: nil, command: "x"), Self.question([text], label: "gone"),
    ]
    let new = [
      Self.question([text], label: nil, command: "x"), Self.question([text], label: "new"),
      Self.question([text], label: "a", command: "list regions"),
      Self.question([.text(["2"])], label: nil, command: "x"),
    ]
    let found = difference(old, new)
    #expect(found.sharedCount == 4)
    #expect(
      found.questions.map { $0.changes.map(BriefDifferenceAnswer.text) } == [
        ["changed: the command was list states, now list regions"],
        ["changed: was “1”, now “2”"],
      ])
    let fresh = difference([old[3]], [new[1], new[2]])
    #expect(
      BriefDifferenceAnswer(fresh, path: "b.md").summary
        == "1 question is new")
  }

  /// One drawing of both: marks on what differs, and what stayed without dates.
  @Test func theFigure() throws {
    let graph = try ReportGraph().graph
    let found = difference(
      [Self.question([drawing([edge("x", since: "2003"), edge("y", since: "2004"), edge("z")])])],
      [
        Self.question([
          drawing(
            [edge("x", since: "2003", until: "2020"), edge("y", since: "2004")], without: ["z"])
        ])
      ])
    let figures = BriefChangeFigure.all(
      of: found.questions[0], in: found, caption: "Caption", graph: graph)
    let figure = try #require(figures.first?.figure())
    #expect(figure.title == "Caption" && figure.subtitle == "2 removed, 1 ended")
    #expect(figure.isComparison)
    let edges = Dictionary(uniqueKeysWithValues: figure.edges.map { ($0.to, $0) })
    #expect(edges["x"]?.change == .ended && edges["x"]?.dates == "2003– → 2003–2020")
    #expect(edges["y"]?.change == nil && edges["y"]?.dates == nil)
    #expect(edges["z"]?.change == .removed)
    #expect(figure.nodes.first { $0.id == "z" }?.change == .removed)
    #expect(figure.sources.map(\.key) == ["s"])
    #expect(try FigureRenderer().svgNow(figure).contains("Caption"))
    // Only words differ: there is nothing to draw.
    #expect(
      BriefChangeFigure.all(
        of: difference([Self.question([.text(["1"])])], [Self.question([.text(["2"])])])
          .questions[0], in: found, caption: nil, graph: graph
      ).isEmpty)
  }
}
