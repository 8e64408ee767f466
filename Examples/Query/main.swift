// SPDX-License-Identifier: Apache-2.0

// Prepares a query in openCypher, and asks it of a graph with two values of its parameter; then has
// the rows of another one as values of a type of its own.
import Entente

struct Programme: Decodable {
  let name: String
  let since: PartialDate?
}

if let graph = DatasetLoader.load("Graphs/eu-central-asia").graph {
  let participants = try PreparedQuery(
    "MATCH (s:State)-[:PARTICIPATES_IN]->(d {name: $dialogue}) RETURN count(s) AS states",
    for: graph)
  for dialogue in ["Prague Process", "Budapest Process"] {
    let result = try participants.run(on: graph, ["dialogue": .string(dialogue)])
    print(dialogue)
    print(AnswerWriter().text(of: QueryAnswer(result), as: .table), terminator: "")
  }
  let programmes = try graph.query(
    "MATCH (p:Programme) WHERE p.since.year >= $year RETURN p.name, p.since ORDER BY p.since",
    ["year": 2024], as: Programme.self)
  for programme in programmes {
    print(programme.name, programme.since?.description ?? "undated", separator: ", ")
  }
}
