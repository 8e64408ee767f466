// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport

extension GraphSketch {
  /// The same graph with days on which some of its nodes and edges begin and end.
  func dated(_ random: inout SeededGenerator) -> GraphSketch {
    var sketch = self
    for position in nodes.indices {
      Self.date(&sketch.nodes[position].properties, percent: 25, &random)
    }
    for position in edges.indices {
      Self.date(&sketch.edges[position].properties, percent: 40, &random)
    }
    return sketch
  }

  private static func date(
    _ properties: inout [String: Value], percent: Int, _ random: inout SeededGenerator
  ) {
    for name in ["since", "until"] where random.chance(percent) {
      let year = random.number(name == "since" ? 2008...2011 : 2012...2014)
      let texts = ["\(year)", "\(year)-06", "\(year)-06-15"]
      guard let date = PartialDate(random.pick(texts)) else { continue }
      properties[name] = date.precision == .day ? .date(date.earliest) : .partialDate(date)
    }
  }

  /// What of the graph there is on a day: an edge only while both its ends are.
  func held(on day: CalendarDate) -> GraphSketch {
    var sketch = GraphSketch()
    var places: [Int: Int] = [:]
    for (position, node) in nodes.enumerated() where Self.holds(node.properties, on: day) {
      places[position] = sketch.nodes.count
      sketch.nodes.append(node)
    }
    for edge in edges where Self.holds(edge.properties, on: day) {
      guard let source = places[edge.source], let target = places[edge.target] else { continue }
      var moved = edge
      moved.source = source
      moved.target = target
      sketch.edges.append(moved)
    }
    return sketch
  }

  private static func holds(_ properties: [String: Value], on day: CalendarDate) -> Bool {
    if let since = properties["since"]?.dayBounds, since.earliest > day { return false }
    if let until = properties["until"]?.dayBounds, until.latest < day { return false }
    return true
  }
}
