// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The names that a closed graph type allows, ready to be looked up.
final class ClosedGraphNames: Sendable {
  let labels: Set<String>
  let edgeTypes: Set<String>

  /// Each concrete node type by its labels and the names of its properties.
  private let nodeTypes: [(name: String, labels: Set<String>, properties: Set<String>)]

  /// The properties of all edge types of one label.
  private let edgeProperties: [String: Set<String>]
  private let type: GraphType

  /// The names of a graph, where its type is closed; made once for all its copies.
  static func of(_ graph: PropertyGraph) -> ClosedGraphNames? {
    guard let type = graph.graphType, type.isClosed else { return nil }
    guard let companions = graph.companions else { return ClosedGraphNames(type) }
    return companions.companion(ClosedGraphNames.self) { ClosedGraphNames(type) }
  }

  init(_ type: GraphType) {
    self.type = type
    nodeTypes = type.concreteNodeTypes.map { nodeType in
      (
        nodeType.name, Set(type.allLabels(of: nodeType)),
        Set(type.allProperties(of: nodeType).map(\.name))
      )
    }
    labels = nodeTypes.reduce(into: []) { $0.formUnion($1.labels) }
    edgeTypes = Set(type.edgeTypes.map(\.label))
    var edgeProperties: [String: Set<String>] = [:]
    for edgeType in type.edgeTypes {
      edgeProperties[edgeType.label, default: []]
        .formUnion(type.allProperties(of: edgeType).map(\.name))
    }
    self.edgeProperties = edgeProperties
  }

  /// The labels of a node to be created, with those of the types that its own type extends: where a
  /// type is named, and these labels belong to it, its other labels need not be written.
  func completed(labels: [String]) -> [String] {
    let given = Set(labels)
    if nodeTypes.contains(where: { $0.labels == given }) { return labels }
    let meant = nodeTypes.filter { given.contains($0.name) && $0.labels.isSuperset(of: given) }
    guard meant.count == 1 else { return labels }
    return meant[0].labels.sorted()
  }

  /// Refuses labels that no node can have.
  func check(labels expression: LabelExpression) throws(QueryFault) {
    for name in expression.names where !labels.contains(name.text) {
      throw BindingMessages.unknownLabel(name, known: labels.sorted())
    }
  }

  /// Refuses types that no edge can have.
  func check(types expression: LabelExpression) throws(QueryFault) {
    for name in expression.names where !edgeTypes.contains(name.text) {
      throw BindingMessages.unknownEdgeType(name, known: edgeTypes.sorted())
    }
  }

  /// Refuses a property that no node that passes a label test can have.
  func check(property name: Name, ofNode test: LabelTest?) throws(QueryFault) {
    let fitting = nodeTypes.filter { test?.holds(for: Array($0.labels)) ?? true }
    guard !fitting.isEmpty else { return }
    if fitting.contains(where: { $0.properties.contains(name.text) }) { return }
    let known = Set(fitting.flatMap(\.properties)).sorted()
    throw BindingMessages.unknownProperty(
      name, of: test.map { "a node '\($0.text)'" } ?? "a node of this graph", known: known)
  }

  /// Refuses a property that no edge that passes a type test can have.
  func check(property name: Name, ofEdge test: LabelTest?) throws(QueryFault) {
    let fitting = edgeProperties.filter { test?.holds(for: [$0.key]) ?? true }
    guard !fitting.isEmpty else { return }
    if fitting.contains(where: { $0.value.contains(name.text) }) { return }
    let known = Set(fitting.flatMap(\.value)).sorted()
    throw BindingMessages.unknownProperty(
      name, of: test.map { "an edge '\($0.text)'" } ?? "an edge of this graph", known: known)
  }

  /// Whether some edge that passes the test may join nodes that pass theirs.
  func mayJoin(_ edge: LabelTest?, from source: LabelTest?, to target: LabelTest?) -> Bool {
    func fits(_ ends: [String], _ test: LabelTest?) -> Bool {
      nodeTypes.contains { nodeType in
        let labels = Array(nodeType.labels)
        return (test?.holds(for: labels) ?? true) && type.end(ends, admits: labels)
      }
    }
    return type.edgeTypes.contains { edgeType in
      guard edge?.holds(for: [edgeType.label]) ?? true else { return false }
      if fits(edgeType.sourceLabels, source) && fits(edgeType.targetLabels, target) { return true }
      return !edgeType.isDirected && fits(edgeType.sourceLabels, target)
        && fits(edgeType.targetLabels, source)
    }
  }
}
