// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The procedures that `CALL` knows, by name.
package struct ProcedureCatalogue: Sendable {
  private var procedures: [String: Procedure]

  package init(_ procedures: [Procedure] = []) {
    self.procedures = Dictionary(
      procedures.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
  }

  package subscript(name: String) -> Procedure? { procedures[name] }

  /// Sorted.
  package var names: [String] { procedures.keys.sorted() }

  package mutating func add(_ procedure: Procedure) { procedures[procedure.name] = procedure }

  /// What every query may call.
  package static let standard = ProcedureCatalogue(
    vocabulary + CentralityProcedures.all + GroupProcedures.all + SurroundingsProcedures.all)

  private static let vocabulary = [
    Procedure("db.labels", gives: [.init("label", .string)]) { _, context in
      Set(context.graph.nodes.lazy.flatMap { context.graph.labels(of: $0) }).sorted()
        .map { [.string($0)] }
    },
    Procedure("db.relationshipTypes", gives: [.init("relationshipType", .string)]) { _, context in
      let graph = context.graph
      return Set(graph.edges.lazy.map { graph.typeName(of: $0) }).sorted().map { [.string($0)] }
    },
    Procedure("db.propertyKeys", gives: [.init("propertyKey", .string)]) { _, context in
      let graph = context.graph
      var names: Set<String> = []
      for node in graph.nodes { names.formUnion(graph.properties(of: node).map(\.name)) }
      for edge in graph.edges { names.formUnion(graph.properties(of: edge).map(\.name)) }
      return names.sorted().map { [.string($0)] }
    },
  ]
}

/// What a query may use besides its graph.
package struct QueryEnvironment: Sendable {
  package var procedures: ProcedureCatalogue

  package init(procedures: ProcedureCatalogue = .standard) {
    self.procedures = procedures
  }

  package static let standard = QueryEnvironment()
}
