// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// The codes about types, dates and what editors should look at twice.
extension DatasetDiagnosticCatalogue {
  // MARK: - E2: types

  static let types: [DiagnosticCatalogue.Entry] = [
    .init(
      code: "E201", title: "Unknown node type",
      explanation: "The graph type declares no node type of this name.",
      example: "- Programe: bomca", correction: "- Programme: bomca"),
    .init(
      code: "E202", title: "Abstract node type",
      explanation: """
        An abstract type gives its labels and properties to the types that extend it; no node is of
        it directly.
        """,
      example: "- Instrument: bomca", correction: "- Programme: bomca"),
    .init(
      code: "E203", title: "Unknown property",
      explanation: """
        The graph type declares no such property for this type of node or edge. 'name', 'since' and
        'until' need no declaration.
        """,
      example: "- Programme: bomca\n  budgett: 5", correction: "- Programme: bomca\n  budget: 5"),
    .init(
      code: "E204", title: "Property missing",
      explanation: "The graph type declares the property NOT NULL: every node of the type has it.",
      example: "- State: poland", correction: "- State: poland\n  isoAlpha2: PL"),
    .init(
      code: "E205", title: "Value of another type",
      explanation: """
        The text is not a value of the type that the graph type declares. Numbers have no
        separators of thousands and a decimal point; truth is 'true' or 'false'.
        """,
      example: "budget: 6,600,000", correction: "budget: 6600000"),
    .init(
      code: "E206", title: "Text of another form",
      explanation: "The property has a pattern (MATCHES) that the whole text must match.",
      example: "isoAlpha2: Poland", correction: "isoAlpha2: PL"),
    .init(
      code: "E207", title: "Not one of the values allowed",
      explanation: "The property has an enumeration (IN […]), and the value is not in it.",
      example: "status: finished", correction: "status: ended"),
    .init(
      code: "E208", title: "Value that must be unique",
      explanation: "The property is UNIQUE: no two nodes of the type have the same value.",
      example: "- State: a\n  isoAlpha2: PL\n- State: b\n  isoAlpha2: PL"),
    .init(
      code: "E209", title: "Key of the type used twice",
      explanation:
        "The properties of a KEY tell the nodes of a type apart; two nodes agree in all.",
      example: "- State: a\n  isoAlpha2: PL\n- State: b\n  isoAlpha2: PL"),
    .init(
      code: "E210", title: "Unknown edge type",
      explanation: """
        The graph type declares no edge type of this name. A key in capitals names an edge type.
        """,
      example: "COVRES: poland", correction: "COVERS: poland"),
    .init(
      code: "E211", title: "Ends that the edge type does not join",
      explanation: """
        The graph type declares which labels the ends of an edge carry. Perhaps the edge belongs
        into the entry of its other end.
        """,
      example: "- State: poland\n  COVERS: bomca",
      correction: "- Programme: bomca\n  COVERS: poland"),
    .init(
      code: "E212", title: "Too few edges",
      explanation: "The edge type has a least number (OUT m..n, IN m..n) that the node misses.",
      example: "- Event: first-meeting        (EVENT_OF … OUT 1..*)"),
    .init(
      code: "E213", title: "Too many edges",
      explanation: "The edge type has a greatest number (OUT m..n, IN m..n) that the node exceeds.",
      example: "PHASE_OF: [bomca, cadap]      (PHASE_OF … OUT 0..1)"),
    .init(
      code: "E214", title: "List and single value confused",
      explanation: """
        A list property is written as a list even when it has one item; any other property has one
        value, or competing claims.
        """,
      example: "iatiSectors: 15190", correction: "iatiSectors: [15190]"),
  ]

  // MARK: - E4: dates

  static let dates: [DiagnosticCatalogue.Entry] = [
    .init(
      code: "E401", title: "Ends before it starts",
      explanation: """
        'until' lies before 'since'. A year as a start means its first day, as an end its last.
        """,
      example: "since: 2015\nuntil: 2014"),
    .init(
      code: "E402", title: "Not a date",
      explanation: """
        Dates are written 2009, 2009-04 or 2009-04-27, as exact as they are known. Spreadsheets
        rewrite dates; format such a column as text.
        """,
      example: "since: 27.4.2009", correction: "since: 2009-04-27"),
  ]

