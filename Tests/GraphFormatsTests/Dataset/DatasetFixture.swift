// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics

@testable import GraphFormats

/// A small dataset in memory, with markers in its file of facts.
struct DatasetFixture {
  static let graphType = """
    CREATE GRAPH TYPE test AS {
      ABSTRACT NODE TYPE Instrument (:Instrument {
        status STRING IN ['signed', 'in force', 'ended']
      }),
      NODE TYPE Programme (:Programme {
        budget INTEGER, share FLOAT, isOpen BOOL, currency STRING MATCHES '^[A-Z]{3}$',
        tags LIST<STRING>, years LIST<INTEGER>, codes LIST<STRING> MATCHES '^[A-Z]+$',
        announced PARTIAL DATE, decided DATE
      }) EXTENDS Instrument,
      NODE TYPE State (:State {isoAlpha2 STRING NOT NULL MATCHES '^[A-Z]{2}$'}) KEY (isoAlpha2),
      NODE TYPE Area (:Area {label STRING UNIQUE}),
      DIRECTED EDGE TYPE COVERS (:Programme)-[:COVERS {role STRING}]->(:State),
      DIRECTED EDGE TYPE PHASE_OF (:Programme)-[:PHASE_OF]->(:Programme) OUT 0..1,
      DIRECTED EDGE TYPE ADDRESSES (:Instrument)-[:ADDRESSES]->(:Area)
    }
    """

  static let sources = """
    - Source: home
      title: Home affairs
      url: https://example.eu/home
    - Source: icmpd
      title: ICMPD
    """

  static let states = """
    - State: poland
      name: Poland
      isoAlpha2: PL
      sources: [home]
    - State: latvia
      name: Latvia
      isoAlpha2: LV
      sources: [icmpd]
    - Area: borders
      name: Border management
      sources: [home]
    """

  let facts: MarkedSource
  var input: DatasetInput

  /// - Parameter files: further files, or other content of the standard ones; nil removes one.
  init(_ facts: String, files: [(path: String, text: String?)] = []) {
    self.facts = MarkedSource(facts, name: "facts.yaml")
    var all: [String: String] = [
      "graph.yaml": "title: Test\n", "schema.gql": Self.graphType, "sources.yaml": Self.sources,
      "states.yaml": Self.states,
    ]
    for (path, text) in files { all[path] = text }
    all["facts.yaml"] = String(decoding: self.facts.text.utf8, as: UTF8.self)
    input = DatasetInput(folder: "")
    input.files = all.sorted { $0.key < $1.key }.map {
      DatasetInput.File(path: $0.key, content: .success(Array($0.value.utf8)))
    }
  }

  func load() -> DatasetLoading { DatasetLoader.load(input).loading }

  /// Findings in the file of facts by marker, those elsewhere by file, line and column.
  func findings(of diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      if diagnostic.location?.file == "facts.yaml" { return facts.findings(of: [diagnostic])[0] }
      let place = diagnostic.location.map {
        $0.line == 0
          ? $0.file : "\($0.file):\($0.line):\($0.column)\($0.cell.map { " (\($0))" } ?? "")"
      }
      return "\(place ?? "no place") \(diagnostic.severity.word)[\(diagnostic.code)]: "
        + diagnostic.message
    }
  }
}
