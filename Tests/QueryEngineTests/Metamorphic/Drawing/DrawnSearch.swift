// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport

/// A drawn path pattern with repeated edges and groups, a selector, a mode and a cost.
struct DrawnSearch {
  /// A comparison that holds or not, of the numbers of two elements, or of one and a number.
  struct Condition {
    var left: String
    var symbol: String
    var right: String?
    var number = 0

    var text: String { "\(left).id \(symbol) \(right.map { "\($0).id" } ?? "\(number)")" }

    func holds(_ left: Int, _ right: Int) -> Bool {
      switch symbol {
      case "<": left < right
      case ">": left > right
      default: left != right
      }
    }
  }

  struct Node {
    var name: String?
    var label: String?
    var filter: Condition?

    var text: String {
      "(\(name ?? "")\(label.map { ":\($0)" } ?? "")\(filter.map { " WHERE \($0.text)" } ?? ""))"
    }
  }

  struct Edge {
    var name: String?
    var direction: DrawnEdge.Direction = .outgoing
    var types: [String] = []
    var filter: Condition?

    func text(_ quantifier: String) -> String {
      let types = types.isEmpty ? "" : ":" + types.joined(separator: "|")
      let inside = "[\(name ?? "")\(types)\(filter.map { " WHERE \($0.text)" } ?? "")]"
      return switch direction {
      case .outgoing: "-\(inside)->\(quantifier)"
      case .incoming: "<-\(inside)-\(quantifier)"
      case .either: "-\(inside)-\(quantifier)"
      }
    }
  }

  /// Edges that come so many times; one edge without nodes of its own, or a group.
  struct Stretch {
    var isGroup = false
    var edges: [Edge]
    var nodes: [Node] = []
    var filter: Condition?
    /// The quantifier as written, empty for none.
    var quantifier = ""
    var minimum = 1
    var maximum: Int? = 1

    var text: String {
      guard isGroup else { return edges[0].text(quantifier) }
      var text = "(\(nodes[0].text)"
      for (edge, node) in zip(edges, nodes.dropFirst()) { text += edge.text("") + node.text }
      return "\(text)\(filter.map { " WHERE \($0.text)" } ?? ""))\(quantifier)"
    }

    var hasLists: Bool { !quantifier.isEmpty && quantifier != "?" }
  }

  enum Selection: Equatable {
    case all, any(Int), anyShortest, allShortest, shortest(Int), groups(Int)
  }

  /// One more than there are stretches.
  var places: [Node] = []
  var stretches: [Stretch] = []
  var selection = Selection.all
  /// Nil where the text names none.
  var mode: String?
  /// Each edge costs this much more than its number modulo three; nil for no cost.
  var cost: (edge: String, least: Int)?

  var text: String {
    let selector =
      switch selection {
      case .all: ""
      case .any(let count): count == 1 ? "ANY " : "ANY \(count) "
      case .anyShortest: "ANY SHORTEST "
      case .allShortest: "ALL SHORTEST "
      case .shortest(let count): "SHORTEST \(count) "
      case .groups(let count): "SHORTEST \(count) "
      }
    let groups = if case .groups = selection { "GROUPS " } else { "" }
    var text = "p = \(selector)\(mode.map { "\($0) " } ?? "")\(groups)\(places[0].text)"
    for (stretch, node) in zip(stretches, places.dropFirst()) { text += stretch.text + node.text }
    if let cost { text += " COST \(cost.least) + \(cost.edge).id % 3" }
    return text
  }

  /// What there is to be said about each path: its ends, nodes, edges and variables.
  var columns: String {
    var columns = [
      "a.id", places[places.count - 1].name == "a" ? "a.id" : "b.id", "[x IN nodes(p) | x.id]",
      "[x IN relationships(p) | x.id]",
    ]
    for (name, isList) in variables {
      columns.append(isList ? "[x IN \(name) | x.id]" : "\(name).id")
    }
    return columns.enumerated().map { "\($1) AS c\($0)" }.joined(separator: ", ")
  }

  /// The variables between the ends, each once, in the order of the text.
  var variables: [(name: String, isList: Bool)] {
    var found: [(name: String, isList: Bool)] = []
    func add(_ name: String?, isList: Bool) {
      guard let name, name != "a", name != "b" else { return }
      if !found.contains(where: { $0.name == name }) { found.append((name, isList)) }
    }
    for (number, place) in places.enumerated() {
      add(place.name, isList: false)
      guard number < stretches.count else { break }
      for node in stretches[number].nodes { add(node.name, isList: stretches[number].hasLists) }
      for edge in stretches[number].edges { add(edge.name, isList: stretches[number].hasLists) }
    }
    return found
  }
}
