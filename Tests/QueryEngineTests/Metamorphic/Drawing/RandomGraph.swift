// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport

extension SeededGenerator {
  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of several; there must be one.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}

extension GraphSketch {
  static let labels = ["A", "B", "C"]
  static let types = ["R", "S", "T"]

  /// A graph of at most six nodes and fifteen edges, with parallel edges, loops, nodes of several
  /// labels or none, missing properties, values of mixed kinds and dates.
  static func random(_ random: inout SeededGenerator) -> GraphSketch {
    var sketch = GraphSketch()
    for number in 0..<random.number(1...6) {
      let labels = labels.filter { _ in random.chance(60) }
      sketch.nodes.append(
        Node(labels: labels, properties: properties(number, &random)))
    }
    for number in 0..<random.number(0...5) * random.number(1...3) {
      if let last = sketch.edges.last, random.chance(15) {
        var parallel = last
        parallel.properties = properties(100 + number, &random)
        sketch.edges.append(parallel)
        continue
      }
      sketch.edges.append(
        Edge(
          type: random.pick(types), source: random.number(0...sketch.nodes.count - 1),
          target: random.number(0...sketch.nodes.count - 1),
          properties: properties(100 + number, &random)))
    }
    return sketch
  }

  private static func properties(
    _ number: Int, _ random: inout SeededGenerator
  ) -> [String: Value] {
    var properties: [String: Value] = ["id": .integer(Int64(number))]
    if random.chance(85) { properties["p"] = mixedValue(&random) }
    if random.chance(70) { properties["q"] = .string(random.pick(["", "a", "ab", "ba", "é"])) }
    if random.chance(50) { properties["d"] = date(&random) }
    if random.chance(30) {
      properties["l"] = .list((0..<random.number(0...3)).map { .integer(Int64($0)) })
    }
    return properties
  }

  private static func mixedValue(_ random: inout SeededGenerator) -> Value {
    switch random.number(0...9) {
    case 0...5: .integer(Int64(random.number(0...3)))
    case 6: .float(random.pick([0.5, 1, 2.5, -0.0, .nan]))
    case 7, 8: .string(random.pick(["a", "ab", "1"]))
    default: .boolean(random.chance(50))
    }
  }

  private static func date(_ random: inout SeededGenerator) -> Value {
    let texts = ["2009", "2010-04", "2010-04-17", "2010", "2012-12-31"]
    guard let date = PartialDate(random.pick(texts)) else { return .null }
    if date.precision == .day, random.chance(50) { return .date(date.earliest) }
    return .partialDate(date)
  }
}
