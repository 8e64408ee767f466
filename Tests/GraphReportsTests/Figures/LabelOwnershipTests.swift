// SPDX-License-Identifier: Apache-2.0
import GraphReports
import Testing

@testable import GraphDrawing

/// Whether a reader can tell which line the words beside it belong to, in several dozen figures of
/// the shipped dataset.
@Suite(.enabled(if: GraphvizLibrary.system.version != nil, "libgraphviz is not installed"))
struct LabelOwnershipTests {
  private typealias Point = FigureLayout.Point

  /// How many labels there are, and those that stand nearer to the line of another.
  private struct Count {
    var labels = 0
    var strayed: [String] = []
    /// Those whose own line is nearest, but not by much.
    var near = 0
  }

  /// The line of an edge as points less than a point apart, and the rectangle around them.
  private struct Trace {
    var points: [Point] = []
    var low = Point(x: .infinity, y: .infinity)
    var high = Point(x: -.infinity, y: -.infinity)

    init(_ edge: FigureLayout.Edge) {
      for piece in 0..<edge.curve.pieceCount {
        let controls = edge.curve.points[(piece * 3)...(piece * 3 + 3)]
        let reach = zip(controls, controls.dropFirst()).reduce(0) {
          $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y)
        }
        let steps = max(Int(reach), 1) * 2
        points += (0...steps).map {
          edge.curve.point(ofPiece: piece, at: Double($0) / Double(steps))
        }
      }
      if let tip = edge.tip, let last = points.last {
        points += (1...16).map { step in
          let share = Double(step) / 16
          return Point(x: last.x + (tip.x - last.x) * share, y: last.y + (tip.y - last.y) * share)
        }
      }
      for point in points {
        low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
        high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
      }
    }

    /// From the nearest point of the line to the nearest of a box; 0 where one lies on the other.
    func distance(to words: FigureLayout.Box) -> Double {
      points.reduce(.infinity) { shortest, point in
        let x = max(abs(point.x - words.centre.x) - words.width / 2, 0)
        let y = max(abs(point.y - words.centre.y) - words.height / 2, 0)
        return min(shortest, (x * x + y * y).squareRoot())
      }
    }

    /// False where the line is certainly farther away.
    func mayCome(within distance: Double, of words: FigureLayout.Box) -> Bool {
      low.x < words.right + distance && high.x > words.left - distance
        && low.y < words.bottom + distance && high.y > words.top - distance
    }
  }

  /// What the words of a label fill.
  private func words(_ edge: FigureLayout.Edge) -> FigureLayout.Box? {
    edge.labelBox.map { box in
      FigureLayout.Box(
        centre: box.centre, width: edge.labelLines.map(\.width).max() ?? 0,
        height: box.height - 2)
    }
  }

  private func count(_ layout: FigureLayout, name: String, into count: inout Count) {
    let traces = layout.edges.map(Trace.init)
    for (place, edge) in layout.edges.enumerated() {
      guard let words = words(edge) else { continue }
      count.labels += 1
      let own = traces[place].distance(to: words)
      var other = Double.infinity
      for (index, trace) in traces.enumerated() where index != place {
        guard trace.mayCome(within: own + 2, of: words) else { continue }
        other = min(other, trace.distance(to: words))
      }
      if other < own - 0.1 {
        count.strayed.append("\(name): \(edge.index), \(other) instead of \(own)")
      } else if other < own + 2 {
        count.near += 1
      }
    }
  }

  @Test("Words stand nearer to their own line than to any other")
  func laidOut() {
    var count = Count()
    for drawn in FigureGeometryTests.drawn {
      self.count(drawn.layout, name: drawn.name, into: &count)
    }
    #expect(count.strayed.isEmpty, "of \(count.labels): \(count.strayed)")
    #expect(count.near <= 2, "of \(count.labels)")
    #expect(count.labels >= 783)
  }

  @Test("Drawn again with all nodes in their places, words stand nearest to their own lines")
  func kept() throws {
    var count = Count()
    var again = Count()
    for drawn in FigureGeometryTests.drawn where drawn.figure.nodes.count > 1 {
      var figure = drawn.figure
      let places = drawn.layout.nodes.map { ($0.id, $0.box.centre) }
      figure.keptPositions = Dictionary(places, uniquingKeysWith: { $1 })
      let all = try LayoutService().layoutNow(of: figure, style: .default)
      self.count(all, name: drawn.name, into: &count)
      let hub = figure.edges.map(\.to).min() ?? ""
      figure.keptPositions = [hub: Point(x: 400, y: 300)]
      let some = try LayoutService().layoutNow(of: figure, style: .default)
      self.count(some, name: drawn.name, into: &again)
    }
    // Where lines lie on each other, an eye has to look closely.
    #expect(count.strayed.count <= count.labels / 150, "of \(count.labels): \(count.strayed)")
    #expect(again.strayed.count <= again.labels / 140, "of \(again.labels): \(again.strayed)")
  }
}
