// SPDX-License-Identifier: Apache-2.0

@testable import GraphModel

/// A small graph with everything in it: several types, every layout of columns, parallel edges, a
/// loop, dates, claims, names and identifiers.
enum SampleGraph {
  static func builder() throws -> GraphBuilder {
    var builder = GraphBuilder()
    let register = try builder.addSource(Source(key: "register", title: "Register"))
    let agency = try builder.addSource(Source(key: "agency", title: "Agency"))
    var states: [NodeHandle] = []
    for (index, key) in ["tajikistan", "kazakhstan", "poland", "austria"].enumerated() {
      states.append(
        try builder.addNode(
          labels: ["State"], key: key,
          properties: [
            ("name", .string(key.uppercased())), ("population", .integer(Int64(index) * 10)),
            ("since", index == 0 ? partialDate(1991) : .null),
          ]))
    }
    let bomca = try builder.addNode(
      labels: ["Programme", "Instrument"], key: "bomca",
      properties: [("name", .string("Border Management")), ("budget", .integer(21_650_000))],
      names: [NodeName("BOMCA", kind: .acronym)])
    let unnamed = try builder.addNode(labels: ["Programme", "Instrument"])
    for (index, state) in states.enumerated() {
      let edge = try builder.addEdge(
        type: "COVERS", from: bomca, to: state, identifier: "bomca-\(index)",
        properties: [("since", partialDate(2003 - index)), ("weight", .integer(Int64(index)))])
      builder.addClaim(
        Claim(citations: [Citation(source: register, locator: "p. \(index)")]), on: edge)
    }
    _ = try builder.addEdge(
      type: "COVERS", from: bomca, to: states[1], properties: [("since", partialDate(2010))])
    _ = try builder.addEdge(type: "COVERS", from: unnamed, to: states[0])
    _ = try builder.addEdge(
      type: "BORDERS", from: states[0], to: states[0], properties: [("until", partialDate(2020))])
    _ = try builder.addEdge(type: "BORDERS", from: states[1], to: states[0])
    builder.addClaim(
      Claim(
        property: "budget", value: .integer(21_650_000), citations: [Citation(source: agency)]),
      on: bomca)
    builder.addClaim(
      Claim(
        property: "budget", value: .integer(21_750_000), citations: [Citation(source: register)]),
      on: bomca)
    return builder
  }

  static func graph() throws -> PropertyGraph { try builder().freeze() }

  private static func partialDate(_ year: Int) -> Value {
    PartialDate(year: year).map(Value.partialDate) ?? .null
  }
}

/// Node and edge of a number.
func node(_ number: UInt32) -> NodeID { NodeID(rawValue: number) }
func edge(_ number: UInt32) -> EdgeID { EdgeID(rawValue: number) }

/// A partial date from its text.
func partial(_ text: String) -> Value { PartialDate(text).map(Value.partialDate) ?? .null }

/// A calendar day.
func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
  CalendarDate(year: year, month: month, day: day)
}

/// The whole graph as text, by keys: equal texts mean the same graph whatever its numbers.
func dump(_ graph: PropertyGraph) -> [String] {
  func name(_ node: NodeID) -> String { graph.key(of: node) ?? "?" }
  func text(_ properties: [(name: String, value: Value)]) -> String {
    properties.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
  }
  func text(_ claims: [Claim]) -> String {
    claims.map { claim in
      let citations = claim.citations.map {
        graph.source($0.source).key + ($0.locator.map { "@" + $0 } ?? "")
      }
      return "\(claim.property ?? "")=\(claim.value)[\(citations.joined(separator: ";"))]"
    }.joined(separator: ",")
  }
  var lines: [String] = []
  for node in graph.nodes {
    lines.append(
      "(\(name(node)):\(graph.labels(of: node).joined(separator: "&")) \(graph.typeName(of: node))"
        + " {\(text(graph.properties(of: node)))} \(graph.names(of: node).map(\.text))"
        + " \(text(graph.claims(on: node))) \(graph.validity(of: node)))")
  }
  for edge in graph.edges {
    lines.append(
      "[\(name(graph.source(of: edge)))-\(graph.typeName(of: edge))->"
        + "\(name(graph.target(of: edge))) \(graph.identifier(of: edge) ?? "-")"
        + " {\(text(graph.properties(of: edge)))} \(text(graph.claims(on: edge)))"
        + " \(graph.validity(of: edge))]")
  }
  return lines
}
