// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphFormats

/// What the graph type forbids, with the place where somebody wrote it.
@Suite struct DatasetTypeFindingTests {
  private func check(
    _ facts: String, files: [(path: String, text: String?)] = [], _ expected: [String],
    advice: [String]? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let fixture = DatasetFixture(facts, files: files)
    let loading = fixture.load()
    #expect(fixture.findings(of: loading.diagnostics) == expected, sourceLocation: sourceLocation)
    if let advice, let first = loading.diagnostics.first {
      let given =
        (first.caretText.map { ["caret: " + $0] } ?? []) + fixture.facts.advice(of: first)
      #expect(given == advice, sourceLocation: sourceLocation)
    }
  }

  @Test func nodeTypes() {
    check(
      "- 1️⃣Programe2️⃣: a\n", ["1️⃣-2️⃣ error[E201]: unknown node type 'Programe'"],
      advice: ["help: did you mean 'Programme'?"])
    check(
      "- 1️⃣name2️⃣: 3️⃣Riga4️⃣\n",
      [
        "1️⃣-2️⃣ error[E201]: unknown node type 'name'",
        "3️⃣-4️⃣ error[E110]: 'Riga' is not a key of a node",
      ])
    check(
      "- 1️⃣Zzz2️⃣: a\n", ["1️⃣-2️⃣ error[E201]: unknown node type 'Zzz'"],
      advice: ["help: node types: Area, Instrument, Programme, State"])
    check(
      "- 1️⃣Instrument2️⃣: a\n", ["1️⃣-2️⃣ error[E202]: node type 'Instrument' is abstract"],
      advice: ["help: use 'Programme'"])
  }

  @Test func properties() {
    check(
      "- Programme: a\n  1️⃣budgett2️⃣: 5\n",
      ["1️⃣-2️⃣ error[E203]: 'Programme' has no property 'budgett'"],
      advice: ["help: did you mean 'budget'?"])
    check(
      "- Programme: a\n  1️⃣source2️⃣: home\n",
      ["1️⃣-2️⃣ error[E203]: 'Programme' has no property 'source'"],
      advice: ["help: did you mean 'sources'?"])
    check(
      "- Programme: a\n  COVERS: {to: poland, 1️⃣rolle2️⃣: lead}\n",
      ["1️⃣-2️⃣ error[E203]: 'COVERS' has no property 'rolle'"],
      advice: ["help: did you mean 'role'?"])
    check(
      "- State: 1️⃣x2️⃣\n", ["1️⃣-2️⃣ error[E204]: 'State' must have a property 'isoAlpha2'"])
    // A value that cannot be read is not missing too.
    check(
      "- State: x\n  isoAlpha2: 1️⃣xx2️⃣\n",
      ["1️⃣-2️⃣ error[E206]: 'xx' does not have the form of 'isoAlpha2'"],
      advice: ["caret: must match ^[A-Z]{2}$", "help: as in 'AA'"])
  }

  @Test func values() {
    check(
      "- Programme: a\n  budget: 1️⃣6,600,0002️⃣\n",
      ["1️⃣-2️⃣ error[E205]: '6,600,000' is not an INTEGER: write it without a comma"])
    check(
      "- Programme: a\n  isOpen: 1️⃣yes2️⃣\n",
      ["1️⃣-2️⃣ error[E205]: 'yes' is not a BOOL: write true or false"])
    check(
      "- Programme: a\n  years: [1, 1️⃣x2️⃣]\n",
      [
        "1️⃣-2️⃣ error[E205]: 'x' is not an INTEGER: use digits with an optional sign, as in 42 or -7"
      ])
    // Claims that no column holds are held to the same rules.
    check(
      "- Programme: a\n  currency: [{value: EUR}, {value: 1️⃣eur2️⃣}]\n",
      ["1️⃣-2️⃣ error[E206]: 'eur' does not have the form of 'currency'"])
    check(
      "- Programme: a\n  codes: [AB, 1️⃣b2️⃣, 3️⃣c4️⃣]\n",
      [
        "1️⃣-2️⃣ error[E206]: 'b' does not have the form of 'codes'",
        "3️⃣-4️⃣ error[E206]: 'c' does not have the form of 'codes'",
      ])
    check(
      "- Programme: a\n  status: 1️⃣endet2️⃣\n",
      ["1️⃣-2️⃣ error[E207]: 'endet' is not a value of 'status'"],
      advice: ["help: did you mean 'ended'?"])
    check(
      "- Programme: a\n  status: 1️⃣paused2️⃣\n",
      ["1️⃣-2️⃣ error[E207]: 'paused' is not a value of 'status'"],
      advice: ["help: values: signed, in force, ended"])
    check(
      "- Programme: a\n  tags: 1️⃣b2️⃣\n",
      ["1️⃣-2️⃣ error[E214]: 'tags' holds a list, found one value"], advice: ["help: write [b]"])
    check(
      "- Programme: a\n  budget: 1️⃣[1, 2]2️⃣\n",
      ["1️⃣-2️⃣ error[E214]: 'budget' holds one value, found a list"],
      advice: ["help: write competing values as '- {value: …, sources: […]}'"])
  }

