// SPDX-License-Identifier: Apache-2.0
import GraphDrawing

extension FigureFixtures {
  /// A connected figure with every shape of the theme, the same for the same seed.
  static func random(nodes nodeCount: Int, edges edgeCount: Int, seed: UInt64) -> Figure {
    var generator = RepeatableGenerator(state: seed)
    let typeNames = FigureStyle.default.nodes.keys.sorted() + ["Unknown", "Other"]
    let words = ["Border", "Management", "of", "Центральной", "Азии", "Œuvre", "a", "programme"]
    let nodes = (0..<nodeCount).map { index in
      let count = Int.random(in: 1...7, using: &generator)
      let label = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
      return Figure.Node(
        id: "node \(index)", typeName: typeNames[index % typeNames.count],
        label: label.joined(separator: " "), sublabel: index % 3 == 0 ? "second text" : nil,
        isEnded: index % 5 == 0, endYear: "2014", emphasis: index == 0 ? .origin : .none)
    }
    let edges = (0..<edgeCount).map { index in
      let to = index + 1 < nodeCount ? index + 1 : Int.random(in: 0..<nodeCount, using: &generator)
      let from = Int.random(in: 0..<max(to, 1), using: &generator)
      return Figure.Edge(
        from: "node \(from)", to: "node \(to)", typeName: index % 2 == 0 ? "COVERS" : "SEES",
        verb: "verb \(index % 7)", dates: "2001–", sourceNumbers: [index % 4])
    }
    return Figure(title: "Random \(seed)", nodes: nodes, edges: edges)
  }
}
