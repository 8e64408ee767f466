// SPDX-License-Identifier: Apache-2.0

// Prepares a query in openCypher, and asks it of a graph with two values of its parameter.
import Entente

if let graph = DatasetLoader.load("Graphs/eu-central-asia").graph {
  let participants = try PreparedQuery(
    "MATCH (s:State)-[:PARTICIPATES_IN]->(d {name: $dialogue}) RETURN count(s) AS states",
    for: graph)
  for dialogue in ["Prague Process", "Budapest Process"] {
    let result = try participants.run(on: graph, ["dialogue": .string(dialogue)])
    print(dialogue)
    print(AnswerWriter().text(of: QueryAnswer(result), as: .table), terminator: "")
  }
}