  @Test func uniqueness() {
    check(
      "- Area: a\n  label: 0️⃣L\n- Area: b\n  label: 1️⃣L2️⃣\n",
      ["1️⃣-2️⃣ error[E208]: 'label' must be unique, and 'L' occurs twice"],
      advice: ["0️⃣ note: the first is here"])
    check(
      "- State: warsaw\n  isoAlpha2: PL\n",
      ["states.yaml:3:14 error[E209]: two nodes of type 'State' have the same 'isoAlpha2': 'PL'"])
  }

  @Test func edges() {
    check(
      "- Programme: a\n  1️⃣COVRES2️⃣: poland\n",
      ["1️⃣-2️⃣ error[E210]: unknown edge type 'COVRES'"], advice: ["help: did you mean 'COVERS'?"])
    // One finding, though three edges have the type.
    check(
      "- Programme: a\n  1️⃣COVRES2️⃣: [poland, latvia, borders]\n",
      ["1️⃣-2️⃣ error[E210]: unknown edge type 'COVRES'"])
    check(
      "- Programme: a\n  COVERS: 1️⃣borders2️⃣\n",
      ["1️⃣-2️⃣ error[E211]: 'COVERS' cannot lead from 'Programme' to 'Area'"],
      advice: ["help: it leads from Programme to State"])
    check(
      "- Programme: 1️⃣a2️⃣\n",
      files: [
        (
          "schema.gql",
          DatasetFixture.graphType.replacing(
            "(:Instrument)-[:ADDRESSES]->(:Area)",
            with: "(:Instrument)-[:ADDRESSES]->(:Area) OUT 1..*")
        )
      ],
      ["1️⃣-2️⃣ error[E212]: 0 outgoing 'ADDRESSES' where the graph type asks for 1..*"])
    check(
      "- Programme: a\n- Programme: b\n- Programme: c\n  PHASE_OF: [a, 1️⃣b2️⃣]\n",
      ["1️⃣-2️⃣ error[E213]: 2 outgoing 'PHASE_OF' where the graph type allows 0..1"])
  }

  @Test func dates() {
    check(
      "- Programme: a\n  since: 0️⃣2015\n  until: 1️⃣20142️⃣\n",
      ["1️⃣-2️⃣ error[E401]: ends 2014, before it starts 2015"], advice: ["0️⃣ note: it starts here"])
    check("- Programme: a\n  since: 2015-06\n  until: 2015\n", [])
    check(
      "- Programme: a\n  COVERS: {to: poland, since: 2015, until: 1️⃣20142️⃣}\n",
      ["1️⃣-2️⃣ error[E401]: ends 2014, before it starts 2015"])
    check(
      "- Programme: a\n  since: 1️⃣2009-132️⃣\n",
      ["1️⃣-2️⃣ error[E402]: '2009-13' is not a date: there is no month 13"])
    check(
      "- Programme: a\n  decided: 1️⃣2009-042️⃣\n",
      ["1️⃣-2️⃣ error[E402]: '2009-04' is not a DATE: the day is missing, as in 2009-04-27"])
    check(
      "- Programme: a\n  COVERS: {to: poland, since: [{value: 2001}, {value: 1️⃣no2️⃣}]}\n",
      ["1️⃣-2️⃣ error[E402]: 'no' is not a PARTIAL DATE: write 2009, 2009-04 or 2009-04-27"])
  }

  @Test func faultsDoNotCascade() {
    // The entry that cannot be read is still known as an end, and its edges are not missed.
    check(
      "- Programme: a\n  name: b1️⃣:2️⃣ c\n- Programme: d\n  PHASE_OF: a\n",
      ["1️⃣-2️⃣ error[E105]: a text with ': ' in it needs quotes"])
    check(
      "- Source: s\n  title: b1️⃣:2️⃣ c\n- Programme: d\n  sources: [s]\n",
      ["1️⃣-2️⃣ error[E105]: a text with ': ' in it needs quotes"])
    check(
      "- Programme: a\n  ADDRESSES: 1️⃣bordres2️⃣\n",
      files: [
        (
          "schema.gql",
          DatasetFixture.graphType.replacing(
            "(:Instrument)-[:ADDRESSES]->(:Area)",
            with: "(:Instrument)-[:ADDRESSES]->(:Area) OUT 1..*")
        )
      ],
      ["1️⃣-2️⃣ error[E104]: unknown node 'bordres'"])
  }
}
