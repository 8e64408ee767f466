// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphDrawing
@testable import GraphReports
import GraphModel
import Testing

@Suite struct SubgraphFigureTests {
  @Test(
    arguments: [
      (nil, nil, nil), ("2015-06-15", "2019-12-14", "2015–2019"), ("2003", nil, "2003–"),
      (nil, "2014-02", "–2014"), ("2015-01", "2015-11", "2015"),
      ("2001 or 2003-04", nil, "2001/2003–"),
      ("2019-12-04", "2019-12-04", "2019-12-04"), ("2014-01 or 2014-06", "2016", "2014–2016"),
    ] as [(String?, String?, String?)])
  func years(_ since: String?, _ until: String?, _ text: String?) {
    #expect(YearSpan.text(since: since, until: until) == text)
  }

  @Test func pathsAsAFigure() throws {
    let figure = try ReportGraph().paths("arland", "borvia", selection: .shortest(1)).figure()
    #expect(figure.title == "Arland to Borvia")
    #expect(figure.subtitle == "All links hold together from 2015 to 2019.")
    #expect(Set(figure.nodes.map(\.id)) == ["arland", "borvia", "exchange"])
    let exchange = try #require(figure.nodes.first { $0.id == "exchange" })
    #expect(exchange.sublabel == "ECG, 2014–2019")
    #expect(figure.nodes.first { $0.id == "arland" }?.emphasis == .origin)
    #expect(figure.nodes.first { $0.id == "borvia" }?.emphasis == .destination)
    let disputed = try #require(figure.edges.first { $0.to == "borvia" })
    #expect(disputed.isDisputed && disputed.dates == "2014/2015–")
    #expect(figure.notes.count == 1)
    #expect(figure.sources.compactMap(\.url) == ["https://gazette.example/2014"])
  }

  @Test func whatHasEndedByTheDayIsMarked() throws {
    let sample = try ReportGraph()
    let day = try #require(CalendarDate(year: 2022, month: 1, day: 1))
    var drawn = SubgraphFigure(
      graph: sample.graph, nodes: Array(sample.graph.nodes), edges: Array(sample.graph.edges))
    drawn.asOf = day
    var numbering = SourceNumbering(sample.graph)
    let figure = drawn.figure(title: "All", numbering: &numbering)
    #expect(figure.asOf == "2022-01-01")
    #expect(
      Set(figure.nodes.filter(\.isEnded).map(\.id)) == ["exchange", "process"])
    #expect(figure.edges.count { $0.isEnded } == figure.edges.count)
    #expect(figure.nodes.first { $0.id == "process" }?.endYear == "2012")
  }
}
