// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Edges that hold when one of their ends does not exist.
extension DatasetLints {
  mutating func checkDates() {
    for (position, origin) in assembly.originOfEdge.enumerated() {
      let validity = assembly.edgeValidity[position]
      if validity.since == nil, validity.until == nil { continue }
      let edge: StatedEdge
      let from: Int?
      if let entry = origin.entry {
        edge = facts.nodes[entry].edges[origin.position]
        from = entry
      } else {
        edge = facts.looseEdges[origin.position].edge
        from = assembly.nodeIndex[facts.looseEdges[origin.position].from.text]
      }
      var ends = [from, target(of: edge)].compactMap { $0 }
      if ends.count == 2, ends[0] == ends[1] { ends.removeLast() }
      for end in ends { check(edge, validity, against: end) }
    }
  }

  private mutating func check(
    _ edge: StatedEdge, _ validity: GraphAssembly.Validity, against entry: Int
  ) {
    let existence = assembly.validity[entry]
    for (name, date) in [("since", validity.since), ("until", validity.until)] {
      guard let date, let place = place(of: name, in: edge) else { continue }
      if let start = existence.since, date.latest < start.earliest {
        findings.report(
          CheckMessages.tooEarly(
            edge.type.text, name, date.description, node: label(of: entry), start.description),
          at: place, notes: note("since", of: entry))
      } else if let end = existence.until,
        // What succeeds something begins on the day after it.
        date.earliest.dayNumber > end.latest.dayNumber + (name == "since" ? 1 : 0)
      {
        findings.report(
          CheckMessages.tooLate(
            edge.type.text, name, date.description, node: label(of: entry), end.description),
          at: place, notes: note("until", of: entry))
      }
    }
  }

  private func place(of property: String, in edge: StatedEdge) -> TextPlace? {
    edge.statements.first { $0.property.text == property }
      .map { $0.claims[$0.leading].value.place }
  }

  private func note(_ property: String, of entry: Int) -> [(text: String, place: TextPlace)] {
    guard let statement = facts.nodes[entry].statement(of: property) else { return [] }
    let text = property == "since" ? "it begins here" : "it ends here"
    return [(text, statement.claims[statement.leading].value.place)]
  }
}
