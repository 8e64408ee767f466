// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What names stand for in one match, as positions in the lists of a sketch.
struct NaiveBinding {
  var nodes: [String: Int] = [:]
  var edges: [String: Int] = [:]
  var walks: [String: [Int]] = [:]
  /// The nodes of named paths, and their edges.
  var paths: [String: [Int]] = [:]
  var pathEdges: [String: [Int]] = [:]
  var used: Set<Int> = []

  func properties(of name: String, in sketch: GraphSketch) -> [String: Value] {
    if let node = nodes[name] { return sketch.nodes[node].properties }
    if let edge = edges[name] { return sketch.edges[edge].properties }
    return [:]
  }
}

/// Finds the matches of patterns by trying every node and every edge in every place.
struct NaiveMatcher {
  let sketch: GraphSketch
  let paths: [DrawnPath]
  private(set) var matches: [NaiveBinding] = []

  init(_ sketch: GraphSketch, _ paths: [DrawnPath]) {
    self.sketch = sketch
    self.paths = paths
    beginPath(0, NaiveBinding())
  }

  private mutating func beginPath(_ number: Int, _ binding: NaiveBinding) {
    guard number < paths.count else {
      matches.append(binding)
      return
    }
    for node in sketch.nodes.indices {
      guard let next = bind(paths[number].nodes[0], to: node, binding) else { continue }
      step(number, 0, [node], [], next)
    }
  }

  /// Goes along the edge of a path with this position; the walk so far ends at the last node.
  private mutating func step(
    _ number: Int, _ position: Int, _ walked: [Int], _ edges: [Int], _ binding: NaiveBinding
  ) {
    let path = paths[number]
    guard position < path.edges.count else {
      var next = binding
      if let name = path.variable {
        next.paths[name] = walked
        next.pathEdges[name] = edges
      }
      beginPath(number + 1, next)
      return
    }
    repeatEdge(number, position, walked, edges, taken: 0, binding)
  }

  private mutating func repeatEdge(
    _ number: Int, _ position: Int, _ walked: [Int], _ edges: [Int], taken: Int,
    _ binding: NaiveBinding
  ) {
    let pattern = paths[number].edges[position]
    let length = pattern.length ?? 1...1
    let here = walked[walked.count - 1]
    if length.contains(taken),
      var next = bind(paths[number].nodes[position + 1], to: here, binding)
    {
      if let name = pattern.variable {
        let stretch = Array(edges.suffix(taken))
        if pattern.length == nil {
          next.edges[name] = stretch[0]
        } else {
          next.walks[name] = stretch
        }
      }
      step(number, position + 1, walked, edges, next)
    }
    guard taken < length.upperBound else { return }
    for edge in sketch.edges.indices where !binding.used.contains(edge) {
      guard fits(pattern, edge) else { continue }
      for end in ends(of: edge, from: here, pattern.direction) {
        var next = binding
        next.used.insert(edge)
        repeatEdge(number, position, walked + [end], edges + [edge], taken: taken + 1, next)
      }
    }
  }

  private func ends(of edge: Int, from node: Int, _ direction: DrawnEdge.Direction) -> Set<Int> {
    let edge = sketch.edges[edge]
    var ends: Set<Int> = []
    if direction != .incoming, edge.source == node { ends.insert(edge.target) }
    if direction != .outgoing, edge.target == node { ends.insert(edge.source) }
    return ends
  }

  private func fits(_ pattern: DrawnEdge, _ edge: Int) -> Bool {
    let edge = sketch.edges[edge]
    return (pattern.types.isEmpty || pattern.types.contains(edge.type))
      && has(pattern.property, edge.properties)
  }

  private func bind(
    _ pattern: DrawnNode, to node: Int, _ binding: NaiveBinding
  ) -> NaiveBinding? {
    let candidate = sketch.nodes[node]
    if let label = pattern.label, !candidate.labels.contains(label) { return nil }
    guard has(pattern.property, candidate.properties) else { return nil }
    guard let name = pattern.variable else { return binding }
    if let known = binding.nodes[name] { return known == node ? binding : nil }
    var next = binding
    next.nodes[name] = node
    return next
  }

  private func has(
    _ property: (name: String, value: String)?, _ properties: [String: Value]
  ) -> Bool {
    guard let property else { return true }
    let wanted: Value =
      Int64(property.value).map(Value.integer)
      ?? .string(String(property.value.dropFirst().dropLast()))
    return NaiveCondition.compare(properties[property.name] ?? .null, "=", wanted) == true
  }
}
