// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

/// What pictures without tooltips and links print below them.
@Suite(.enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
struct NumberedNotesTests {
  private func figure(_ nodes: [Figure.Node]) -> Figure { Figure(title: "t", nodes: nodes) }

  private func notes(_ figure: Figure, _ hints: PrintedHints) throws -> NumberedNotes {
    let layout = try LayoutService().layoutNow(of: figure, style: .default)
    return NumberedNotes(figure, layout: layout, hints: hints)
  }

  private let nodes = [
    Figure.Node(id: "a", typeName: "State", label: "Arland", url: "https://example.org/a"),
    Figure.Node(id: "b", typeName: "State", label: "Borvia", tooltip: "Borvia, on the coast"),
    Figure.Node(id: "c", typeName: "State", label: "Cavia", sublabel: "CV, inland", tooltip: "CV"),
    Figure.Node(id: "d", typeName: "State", label: "Dunland", url: "javascript:alert(1)"),
    Figure.Node(
      id: "e", typeName: "State", label: String(repeating: "Very long name ", count: 20)),
  ]

  @Test("A note says what the picture loses, and nothing that it shows")
  func whatIsLost() throws {
    #expect(try notes(figure(nodes), .none).notes.isEmpty)
    let forPDF = try notes(figure(nodes), .tooltips).notes
    #expect(Set(forPDF.map(\.position)) == [1, 4])
    let forPNG = try notes(figure(nodes), .tooltipsAndLinks).notes
    #expect(Set(forPNG.map(\.position)) == [0, 1, 4])
    #expect(forPNG.map(\.number) == [1, 2, 3])
    let borvia = forPNG.first { $0.position == 1 }
    #expect(borvia?.text == "Borvia: Borvia, on the coast" && borvia?.address == nil)
    let arland = forPNG.first { $0.position == 0 }
    #expect(arland?.text == "Arland" && arland?.address?.text == "https://example.org/a")
    #expect(forPNG.first { $0.position == 4 }?.text.hasSuffix("Very long name") == true)
  }

  @Test("However long a name is that was cut, it stands below", arguments: [20, 40, 120, 2_000])
  func longNames(words: Int) throws {
    let name = Array(repeating: "Commission", count: words).joined(separator: " ")
    let all = try notes(figure([Figure.Node(id: "a", typeName: "State", label: name)]), .tooltips)
    let text = try #require(all.notes.first?.text)
    #expect(text == name || (text.count >= NumberedNotes.length - 1 && text.hasSuffix("…")))
  }

  @Test("Each number stands at its node and in the list below")
  func marks() throws {
    var renderer = FigureRenderer()
    renderer.hints = .tooltipsAndLinks
    let xml = try WellFormedXML(renderer.svgNow(figure(nodes)))
    let numbers = xml.elements.filter { $0.name == "text" }.map(\.text)
    for number in ["1", "2", "3"] { #expect(numbers.count { $0 == number } == 2) }
    #expect(numbers.contains("Notes"))
    let plain = try FigureRenderer().svgNow(figure(nodes))
    #expect(!plain.contains("note-mark"))
    var bare = figure(nodes)
    bare.isBare = true
    #expect(try !renderer.svgNow(bare).contains("note-mark"))
  }

  @Test("More than forty notes are counted")
  func limit() throws {
    let many = (0..<60).map {
      Figure.Node(id: "\($0)", typeName: "State", label: "\($0)", tooltip: "state number \($0)")
    }
    let notes = try notes(figure(many), .tooltips)
    #expect(notes.notes.count == 40 && notes.hiddenCount == 20)
    var renderer = FigureRenderer()
    renderer.hints = .tooltips
    #expect(try renderer.svgNow(figure(many)).contains("and more: 20"))
  }

  @Test("An address is printed whole, and no break puts a hyphen into it")
  func addresses() throws {
    let paths = [
      "", "/", "//a--b", "/a-b/c_d?e=f&g=%20#h", "/" + String(repeating: "x", count: 900),
    ]
    for path in paths + [String(repeating: "/some-long_path.html", count: 90)] {
      let address = try #require(LinkAddress("https://example.org" + path))
      let metrics = TextMetrics(size: 10)
      let lines = metrics.addressLines(of: address, maximumWidth: 300)
      #expect(lines.joined() == address.text)
      #expect(lines.allSatisfy { metrics.width(of: $0) <= 300.01 })
      #expect(lines.dropLast().allSatisfy { !$0.hasSuffix("-") })
    }
  }
}
