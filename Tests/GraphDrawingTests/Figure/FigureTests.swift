// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

@Suite struct FigureTests {
  @Test("Parallel edges of one type fold into one that says how many it stands for")
  func folding() {
    let edge = Figure.Edge(
      from: "a", to: "b", typeName: "COVERS", verb: "covers", dates: "2001", sourceNumbers: [2],
      isEnded: true)
    var second = edge
    second.dates = "2002"
    second.sourceNumbers = [1, 2]
    second.isEnded = false
    second.isDisputed = true
    var other = edge
    other.typeName = "FUNDS"
    var back = edge
    (back.from, back.to) = ("b", "a")
    let folded = Figure(title: "t", edges: [edge, other, second, back]).foldingParallelEdges()
    #expect(folded.edges.count == 3)
    #expect(folded.edges[0].count == 2)
    #expect(folded.edges[0].sourceNumbers == [1, 2])
    #expect(folded.edges[0].dates == nil)
    #expect(!folded.edges[0].isEnded)
    #expect(folded.edges[0].isDisputed)
    #expect(folded.edges[1] == other)
    #expect(folded.edges[2] == back)
  }

  @Test("The prefix of ids follows the content, or what the caller gives, made safe")
  func prefix() {
    var figure = Figure(title: "One")
    let first = figure.resolvedPrefix
    #expect(first.count == 9 && first.hasPrefix("f"))
    #expect(Figure(title: "One").resolvedPrefix == first)
    figure.notes = ["note"]
    #expect(figure.resolvedPrefix != first)
    figure.idPrefix = "1\"><script>fig_2-b"
    #expect(figure.resolvedPrefix == "scriptfig_2-b")
    figure.idPrefix = "<>"
    #expect(figure.resolvedPrefix.hasPrefix("f"))
    #expect(figure.resolvedPrefix.count == 9)
  }

  @Test("Source marks are cut after four")
  func sourceMarks() {
    func marks(_ numbers: [Int]) -> String {
      Figure.Edge(from: "", to: "", typeName: "", verb: "", sourceNumbers: numbers).sourceMarks
    }
    #expect(marks([]) == "")
    #expect(marks([1, 12]) == "[1][12]")
    #expect(marks([1, 2, 3, 4, 5, 6]) == "[1][2][3][4] +2")
  }
}
