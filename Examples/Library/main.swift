// SPDX-License-Identifier: Apache-2.0

// Builds a small graph, asks how two states are connected, and draws the answer.
import Entente

var builder = GraphBuilder()
let register = try builder.addSource(Source(key: "register", title: "Register of dialogues"))
let poland = try builder.addNode(type: "State", key: "Poland")
let kazakhstan = try builder.addNode(type: "State", key: "Kazakhstan")
let process = try builder.addNode(type: "Dialogue", key: "Prague Process")
for state in [poland, kazakhstan] {
  let edge = try builder.addEdge(type: "TAKES_PART_IN", from: state, to: process)
  builder.addClaim(Claim(citations: [Citation(source: register, locator: "page 3")]), on: edge)
}
let graph = try builder.freeze()

if let start = graph.node(key: "Poland"), let end = graph.node(key: "Kazakhstan") {
  let query = PathQuery(from: start, to: end)
  let found = try PathSearch(TraversalView(graph)).paths(query)
  let answer = CitedPaths(found, to: query, in: graph)
  print(AnswerWriter().text(of: answer, as: .text), terminator: "")
  let figure = try FigureRenderer().svgNow(answer.figure())
  try FileSystem.writeAtomically("path.svg", Array(figure.utf8))
}
