// SPDX-License-Identifier: Apache-2.0

/// A node of a drawn pattern; its parts are texts of the query language.
struct DrawnNode {
  var variable: String?
  /// One label or none.
  var label: String?
  /// A value for a property, as text, or none.
  var property: (name: String, value: String)?

  var text: String {
    let inside = [
      (variable ?? "") + (label.map { ":\($0)" } ?? ""),
      property.map { "{\($0.name): \($0.value)}" } ?? "",
    ]
    return "(" + inside.filter { !$0.isEmpty }.joined(separator: " ") + ")"
  }
}

/// An edge of a drawn pattern.
struct DrawnEdge {
  enum Direction { case outgoing, incoming, either }

  var variable: String?
  var direction: Direction
  var types: [String] = []
  var length: ClosedRange<Int>?
  var property: (name: String, value: String)?

  var text: String {
    let named = (variable ?? "") + (types.isEmpty ? "" : ":" + types.joined(separator: "|"))
    let range = length.map { "*\($0.lowerBound)..\($0.upperBound)" } ?? ""
    let inside = [named + range, property.map { "{\($0.name): \($0.value)}" } ?? ""]
    let brackets = "[" + inside.filter { !$0.isEmpty }.joined(separator: " ") + "]"
    return switch direction {
    case .outgoing: "-\(brackets)->"
    case .incoming: "<-\(brackets)-"
    case .either: "-\(brackets)-"
    }
  }

  var reversed: DrawnEdge {
    var edge = self
    switch direction {
    case .outgoing: edge.direction = .incoming
    case .incoming: edge.direction = .outgoing
    case .either: break
    }
    return edge
  }
}

/// A path of a drawn pattern: nodes with an edge between each two.
struct DrawnPath {
  var variable: String?
  var nodes: [DrawnNode]
  var edges: [DrawnEdge]

  var text: String {
    var text = variable.map { "\($0) = " } ?? ""
    text += nodes[0].text
    for (edge, node) in zip(edges, nodes.dropFirst()) { text += edge.text + node.text }
    return text
  }

  /// The same path, read from its other end.
  var reversed: DrawnPath {
    DrawnPath(
      variable: variable, nodes: nodes.reversed(), edges: edges.reversed().map(\.reversed))
  }
}

/// Patterns, a condition and columns: the plain core of a query.
struct DrawnMatch {
  var paths: [DrawnPath]
  var condition: String?
  var columns: String

  var patternText: String { paths.map(\.text).joined(separator: ", ") }

  /// The clause that matches, with the condition.
  var matchText: String {
    "MATCH \(patternText)" + (condition.map { " WHERE \($0)" } ?? "")
  }

  var text: String { "\(matchText) RETURN \(columns)" }

  /// The query with something said in another way.
  func with(_ change: (inout DrawnMatch) -> Void) -> DrawnMatch {
    var changed = self
    change(&changed)
    return changed
  }

  /// The query with one more condition.
  func also(_ further: String) -> DrawnMatch {
    with { $0.condition = condition.map { "(\($0)) AND (\(further))" } ?? further }
  }
}
