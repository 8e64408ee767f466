// SPDX-License-Identifier: Apache-2.0
import GraphReports
import Testing

@testable import GraphDrawing

/// Where things lie in several dozen figures of the shipped dataset.
@Suite(.enabled(if: GraphvizLibrary.system.version != nil, "libgraphviz is not installed"))
struct FigureGeometryTests {
  private typealias Box = FigureLayout.Box

  /// Layouts are in hundredths of points.
  private static let tolerance = 0.02

  private struct Drawn {
    var name: String
    var figure: Figure
    var layout: FigureLayout
    var frame: FigureFrame
  }

  private static let drawn: [Drawn] = {
    guard let figures = try? ShippedFigures.all() else { return [] }
    return figures.compactMap { named in
      guard let layout = try? LayoutService().layoutNow(of: named.figure, style: .default) else {
        return nil
      }
      return Drawn(
        name: named.description, figure: named.figure, layout: layout,
        frame: FigureFrame(named.figure, layout: layout, style: .default))
    }
  }()

  /// A box without its rim, so that boxes which touch do not overlap.
  private func core(_ box: Box) -> Box {
    var box = box
    box.width -= 2 * Self.tolerance
    box.height -= 2 * Self.tolerance
    return box
  }

  /// What an ellipse covers, as boxes under its outline.
  private func cores(_ node: FigureLayout.Node) -> [Box] {
    guard node.shape == .ellipse || node.shape == .doubleEllipse else { return [core(node.box)] }
    return [0.25, 0.5, 0.75, 0.95].map { share in
      var box = node.box
      box.width *= share
      box.height *= (1 - share * share).squareRoot()
      return core(box)
    }
  }

  @Test func thereAreFiguresOfAllKinds() {
    let kinds = Set(Self.drawn.map { $0.name.prefix { $0 != " " } })
    #expect(kinds == ["paths", "neighbours", "all", "schema", "one"])
    #expect(Self.drawn.count >= 45)
    #expect(Self.drawn.map(\.layout.edges.count).reduce(0, +) > 300)
  }

  @Test("No node covers another")
  func nodes() {
    for drawn in Self.drawn {
      let all = drawn.layout.nodes.map { ($0.id, cores($0)) }
      for (index, one) in all.enumerated() {
        for other in all[..<index] {
          let overlap = one.1.contains { box in other.1.contains { box.overlaps($0) } }
          #expect(!overlap, "\(drawn.name): \(one.0) and \(other.0)")
        }
      }
    }
  }

  @Test("No label of a link covers a node or another label")
  func labels() {
    for drawn in Self.drawn {
      let labels = drawn.layout.edges.compactMap { edge in edge.labelBox.map { (edge.index, $0) } }
      for (place, (index, box)) in labels.enumerated() {
        for node in drawn.layout.nodes {
          #expect(
            !cores(node).contains { core(box).overlaps($0) },
            "\(drawn.name): \(index) on \(node.id)")
        }
        for (other, second) in labels[..<place] {
          #expect(!core(box).overlaps(core(second)), "\(drawn.name): \(index) on \(other)")
        }
      }
    }
  }

  @Test("Everything lies in the picture, the words of the frame in the widest font too")
  func inside() {
    for drawn in Self.drawn {
      let layout = drawn.layout
      let boxes = layout.nodes.map(\.box) + layout.edges.compactMap(\.labelBox)
      for box in boxes {
        #expect(
          // The layout library rounds sizes to whole points; the margin takes up the rest.
          box.left >= -1 && box.top >= -1 && box.right <= layout.width + 1
            && box.bottom <= layout.height + 1, "\(drawn.name): \(box)")
      }
      let frame = drawn.frame
      #expect(frame.diagram.x >= 0 && frame.diagram.x + layout.width <= frame.width + 0.02)
      #expect(frame.diagram.y >= 0 && frame.diagram.y + layout.height <= frame.height + 0.02)
      for text in frame.header + frame.footer {
        let width =
          text.metrics.width(of: text.text)
          + (text.following.map { text.metrics.width(of: $0.text) + 8 } ?? 0)
        let right = text.x + width * FigureFrame.Measure.fontAllowance
        #expect(
          text.x >= 0 && right <= frame.width && text.y <= frame.height,
          "\(drawn.name): \(text.text)")
      }
      for entry in frame.legend {
        let metrics = Typography(.default).legend
        let right = entry.x + entry.entry.sign.width + 6 + metrics.width(of: entry.entry.text)
        #expect(right <= frame.width && entry.y <= frame.height, "\(drawn.name)")
      }
    }
  }
}
