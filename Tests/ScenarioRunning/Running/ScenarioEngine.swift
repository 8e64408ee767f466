// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
package import GraphModel
import QueryEngine

/// What runs the queries of scenarios. Tests put a made-up one in its place.
package protocol ScenarioEngine: Sendable {
  /// Whether scenarios may provide procedures.
  var runsProcedures: Bool { get }

  /// Runs a query and changes the graph as the query says.
  func answer(
    _ query: String, parameters: [String: Value], procedures: [ScenarioProcedure],
    on graph: inout PropertyGraph
  ) throws(ScenarioFault) -> ScenarioAnswer
}

/// Columns and rows of an answer, and the changes that it claims; nil when it makes no claim.
package struct ScenarioAnswer: Sendable, Hashable {
  package var columns: [String]
  package var rows: [[ScenarioValue]]
  package var claimedSideEffects: SideEffects?
}

/// Why a query failed, in the words of the scenarios.
package struct ScenarioFault: Error, Sendable, Hashable {
  package var kind: String
  package var detail: String
  package var phase: String
  package var message: String

  /// Whether the time that a scenario has is over.
  package var isTimeout = false
}

extension ScenarioFault: CustomStringConvertible {
  package var description: String { "\(kind) at \(phase): \(detail): \(message)" }
}

/// The engine of this package, with ten seconds for a query.
package struct GraphQueryEngine: ScenarioEngine {
  package let runsProcedures = true

  package init() {}

  package func answer(
    _ query: String, parameters: [String: Value], procedures: [ScenarioProcedure],
    on graph: inout PropertyGraph
  ) throws(ScenarioFault) -> ScenarioAnswer {
    let result: QueryResult
    do {
      let prepared = try PreparedQuery(
        query, for: graph, environment: QueryEnvironment(procedures: catalogue(with: procedures)))
      result = try prepared.run(
        editing: &graph, parameters, limits: QueryLimits(time: .seconds(10)))
    } catch {
      throw ScenarioFault(error.faults[0])
    }
    return ScenarioAnswer(
      columns: result.columns,
      rows: result.rows.map { $0.map { ScenarioValue($0, in: result.graph) } },
      claimedSideEffects: SideEffects(result.changes))
  }

  private func catalogue(with procedures: [ScenarioProcedure]) -> ProcedureCatalogue {
    var catalogue = ProcedureCatalogue.standard
    for procedure in procedures { catalogue.add(Procedure(procedure)) }
    return catalogue
  }
}

extension Procedure {
  fileprivate init(_ procedure: ScenarioProcedure) {
    self.init(
      name: procedure.name,
      parameters: procedure.inputs.map { Field(name: $0.name, type: $0.type) },
      results: procedure.outputs.map { Field(name: $0.name, type: $0.type) },
      // A table of plain values: what only a graph has becomes null.
      table: procedure.rows.map { $0.map { $0.parameter ?? .null } })
  }
}

extension ScenarioFault {
  fileprivate init(_ fault: QueryFault) {
    self.init(
      kind: fault.kind.rawValue, detail: fault.detail.rawValue, phase: fault.phase.rawValue,
      message: fault.message, isTimeout: fault.detail == .deadline)
  }
}

extension SideEffects {
  fileprivate init(_ changes: GraphChanges) {
    self.init([
      .nodesAdded: changes.nodesCreated, .nodesRemoved: changes.nodesDeleted,
      .edgesAdded: changes.edgesCreated, .edgesRemoved: changes.edgesDeleted,
      .labelsAdded: changes.labelsAdded, .labelsRemoved: changes.labelsRemoved,
      .propertiesAdded: changes.propertiesSet, .propertiesRemoved: changes.propertiesRemoved,
    ])
  }
}
