// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport

/// A source of random queries, which remembers what names are in scope as it goes.
struct QuerySource {
  /// The names that the next clause may use, by what they stand for.
  struct Scope {
    var nodes: [String] = []
    var edges: [String] = []
    var edgeLists: [String] = []
    var paths: [String] = []
    var values: [String] = []

    var all: [String] { nodes + edges + edgeLists + paths + values }
  }

  var random: SeededGenerator
  var scope = Scope()

  /// Whether a condition may be a bare pattern, which may not be tested for being unknown.
  var hasPatternTests = true
  private var count = 0

  init(_ random: SeededGenerator) { self.random = random }

  /// A name that no other part of the query has.
  mutating func fresh(_ prefix: String) -> String {
    count += 1
    return "\(prefix)\(count)"
  }

  // MARK: Patterns

  /// What patterns may be made of.
  struct PatternStyle {
    var hasLengths = true
    var hasPathVariables = true
    var namesAll = false
    var mostPaths = 3
    var mostHops = 3
  }

  /// The paths of one match, and their names put in scope.
  mutating func paths(_ style: PatternStyle = PatternStyle()) -> [DrawnPath] {
    let count = random.chance(60) ? 1 : random.number(1...style.mostPaths)
    var hopsLeft = 4
    return (0..<count).map { _ in
      let hops = min(hopsLeft, random.pick([0, 1, 1, 2, 3]), style.mostHops)
      hopsLeft -= hops
      return path(hops: hops, style)
    }
  }

  mutating func path(hops: Int, _ style: PatternStyle = PatternStyle()) -> DrawnPath {
    var path = DrawnPath(variable: nil, nodes: [node(style)], edges: [])
    for _ in 0..<hops {
      path.edges.append(edge(style))
      path.nodes.append(node(style))
    }
    if style.hasPathVariables, random.chance(20) {
      let name = fresh("w")
      path.variable = name
      scope.paths.append(name)
    }
    return path
  }

  private mutating func node(_ style: PatternStyle) -> DrawnNode {
    var node = DrawnNode()
    if !scope.nodes.isEmpty, random.chance(18) {
      node.variable = random.pick(scope.nodes)
    } else if style.namesAll || random.chance(75) {
      let name = fresh("n")
      node.variable = name
      scope.nodes.append(name)
    }
    if random.chance(18) { node.label = random.pick(GraphSketch.labels) }
    if random.chance(5) { node.property = ("p", random.pick(["0", "1", "2", "'a'"])) }
    return node
  }

  private mutating func edge(_ style: PatternStyle) -> DrawnEdge {
    var edge = DrawnEdge(direction: random.pick([.outgoing, .outgoing, .incoming, .either]))
    edge.types = GraphSketch.types.filter { _ in random.chance(25) }
    if edge.types.count == GraphSketch.types.count { edge.types = [] }
    if style.hasLengths, random.chance(20) {
      let least = random.number(0...2)
      edge.length = least...random.number(least...3)
    }
    if style.namesAll || random.chance(60) {
      if edge.length == nil {
        let name = fresh("e")
        edge.variable = name
        scope.edges.append(name)
      } else {
        let name = fresh("s")
        edge.variable = name
        scope.edgeLists.append(name)
      }
    }
    if random.chance(4) { edge.property = ("p", random.pick(["0", "1", "2"])) }
    return edge
  }

  // MARK: Cores

  /// One match of new names with columns that say what was matched.
  mutating func core(
    _ style: PatternStyle = PatternStyle(), hasCondition: Bool? = nil
  ) -> DrawnMatch {
    let paths = paths(style)
    let condition = hasCondition ?? random.chance(40) ? predicate() : nil
    return DrawnMatch(paths: paths, condition: condition, columns: identities())
  }

  /// Columns with the numbers of all that is in scope.
  func identities() -> String {
    let items =
      (scope.nodes + scope.edges).map { "\($0).id AS \($0)_id" }
      + scope.edgeLists.map { "[x IN \($0) | x.id] AS \($0)_ids" }
      + scope.paths.flatMap { path in
        [
          "[x IN nodes(\(path)) | x.id] AS \(path)_nodes",
          "[x IN relationships(\(path)) | x.id] AS \(path)_edges",
        ]
      } + scope.values.map { "\($0) AS \($0)_value" }
    return items.isEmpty ? "1 AS single" : items.joined(separator: ", ")
  }
}
