// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import GraphDrawing

@Suite struct FigureStyleTests {
  private func figure(_ typeNames: [String], edges: [String] = []) -> Figure {
    Figure(
      title: "t", nodes: typeNames.map { Figure.Node(id: $0, typeName: $0, label: $0) },
      edges: edges.map { Figure.Edge(from: "A", to: "A", typeName: $0, verb: $0) })
  }

  @Test("The theme covers the types of the domain, each with its own look")
  func knownTypes() {
    let names = [
      "State", "StateGroup", "Organisation", "Programme", "Agreement", "AgreementType", "Document",
      "PolicyArea", "Dialogue", "Event", "Topic", "Source", "Project", "Strategy", "Plan",
    ]
    let styles = FigureStyle.default.nodeStyles(of: figure(names))
    #expect(Set(styles.keys) == Set(names))
    // Shape, width and dashes alone tell the types apart: colour is never needed.
    let looks = Set(styles.values.map { "\($0.shape) \($0.dashes) \($0.strokeWidth >= 2)" })
    #expect(looks.count == names.count)
  }

  @Test("Unknown types differ in shape and do not depend on the order of nodes")
  func unknownTypes() {
    let names = [
      "Ship", "Port", "Cargo", "Flag", "Crew", "Route", "Berth", "Crane", "Pilot", "Tug",
    ]
    let styles = FigureStyle.default.nodeStyles(of: figure(names))
    #expect(styles == FigureStyle.default.nodeStyles(of: figure(names.reversed())))
    #expect(Set(styles.values.map(\.shape)).count == names.count)
  }

  @Test("Seventy unknown types are seventy different looks")
  func manyUnknownTypes() {
    let names = (0..<70).map { "Type\($0)" }
    let styles = FigureStyle.default.nodeStyles(of: figure(names))
    #expect(Set(styles.values).count == 70)
  }

  @Test func lineKinds() {
    let style = FigureStyle.default
    func kind(_ typeName: String, _ own: Figure.LineKind? = nil) -> Figure.LineKind {
      style.lineKind(
        of: Figure.Edge(from: "a", to: "b", typeName: typeName, verb: "", lineKind: own))
    }
    #expect(kind("COVERS") == .covers)
    #expect(kind("FUNDS") == .funding)
    #expect(kind("PARTY_TO") == .legal)
    #expect(kind("ADDRESSES") == .addresses)
    #expect(kind("TAKES_PART_IN") == .takesPart)
    #expect(kind("SAILS") == .other)
    #expect(kind("COVERS", .legal) == .legal)
  }

  @Test("Unknown edge types get dashes of their own, unlike those of known kinds")
  func unknownLines() {
    let names = ["SAILS", "LOADS", "OWNS", "INSURES", "TOWS", "FLAGS", "LEASES"]
    let styles = FigureStyle.default.lineStyles(of: figure(["A"], edges: names))
    #expect(Set(styles.values).count == names.count)
    #expect(
      Set(Figure.LineKind.allCases.map { FigureStyle.default.lines[$0] }).isDisjoint(
        with: styles.values))
  }

  @Test("An unknown edge type has the same line whatever else a figure shows")
  func steadyLines() {
    let names = ["SAILS", "LOADS", "OWNS", "INSURES", "TOWS", "FLAGS", "LEASES"]
    let style = FigureStyle.default
    // Of two types with the same dashes one gives way, which shows in no other figure.
    let alone = names.map { style.lineStyles(of: figure(["A"], edges: [$0]))[$0] }
    for (name, line) in zip(names, alone) {
      for other in names where other != name {
        let together = style.lineStyles(of: figure(["A"], edges: [name, other]))
        let theirs = style.lineStyles(of: figure(["A"], edges: [other]))
        #expect(together[name] == line || line == theirs[other], "\(name) beside \(other)")
      }
    }
    #expect(Set(alone).count > 3)
  }

  @Test("No two kinds of line differ by a hair: width by half again, or the dashes differ")
  func kindsOfLines() {
    let lines = Figure.LineKind.allCases.filter { $0 != .other }
      .map { (key: $0, value: FigureStyle.default.lines[$0]) }
    for (index, one) in lines.enumerated() {
      for other in lines[..<index] where one.value.dashes == other.value.dashes {
        let widths = [one.value.width, other.value.width].sorted()
        #expect(widths[1] >= widths[0] * 1.5, "\(one.key) and \(other.key)")
      }
    }
  }

  @Test("The gaps of a line stay open at every width", arguments: [0.25, 1, 2, 3, 6, 12])
  func openGaps(width: Double) {
    for line in [StyleLine.dashed, .dotted, .longDashed, .dashDotted] {
      var changes = StyleChanges()
      (changes.line, changes.width) = (line, width)
      var style = LineStyle(width: 1)
      changes.apply(to: &style)
      let gaps = style.drawnDashes.enumerated().filter { !$0.offset.isMultiple(of: 2) }
      let open = gaps.map { style.hasRoundEnds ? $0.element - width : $0.element }
      #expect(open.allSatisfy { $0 >= width }, "\(line) \(style.drawnDashes)")
    }
    var exact = StyleChanges()
    (exact.line, exact.width) = (.lengths([6, 2]), width)
    var style = LineStyle(width: 1)
    exact.apply(to: &style)
    #expect(style.drawnDashes == [6, 2])
  }

  @Test("Every edge type of the shipped dataset has a kind of line")
  func shippedEdgeTypes() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Graphs/eu-central-asia/schema.gql")
    let text = try String(contentsOf: file, encoding: .utf8)
    let types = text.matches(of: #/DIRECTED EDGE TYPE (\w+)/#).map { String($0.1) }
    #expect(types.count > 25)
    for type in types { #expect(FigureStyle.default.lineKinds[type] != nil, "\(type)") }
  }

  @Test("Text keeps a contrast of 4.5 to 1 on every tint, outlines one of 3 to 1 on white")
  func contrast() {
    func luminance(_ colour: String) -> Double {
      let value = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    // x to the power of 2.4, as the square of x times the fifth root of x squared.
    func power(_ x: Double) -> Double {
      var root = 1.0
      for _ in 0..<60 {
        root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root)
      }
      return x * x * root
    }
    func ratio(_ one: String, _ other: String) -> Double {
      let (a, b) = (luminance(one), luminance(other))
      return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
    let unknown = (0..<70).map { "Type\($0)" }
    let styles =
      Array(FigureStyle.default.nodes.values)
      + FigureStyle.default.nodeStyles(of: figure(unknown)).values
    for style in styles {
      #expect(ratio("#595959", style.fill) >= 4.5, "\(style.fill)")
      #expect(ratio(style.stroke, "#FFFFFF") >= 3, "\(style.stroke)")
    }
    #expect(ratio("#595959", "#FFFFFF") >= 4.5)
    #expect(ratio("#8C8C8C", "#FFFFFF") >= 3)
  }
}
