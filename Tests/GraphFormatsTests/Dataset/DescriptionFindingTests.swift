// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphFormats

/// What can be wrong with `graph.yaml` and with the files that it names.
@Suite struct DescriptionFindingTests {
  private func check(
    _ marked: String, _ expected: [String], advice: [String]? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let source = MarkedSource(marked, name: "graph.yaml")
    let text = String(decoding: source.text.utf8, as: UTF8.self)
    let loading = DatasetFixture("", files: [("graph.yaml", text)]).load()
    #expect(source.findings(of: loading.diagnostics) == expected, sourceLocation: sourceLocation)
    if let advice, let first = loading.diagnostics.first {
      #expect(source.advice(of: first) == advice, sourceLocation: sourceLocation)
    }
  }

  @Test func shapes() {
    check("1️⃣- a2️⃣\n", ["1️⃣-2️⃣ error[E114]: 'graph.yaml' holds keys and values, found a list"])
    check(
      "title: 1️⃣[a]2️⃣\n", ["1️⃣-2️⃣ error[E114]: 'title' holds a text here, found a list or a mapping"])
    check("1️⃣title2️⃣:\n", ["1️⃣-2️⃣ error[E114]: nothing is written after 'title'"])
    check("types: 1️⃣a2️⃣\n", ["1️⃣-2️⃣ error[E114]: 'types' holds keys and values, found 'a'"])
    check("instruments: 1️⃣a2️⃣\n", ["1️⃣-2️⃣ error[E114]: 'instruments' holds a list"])
    check(
      "1️⃣licens2️⃣: a\n", ["1️⃣-2️⃣ error[E116]: 'licens' is not a key of graph.yaml"],
      advice: ["help: did you mean 'licence'?"])
    check(
      "types: {State: {1️⃣color2️⃣: a}}\n",
      ["1️⃣-2️⃣ error[E116]: 'color' is not a key of a node type's words"])
    check(
      "edges: {COVERS: {1️⃣word2️⃣: a}}\n",
      ["1️⃣-2️⃣ error[E116]: 'word' is not a key of an edge type's words"])
    check("facets: {1️⃣area2️⃣: {type: Area}}\n", ["1️⃣-2️⃣ error[E117]: the facet has no 'edges'"])
    check(
      "facets: {area: {edges: [], 1️⃣expand2️⃣: {direction: in}}}\n",
      ["1️⃣-2️⃣ error[E117]: the expansion has no 'edge'"])
    check(
      "facets: {area: {edges: [], expand: {edge: PHASE_OF, direction: 1️⃣up2️⃣}}}\n",
      ["1️⃣-2️⃣ error[E114]: a direction is 'in' or 'out', found 'up'"])
    check(
      "edges: {COVERS: {sentence: 1️⃣\"{from} covers\"2️⃣}}\n",
      ["1️⃣-2️⃣ error[E122]: the sentence '{from} covers' does not say '{to}'"],
      advice: ["help: '{from}' and '{to}' stand for the names of the ends"])
    check(
      "as-of: 1️⃣yesterday2️⃣\n",
      ["1️⃣-2️⃣ error[E402]: 'yesterday' is not a PARTIAL DATE: write 2009, 2009-04 or 2009-04-27"])
  }

  @Test func namesOfTheGraphType() {
    check(
      "types: {1️⃣Stat2️⃣: {plural: states}}\n", ["1️⃣-2️⃣ error[E201]: unknown node type 'Stat'"],
      advice: ["help: did you mean 'State'?"])
    check("instruments: [1️⃣X2️⃣]\n", ["1️⃣-2️⃣ error[E201]: unknown node type 'X'"])
    check("facets: {a: {type: 1️⃣X2️⃣, edges: []}}\n", ["1️⃣-2️⃣ error[E201]: unknown node type 'X'"])
    check(
      "edges: {1️⃣COVER2️⃣: {verb: covers}}\n", ["1️⃣-2️⃣ error[E210]: unknown edge type 'COVER'"],
      advice: ["help: did you mean 'COVERS'?"])
    check(
      "facets: {a: {edges: [1️⃣X2️⃣], expand: {edge: 3️⃣Y4️⃣}}}\n",
      [
        "1️⃣-2️⃣ error[E210]: unknown edge type 'X'", "3️⃣-4️⃣ error[E210]: unknown edge type 'Y'",
      ])
  }

  @Test func graphTypeFile() {
    check(
      "graph-type: 1️⃣shema.gql2️⃣\n",
      ["1️⃣-2️⃣ error[E121]: the graph type 'shema.gql' cannot be read: no such file or folder"])
    check(
      "graph-type: 1️⃣../schema.gql2️⃣\n",
      ["1️⃣-2️⃣ error[E121]: the graph type '../schema.gql' does not lie in the folder of the dataset"])
    check(
      "graph-type: 1️⃣/etc/passwd2️⃣\n",
      ["1️⃣-2️⃣ error[E121]: the graph type '/etc/passwd' does not lie in the folder of the dataset"])
  }

  @Test func faultsOfTheGraphTypeAreReported() {
    let fixture = DatasetFixture(
      "- Programme: a\n  COVERS: nowhere\n",
      files: [("schema.gql", "CREATE GRAPH TYPE t AS { (:Programme {a STRNG}) }")])
    let codes = fixture.load().diagnostics.map { "\($0.location?.file ?? ""): \($0.code)" }
    #expect(codes == ["facts.yaml: E104", "schema.gql: E322"])
  }
}