  // MARK: - E5: graph files

  static let graphFiles: [DiagnosticCatalogue.Entry] = [
    .init(
      code: "E501", title: "Graph file that cannot be used",
      explanation: """
        The file is no graph file, was written by a program that knows another format, was not
        copied whole, or was changed since it was written. Nothing of it is believed. Build it
        again from its dataset, or copy it again.
        """,
      example: "entente path -g cooperation.graph Poland Turkmenistan",
      correction: "entente build Graphs/eu-central-asia -o cooperation.graph")
  ]

  // MARK: - W2: a second look

  static let checks: [DiagnosticCatalogue.Entry] = [
    .init(
      code: "W201", title: "Sources disagree", severity: .warning,
      explanation: """
        Claims about one property have different values. Answers show all of them with their
        sources. Dates agree when one may mean a part of the other, as 2003 and 2003-06 do. Mark
        one claim 'preferred: true' if the editors trust it most.
        """,
      example: "budget:\n  - {value: 1, sources: [a]}\n  - {value: 2, sources: [b]}"),
    .init(
      code: "W202", title: "No source", severity: .warning,
      explanation: """
        A property or an edge has no source, so an answer that uses it cannot be cited. A line
        'sources: […]' in an entry covers everything in it that names no source of its own.
        """,
      example: "- Programme: bomca\n  since: 2003",
      correction: "- Programme: bomca\n  since: 2003\n  sources: [dg-home]"),
    .init(
      code: "W203", title: "Names that read alike", severity: .warning,
      explanation: """
        Two nodes of one type have names that differ only in case, accents or punctuation. They may
        be one node, entered twice; if not, a question that uses the name is ambiguous.
        """,
      example: "- Dialogue: a\n  name: Prague Process\n- Dialogue: b\n  name: Prague-process"),
    .init(
      code: "W204", title: "Stale source", severity: .warning,
      explanation: "The source was last looked at before the date that the check was given.",
      example: "retrieved: 2019-01-02"),
    .init(
      code: "W205", title: "Edge outside the time of its end", severity: .warning,
      explanation: """
        The edge starts or ends when a node that it joins had not begun or was over.
        """,
      example: "- Programme: bomca\n  since: 2003\n  COVERS: {to: poland, since: 2001}"),
    .init(
      code: "W206", title: "Unused source", severity: .warning,
      explanation: "The register has a source that nothing cites.",
      example: "- Source: never-cited\n  title: A book"),
    .init(
      code: "W207", title: "Unused type", severity: .warning,
      explanation:
        "The graph type declares a type of nodes or edges that the dataset does not use.",
      example: "NODE TYPE Treaty (:Treaty)"),
    .init(
      code: "W208", title: "No name", severity: .warning,
      explanation: "The node has no 'name', so answers and figures show its key.",
      example: "- State: poland", correction: "- State: poland\n  name: Poland"),
    .init(
      code: "W209", title: "No graph.yaml", severity: .warning,
      explanation: """
        The folder has no graph.yaml, which gives a dataset its title, its licence and its words.
        Without a graph type any node and any edge may be in it, and typing errors go unnoticed.
        """,
      example: "a folder with facts.yaml alone"),
    .init(
      code: "W210", title: "File not read", severity: .warning,
      explanation: """
        Facts lie in regular files that end in '.yaml' or '.csv'. Symbolic links are not followed,
        since they can lead out of the dataset or in a circle.
        """,
      example: "facts.yml"),
    .init(
      code: "W211", title: "Edge stated twice", severity: .warning,
      explanation: "Two edges of one type join the same nodes and say nothing that differs.",
      example: "COVERS: [poland, poland]", correction: "COVERS: [poland]"),
    .init(
      code: "I201", title: "Isolated node", severity: .information,
      explanation: "No edge starts or ends at the node, so no path will ever find it.",
      example: "- State: poland"),
    .init(
      code: "I202", title: "Sources disagree, one is preferred", severity: .information,
      explanation: """
        Claims about one property have different values, and the editors prefer one. Answers show
        it first and the others with it.
        """,
      example: "budget:\n  - {value: 1, preferred: true}\n  - {value: 2}"),
  ]
}
