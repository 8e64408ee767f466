// SPDX-License-Identifier: Apache-2.0

import GraphModel

@testable import ScenarioRunning

/// An engine that knows a few queries by heart, and what it would do wrong.
struct MadeUpEngine: ScenarioEngine {
  var runsProcedures = true

  func answer(
    _ query: String, parameters: [String: Value], procedures: [ScenarioProcedure],
    on graph: inout PropertyGraph
  ) throws(ScenarioFault) -> ScenarioAnswer {
    switch query {
    case "one": return ScenarioAnswer(columns: ["x"], rows: [[.integer(1)]])
    case "nothing": return ScenarioAnswer(columns: [], rows: [])
    case "parameter":
      let value = ScenarioValue(parameters["p"] ?? .null, in: graph)
      return ScenarioAnswer(columns: ["x"], rows: [[value]])
    case "count":
      return ScenarioAnswer(columns: ["x"], rows: [[.integer(Int64(graph.nodeCount))]])
    case "procedures":
      return ScenarioAnswer(
        columns: ["x"], rows: procedures.map { [.string(ScenarioText($0.name))] })
    case "create", "create and be silent":
      guard (try? graph.insertNode(labels: ["A"])) != nil else { break }
      return ScenarioAnswer(
        columns: [], rows: [],
        claimedSideEffects: query == "create"
          ? SideEffects([.nodesAdded: 1, .labelsAdded: 1]) : SideEffects())
    case "late":
      throw ScenarioFault(
        kind: "LimitExceeded", detail: "Deadline", phase: "runtime", message: "", isTimeout: true)
    default: break
    }
    throw ScenarioFault(
      kind: "SyntaxError", detail: "UnexpectedSyntax", phase: "compile time",
      message: "what is '\(query)'?")
  }
}
