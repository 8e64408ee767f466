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

  struct Drawn {
    var name: String
    var figure: Figure
    var layout: FigureLayout
    var frame: FigureFrame
  }

  static let drawn: [Drawn] = {
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

  /// Points along a line, a point or less apart.
  private func points(_ edge: FigureLayout.Edge) -> [FigureLayout.Point] {
    (0..<edge.curve.pieceCount).flatMap { piece in
      (0...200).map { edge.curve.point(ofPiece: piece, at: Double($0) / 200) }
    } + (edge.tip.map { [$0] } ?? [])
  }

  private func contains(_ box: Box, _ point: FigureLayout.Point) -> Bool {
    abs(point.x - box.centre.x) < box.width / 2 && abs(point.y - box.centre.y) < box.height / 2
  }

  @Test("No line runs through words or through a node that it does not join")
  func lines() {
    for drawn in Self.drawn {
      let crossed = throughWords(drawn.layout)
      // One of the densest figures has no room left beside one of its lines.
      #expect(crossed.count <= (drawn.figure.edges.count > 30 ? 1 : 0), "\(drawn.name): \(crossed)")
      #expect(throughNodes(drawn.layout, drawn.figure).isEmpty, "\(drawn.name)")
    }
  }

  @Test("Drawn again with all nodes in their places, lines keep off nodes and nearly all words")
  func keptLines() throws {
    var labels = 0
    var crossed = 0
    var edges = 0
    for drawn in Self.drawn where drawn.figure.nodes.count > 1 {
      var figure = drawn.figure
      figure.keptPositions = Dictionary(
        drawn.layout.nodes.map { ($0.id, $0.box.centre) }, uniquingKeysWith: { $1 })
      let layout = try LayoutService().layoutNow(of: figure, style: .default)
      #expect(throughNodes(layout, figure).isEmpty, "\(drawn.name)")
      labels += layout.edges.count { $0.labelBox != nil }
      edges += drawn.layout.edges.count { $0.labelBox != nil }
      // A label on its own line interrupts it; on that of another it would say something wrong.
      crossed += throughWords(layout).count { $0.0 != $0.1 }
    }
    #expect(Double(labels) > Double(edges) * 0.965, "\(labels) of \(edges)")
    #expect(Double(crossed) < Double(labels) * 0.2, "\(crossed) of \(labels)")
  }

  @Test("With one node where somebody wants it, the others have room around it, and words of links")
  func onePlace() throws {
    let wish = FigureLayout.Point(x: 400, y: 300)
    var labels = 0
    var edges = 0
    for drawn in Self.drawn where drawn.figure.nodes.count > 1 {
      var links: [String: Int] = [:]
      for edge in drawn.figure.edges {
        links[edge.from, default: 0] += 1
        links[edge.to, default: 0] += 1
      }
      let hub = links.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
      var figure = drawn.figure
      figure.keptPositions = [hub: wish]
      let layout = try LayoutService().layoutNow(of: figure, style: .default)
      #expect(layout.nodes.first { $0.id == hub }?.box.centre == wish, "\(drawn.name)")
      #expect(throughNodes(layout, figure).isEmpty, "\(drawn.name)")
      let boxes = layout.edges.compactMap(\.labelBox)
      for (place, box) in boxes.enumerated() {
        let isClear =
          layout.nodes.allSatisfy { node in !cores(node).contains { core(box).overlaps($0) } }
          && boxes[..<place].allSatisfy { !core(box).overlaps(core($0)) }
        #expect(isClear, "\(drawn.name): \(box)")
      }
      let wanted = drawn.layout.edges.count { $0.labelBox != nil }
      // In the densest figures lines lie on each other, and words would belong to any of them.
      #expect(
        wanted - boxes.count <= (wanted > 30 ? 7 : 2), "\(drawn.name): \(wanted - boxes.count)")
      labels += boxes.count
      edges += wanted
    }
    #expect(Double(labels) > Double(edges) * 0.945, "\(labels) of \(edges)")
  }

  /// Lines, and the edges through whose words they run.
  private func throughWords(_ layout: FigureLayout) -> [(Int, Int)] {
    let words = layout.edges.compactMap { edge in
      edge.labelBox.map { box in
        (
          edge.index,
          Box(
            centre: box.centre, width: edge.labelLines.map(\.width).max() ?? 0,
            height: box.height - 4)
        )
      }
    }
    return layout.edges.flatMap { edge in
      let points = points(edge)
      return words.filter { word in points.contains { contains(word.1, $0) } }
        .map { (edge.index, $0.0) }
    }
  }

  /// Lines, and the nodes of others through which they run.
  private func throughNodes(_ layout: FigureLayout, _ figure: Figure) -> [String] {
    layout.edges.flatMap { edge in
      let ends = figure.edges[edge.index]
      let points = points(edge)
      return layout.nodes.filter { node in
        node.id != ends.from && node.id != ends.to
          && points.contains { point in cores(node).contains { contains($0, point) } }
      }.map { "line \(edge.index) through \($0.id)" }
    }
  }

  @Test("The figure of the graph type is no wider and higher than paper can show")
  func graphType() throws {
    let drawn = try #require(Self.drawn.first { $0.name == "schema" })
    // On the text of a page of A4 this is a bit less than half its size.
    #expect(drawn.frame.width <= 1_020 && drawn.frame.height <= 1_500)
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
