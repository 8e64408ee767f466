// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine

/// One statement that must hold on any graph, about the answers to some queries.
struct Trial {
  /// To be shown when it does not hold.
  var queries: [String]

  /// What is wrong on a graph; nil when nothing is.
  var fault: (GraphSketch) throws -> String?

  init(_ queries: [String], _ fault: @escaping (GraphSketch) throws -> String?) {
    self.queries = queries
    self.fault = fault
  }

  /// Two queries that must have the same bag of rows.
  static func same(_ left: String, _ right: String) -> Trial {
    Trial([left, right]) { sketch in
      let graph = try sketch.frozen()
      let first = try graph.bag(left)
      let second = try graph.bag(right)
      return first == second ? nil : first.differences(from: second)
    }
  }

  /// Two queries of which the first must have no row that the second has not.
  static func part(_ left: String, of right: String) -> Trial {
    Trial([left, right]) { sketch in
      let graph = try sketch.frozen()
      let first = try graph.bag(left)
      let second = try graph.bag(right)
      return first.isPart(of: second) ? nil : first.differences(from: second)
    }
  }

  /// A query and others whose rows together must be its rows.
  static func whole(_ whole: String, _ parts: [String]) -> Trial {
    Trial([whole] + parts) { sketch in
      let graph = try sketch.frozen()
      let first = try graph.bag(whole)
      var sum = Bag(rows: [])
      for part in parts { sum = sum + (try graph.bag(part)) }
      return first == sum ? nil : first.differences(from: sum)
    }
  }

  /// A graph on which the trial still fails, and no graph with one part less does.
  func smallestFailing(_ sketch: GraphSketch) -> GraphSketch {
    var failing = sketch
    while let smaller = failing.smaller.first(where: { (try? fault($0)) ?? nil != nil }) {
      failing = smaller
    }
    return failing
  }
}
