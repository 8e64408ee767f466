// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphDrawing

/// What a figure says about itself, read back from its file.
@Suite struct DrawnFigureTests {
  private static func figure(command: String) -> Figure {
    var figure = Figure(
      title: "Two", asOf: "2020-06-01",
      nodes: [
        Figure.Node(id: "a & <b>", typeName: "State", label: "A"),
        Figure.Node(id: "б", typeName: "State", label: "B"),
      ],
      edges: [Figure.Edge(from: "a & <b>", to: "б", typeName: "X", verb: "x")])
    var metadata = Figure.Metadata(command: command, dataVersion: "Data", dataHash: "0123abcd")
    metadata.program = "entente 1"
    metadata.styleHash = "ff"
    figure.metadata = metadata
    return figure
  }

  @Test("An SVG tells its command, its hashes and where its nodes stand")
  func drawing() throws {
    let command = "entente draw path 'A & <B>' \"C\" -k 3"
    let figure = Self.figure(command: command)
    let layout = try LayoutService().layoutNow(of: figure)
    let drawn = try DrawnFigure(
      reading: Array(SVGWriter().svg(of: figure, layout: layout).utf8))
    #expect(drawn.command == command)
    #expect(drawn.dataHash == "0123abcd" && drawn.styleHash == "ff")
    #expect(drawn.program == "entente 1")
    let middles = Dictionary(uniqueKeysWithValues: layout.nodes.map { ($0.id, $0.box.centre) })
    #expect(drawn.positions == middles)
  }

  @Test("A command that would not come back whole is not told")
  func longCommand() throws {
    for command in [String(repeating: "x", count: 30_000), "entente draw a\u{202e}b"] {
      let svg = try FigureRenderer().svgNow(Self.figure(command: command))
      #expect(try DrawnFigure(reading: Array(svg.utf8)).command == nil)
    }
  }

  @Test("GraphML gives positions: ours by key, others by the names of their columns")
  func graphML() throws {
    let figure = Self.figure(command: "c")
    let layout = try LayoutService().layoutNow(of: figure)
    let ours = GraphMLWriter().graphML(of: figure, layout: layout)
    #expect(try DrawnFigure(reading: Array(ours.utf8)).positions.keys.sorted() == ["a & <b>", "б"])
    let other = """
      <?xml version="1.0"?><!-- moved by hand --><graphml><key id="d0" for="node" attr.name="x"/>
      <key id="d1" for="node" attr.name="y"/><graph><node id='kz'><data key="d0">1.5</data>
      <data key="d1">-2</data></node><node id="uz"><data key="d0">nan</data></node></graph></graphml>
      """
    #expect(
      try DrawnFigure(reading: Array(other.utf8)).positions
        == ["kz": FigureLayout.Point(x: 1.5, y: -2)])
  }

  @Test(
    "Anything else is refused with the reason",
    arguments: [
      ("", "otherFormat"), ("no markup", "otherFormat"), ("<html></html>", "otherFormat"),
      ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "otherFormat"),
      ("<svg><metadata/></svg>", "withoutMetadata"), ("<svg", "otherFormat"),
      ("<svg><metadata><entente:figure xmlns:entente='urn:other'/></metadata>", "withoutMetadata"),
      ("<graphml><graph><node id='a'/></graph></graphml>", "withoutPositions"),
    ])
  func refused(text: String, problem: String) {
    do throws(DrawnFigure.Problem) {
      _ = try DrawnFigure(reading: Array(text.utf8))
      Issue.record("\(text) was read")
    } catch {
      #expect("\(error)" == (Self.problems[problem]?.description))
    }
  }

  private static let problems: [String: DrawnFigure.Problem] = [
    "otherFormat": .otherFormat, "withoutMetadata": .withoutMetadata,
    "withoutPositions": .withoutPositions,
  ]

  @Test("A figure cut or changed anywhere is read to its end or refused")
  func damaged() throws {
    let svg = Array(try FigureRenderer().svgNow(Self.figure(command: "entente draw all")).utf8)
    for length in stride(from: 0, to: svg.count, by: 7) {
      _ = try? DrawnFigure(reading: Array(svg.prefix(length)))
      var changed = svg
      changed[length] = UInt8(truncatingIfNeeded: length &* 31)
      _ = try? DrawnFigure(reading: changed)
    }
  }

  @Test("The size of an SVG is what its root states")
  func size() throws {
    let svg = try FigureRenderer().svgNow(Self.figure(command: "c"))
    let size = try #require(DrawnFigure.size(of: svg))
    #expect(svg.contains("viewBox=\"0 0 \(decimal(size.width)) \(decimal(size.height))\""))
    #expect(DrawnFigure.size(of: "<svg width=\"0\" height=\"1\"/>") == nil)
  }
}
