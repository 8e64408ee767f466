// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Which type each property of each node and edge type has, looked up once for all entries.
struct PropertyTyping {
  struct Rule {
    let declaration: PropertyDeclaration
    let pattern: TextPattern?
  }

  typealias Rules = [String: Rule]

  private let graphType: GraphType?
  private var nodeRules: [String: Rules] = [:]
  private var edgeRules: [EdgeKind: Rules] = [:]
  private var labels: [String: [String]] = [:]
  private var patterns: [String: TextPattern] = [:]

  private struct EdgeKind: Hashable {
    var label: String
    var from: String
    var to: String
  }

  init(_ graphType: GraphType?) {
    self.graphType = graphType
  }

  /// The properties that nodes of this type declare, the built-in ones among them.
  mutating func rules(ofNodeType name: String) -> Rules {
    if let known = nodeRules[name] { return known }
    let declared = graphType.flatMap { graphType in
      graphType.nodeType(named: name).map { graphType.allProperties(of: $0) }
    }
    let rules = self.rules(declared ?? GraphType.builtInNodeProperties)
    nodeRules[name] = rules
    return rules
  }

  /// The properties that edges with this label between nodes of these types declare. Where no
  /// declaration fits the ends, the first one with the label counts.
  mutating func rules(ofEdgeType label: String, from: String, to: String) -> Rules {
    let kind = EdgeKind(label: label, from: from, to: to)
    if let known = edgeRules[kind] { return known }
    var declared = GraphType.builtInEdgeProperties
    if let graphType {
      let candidates = graphType.edgeTypes(labelled: label)
      let (source, target) = (labels(ofNodeType: from), labels(ofNodeType: to))
      let fitting = candidates.first { type in
        graphType.end(type.sourceLabels, admits: source)
          && graphType.end(type.targetLabels, admits: target)
          || !type.isDirected && graphType.end(type.sourceLabels, admits: target)
            && graphType.end(type.targetLabels, admits: source)
      }
      if let type = fitting ?? candidates.first { declared = graphType.allProperties(of: type) }
    }
    let rules = self.rules(declared)
    edgeRules[kind] = rules
    return rules
  }

  private mutating func labels(ofNodeType name: String) -> [String] {
    if let known = labels[name] { return known }
    let found =
      graphType.flatMap { graphType in
        graphType.nodeType(named: name).map { graphType.allLabels(of: $0) }
      } ?? [name]
    labels[name] = found
    return found
  }

  private mutating func rules(_ declarations: [PropertyDeclaration]) -> Rules {
    var rules: Rules = [:]
    for declaration in declarations where rules[declaration.name] == nil {
      let pattern = declaration.pattern.flatMap { compiled($0) }
      rules[declaration.name] = Rule(declaration: declaration, pattern: pattern)
    }
    return rules
  }

  /// Types share patterns, by inheritance and by copying; each is compiled once. One that does not
  /// compile is a fault of the graph type, reported there.
  private mutating func compiled(_ source: String) -> TextPattern? {
    if let known = patterns[source] { return known }
    let pattern = try? TextPattern(source)
    patterns[source] = pattern
    return pattern
  }
}
