// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport

extension DrawnSearch {
  /// A path between `a` and `b` of one to three stretches.
  static func random(_ random: inout SeededGenerator) -> DrawnSearch {
    var search = DrawnSearch()
    var names: [String] = []
    search.places.append(Node(name: "a"))
    let count = random.pick([1, 1, 1, 2, 2, 3])
    for number in 0..<count {
      search.stretches.append(.random(number, names, &random))
      if number == count - 1 {
        search.places.append(Node(name: random.chance(10) ? "a" : "b"))
      } else {
        search.places.append(.random("m\(number)", &names, &random))
      }
    }
    search.selection = random.pick([
      .any(1), .any(2), .anyShortest, .anyShortest, .allShortest, .allShortest, .shortest(2),
      .shortest(3), .groups(1), .groups(2),
    ])
    if search.stretches.contains(where: \.isGroup), random.chance(25) { search.selection = .all }
    if random.chance(40) {
      search.mode = random.pick(["WALK", "TRAIL", "ACYCLIC", "SIMPLE"])
    }
    if search.selection == .all, search.mode == "WALK" { search.mode = "TRAIL" }
    search.price(&random)
    return search
  }

  private mutating func price(_ random: inout SeededGenerator) {
    switch selection {
    case .all, .any: return
    default: break
    }
    let edges = stretches.flatMap(\.edges).compactMap(\.name)
    guard !edges.isEmpty, random.chance(35) else { return }
    // Without a mode, edges that cost nothing may make endlessly many paths of one cost.
    var least = random.number(0...1)
    switch selection {
    case .allShortest, .groups: least = 1
    default: break
    }
    cost = (random.pick(edges), least)
    if stretches.flatMap(\.edges).count > 1, mode == nil || mode == "WALK" { mode = "ACYCLIC" }
  }
}

extension DrawnSearch.Node {
  fileprivate static func random(
    _ name: String, _ names: inout [String], _ random: inout SeededGenerator
  ) -> DrawnSearch.Node {
    var node = DrawnSearch.Node()
    if random.chance(12), let known = names.last {
      node.name = known
      return node
    }
    if random.chance(60) {
      node.name = name
      if random.chance(25) {
        node.filter = .random(name, names + ["a"], &random)
      }
      names.append(name)
    }
    if random.chance(25) { node.label = random.pick(GraphSketch.labels) }
    return node
  }
}

extension DrawnSearch.Condition {
  fileprivate static func random(
    _ name: String, _ others: [String], _ random: inout SeededGenerator
  ) -> DrawnSearch.Condition {
    var condition = DrawnSearch.Condition(left: name, symbol: random.pick(["<", ">", "<>"]))
    condition.number = random.number(0...4)
    if random.chance(60), !others.isEmpty { condition.right = random.pick(others) }
    return condition
  }
}

extension DrawnSearch.Stretch {
  fileprivate static func random(
    _ number: Int, _ names: [String], _ random: inout SeededGenerator
  ) -> DrawnSearch.Stretch {
    func edge(_ name: String, _ random: inout SeededGenerator) -> DrawnSearch.Edge {
      var edge = DrawnSearch.Edge()
      edge.direction = random.pick([.outgoing, .outgoing, .incoming, .either])
      edge.types = GraphSketch.types.filter { _ in random.chance(45) }
      if random.chance(60) {
        edge.name = name
        if random.chance(25) {
          var condition = DrawnSearch.Condition(left: name, symbol: "<>")
          condition.number = 100 + random.number(0...4)
          edge.filter = condition
        }
      }
      return edge
    }
    var stretch = DrawnSearch.Stretch(edges: [edge("e\(number)", &random)])
    if random.chance(40) {
      stretch.isGroup = true
      stretch.nodes = [DrawnSearch.Node(name: random.chance(60) ? "x\(number)" : nil)]
      if random.chance(35) { stretch.edges.append(edge("f\(number)", &random)) }
      for place in stretch.edges.indices {
        var node = DrawnSearch.Node(name: random.chance(60) ? "y\(number)\(place)" : nil)
        if random.chance(20) { node.label = random.pick(GraphSketch.labels) }
        stretch.nodes.append(node)
      }
      let named = stretch.nodes.compactMap(\.name)
      if let first = named.first, random.chance(50) {
        stretch.filter = .random(first, named.dropFirst() + names + ["a"], &random)
      }
      stretch.quantify(&random)
    } else if random.chance(75) {
      stretch.quantify(&random)
    }
    return stretch
  }

  private mutating func quantify(_ random: inout SeededGenerator) {
    let forms: [(String, Int, Int?)] = [
      ("*", 0, nil), ("+", 1, nil), ("+", 1, nil), ("?", 0, 1), ("{1,3}", 1, 3), ("{2}", 2, 2),
      ("{0,2}", 0, 2), ("{2,}", 2, nil), ("{,2}", 0, 2), ("{1,2}", 1, 2),
    ]
    (quantifier, minimum, maximum) = random.pick(forms)
  }
}
