// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine

/// Questions put as openCypher text, which the graph remembers prepared after the first one.
enum QueryAsker {
  /// The same as `g-area`, in the language.
  static func area(for graph: PropertyGraph) -> Workload.Asker {
    let text = """
      MATCH (part:PolicyArea)-[:PART_OF*0..]->(area:PolicyArea) WHERE area = $area
      MATCH (p:Programme)-[:ADDRESSES]->(part)
      WITH DISTINCT p
      MATCH (p)-[:BENEFITS]->(s:State)
      WITH s, count(*) AS programmes
      RETURN programmes, toInteger(key(s)) AS number
      ORDER BY programmes DESC, number LIMIT 10
      """
    return { nodes in
      let result = try graph.query(text, ["area": .node(nodes[0])])
      var sum = 0
      for (place, row) in result.rows.enumerated() {
        guard case .integer(let programmes) = row[0], case .integer(let number) = row[1] else {
          continue
        }
        sum += (place + 1) * (Int(programmes) * 1009 + Int(number))
      }
      return sum
    }
  }

  /// The same as `c-bfs` and `d-bfs-typed`: `types` is empty for any.
  static func shortest(for graph: PropertyGraph, types: String) -> Workload.Asker {
    let text = """
      MATCH p = ANY SHORTEST (a)-[\(types)]-*(b) WHERE a = $a AND b = $b RETURN length(p)
      """
    return { ends in
      let result = try graph.query(text, ["a": .node(ends[0]), "b": .node(ends[1])])
      guard case .integer(let hops)? = result.rows.first?[0] else { return -1 }
      return Int(hops)
    }
  }

  /// The same as `f-2hop`: distinct nodes within two steps, the source left out.
  static func twoHops(for graph: PropertyGraph) -> Workload.Asker {
    let text = """
      MATCH (a)--{1,2}(b) WHERE a = $a AND b <> a RETURN count(DISTINCT b)
      """
    return { nodes in
      let result = try graph.query(text, ["a": .node(nodes[0])])
      guard case .integer(let count)? = result.rows.first?[0] else { return -1 }
      return Int(count)
    }
  }

  /// How many pairs of an implementer and a funder of one programme there are.
  static func pairs(for graph: PropertyGraph) -> Workload.Asker {
    let text = """
      MATCH (a:Organisation)-[:IMPLEMENTS]->(p:Programme)<-[:FUNDS]-(b) RETURN count(*)
      """
    return counter(text, graph)
  }

  /// Parsing, binding and planning alone, of the text of ``shortest(for:types:)``.
  static func preparation(for graph: PropertyGraph) -> Workload.Asker {
    let text = """
      MATCH p = ANY SHORTEST (a)-[]-*(b) WHERE a = $a AND b = $b RETURN length(p)
      """
    return { _ in try PreparedQuery(text, for: graph).columns.count }
  }

  /// How often a state is party to an agreement that a programme is under.
  static func twoHopCount(for graph: PropertyGraph) -> Workload.Asker {
    let text = """
      MATCH (a:State)-[:PARTY_TO]->(b:Agreement)<-[:UNDER]-(c:Programme) RETURN count(*)
      """
    return counter(text, graph)
  }

  /// How many walks of two edges begin at a node.
  static func walks(for graph: PropertyGraph) -> Workload.Asker {
    let text = "MATCH (a)--(b)--(c) WHERE id(a) = $a RETURN count(*)"
    return { nodes in
      let result = try graph.query(text, ["a": .integer(Int64(nodes[0].rawValue))])
      guard case .integer(let count)? = result.rows.first?[0] else { return -1 }
      return Int(count)
    }
  }

  /// How many triangles there are of a programme, the agreement it is under, and a party of the
  /// agreement that it benefits.
  static func triangles(for graph: PropertyGraph) -> Workload.Asker {
    let text = """
      MATCH (p:Programme)-[:UNDER]->(g:Agreement)<-[:PARTY_TO]-(s:State)<-[:BENEFITS]-(p)
      RETURN count(*)
      """
    return counter(text, graph)
  }

  /// How many pairs of programmes that succeed each other share a policy area.
  static func successions(for graph: PropertyGraph) -> Workload.Asker {
    let text = """
      MATCH (p:Programme)-[:SUCCEEDS]->(q:Programme)-[:ADDRESSES]->(x:PolicyArea)
        <-[:ADDRESSES]-(p)
      RETURN count(*)
      """
    return counter(text, graph)
  }

  private static func counter(_ text: String, _ graph: PropertyGraph) -> Workload.Asker {
    return { _ in
      let result = try graph.query(text)
      guard case .integer(let count)? = result.rows.first?[0] else { return -1 }
      return Int(count)
    }
  }
}
