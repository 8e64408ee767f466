// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics
import Testing

@Suite struct DiagnosticReportTests {
  let catalogue = DiagnosticCatalogue([
    .init(
      code: "E104", title: "unknown node", explanation: "No node has this key.",
      example: "covers: kyrgyztan", correction: "covers: kyrgyzstan")
  ])

  private var report: DiagnosticReport {
    let text = SourceText(name: "facts/a b,c.yaml", "covers: kyrgyztan\n")
    return DiagnosticReport(
      [
        Diagnostic(
          code: "W201", severity: .warning, message: "100% wrong", at: nil,
          notes: [.init("see there", at: SourceLocation(file: "b.yaml", line: 2, column: 1))]),
        Diagnostic(
          code: "E104", severity: .error, message: "unknown node 'kyrgyztan'",
          at: text.location(of: 8..<17), caretText: "no such key",
          notes: [.init("keys are in lower case")], help: "did you mean 'kyrgyzstan'?"),
        Diagnostic(
          code: "I301", severity: .information, message: "empty file",
          at: SourceLocation(file: "<query>")),
      ], fileCount: 3, catalogue: catalogue, version: "1.0")
  }

  @Test func textEndsWithASummary() {
    #expect(
      report.text() == """
        warning[W201]: 100% wrong
         --> b.yaml:2:1   see there
        remark[I301]: empty file
         --> <query>
        error[E104]: unknown node 'kyrgyztan'
         --> facts/a b,c.yaml:1:9
          |
        1 | covers: kyrgyztan
          |         ^^^^^^^^^ no such key
          = note: keys are in lower case
          = help: did you mean 'kyrgyzstan'?
        1 error, 1 warning, 1 remark in 3 files

        """)
  }

  @Test func summaries() {
    let error = Diagnostic(code: "E1", severity: .error, message: "m", at: nil)
    let warning = Diagnostic(code: "W1", severity: .warning, message: "m", at: nil)
    #expect(DiagnosticSummary([], fileCount: 1).description == "no errors in 1 file")
    #expect(DiagnosticSummary([]).description == "no errors")
    #expect(DiagnosticSummary([error, error]).description == "2 errors")
    #expect(
      DiagnosticSummary([warning, error], fileCount: 3).description
        == "1 error, 1 warning in 3 files")
    #expect(DiagnosticSummary([]).isEmpty)
    #expect(!DiagnosticSummary([warning]).isEmpty)
  }

  @Test func jsonIsComplete() {
    #expect(
      report.json() == """
        {
          "schema": "entente.diagnostics/1",
          "summary": {
            "errors": 1,
            "warnings": 1,
            "information": 1,
            "files": 3
          },
          "diagnostics": [
            {
              "code": "W201",
              "severity": "warning",
              "message": "100% wrong",
              "location": null,
              "caretText": null,
              "notes": [
                {
                  "text": "see there",
                  "location": {
                    "file": "b.yaml",
                    "line": 2,
                    "column": 1,
                    "length": 1,
                    "cell": null,
                    "excerpt": null,
                    "excerptColumn": 1
                  }
                }
              ],
              "help": null
            },
            {
              "code": "I301",
              "severity": "information",
              "message": "empty file",
              "location": {
                "file": "<query>",
                "line": null,
                "column": null,
                "length": null,
                "cell": null,
                "excerpt": null,
                "excerptColumn": 1
              },
              "caretText": null,
              "notes": [],
              "help": null
            },
            {
              "code": "E104",
              "severity": "error",
              "message": "unknown node 'kyrgyztan'",
              "location": {
                "file": "facts/a b,c.yaml",
                "line": 1,
                "column": 9,
                "length": 9,
                "cell": null,
                "excerpt": "covers: kyrgyztan",
                "excerptColumn": 1
              },
              "caretText": "no such key",
              "notes": [
                {
                  "text": "keys are in lower case",
                  "location": null
                }
              ],
              "help": "did you mean 'kyrgyzstan'?"
            }
          ]
        }

        """)
  }

  @Test func gitHubCommandsAreEscaped() {
    #expect(
      report.gitHubCommands() == """
        ::warning title=W201::100%25 wrong%0Ab.yaml:2:1: see there
        ::notice file=<query>,title=I301::empty file
        ::error file=facts/a b%2Cc.yaml,line=1,col=9,endColumn=18,title=E104::unknown node \
        'kyrgyztan'%0Ano such key%0Anote: keys are in lower case%0Ahelp: did you mean 'kyrgyzstan'?

        """)
    let hostile = Diagnostic(
      code: "E1:,", severity: .error, message: "a\r\n::error::b", at: SourceLocation(file: "a:b\n"))
    #expect(
      DiagnosticReport([hostile], fileCount: 1).gitHubCommands()
        == "::error file=a%3Ab%0A,title=E1%3A%2C::a%0D%0A::error::b\n")
  }

  @Test func sarifHasRulesResultsAndRegions() {
    #expect(
      report.sarif() == #"""
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "entente",
                  "version": "1.0",
                  "rules": [
                    {
                      "id": "E104",
                      "shortDescription": {
                        "text": "unknown node"
                      },
                      "fullDescription": {
                        "text": "No node has this key."
                      },
                      "help": {
                        "text": "error[E104]: unknown node\n\nNo node has this key.\n\nExample:\n\n  covers: kyrgyztan\n\nBetter:\n\n  covers: kyrgyzstan"
                      },
                      "defaultConfiguration": {
                        "level": "error"
                      }
                    },
                    {
                      "id": "I301",
                      "defaultConfiguration": {
                        "level": "note"
                      }
                    },
                    {
                      "id": "W201",
                      "defaultConfiguration": {
                        "level": "warning"
                      }
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "W201",
                  "ruleIndex": 2,
                  "level": "warning",
                  "message": {
                    "text": "100% wrong"
                  },
                  "relatedLocations": [
                    {
                      "id": 0,
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "b.yaml"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 1,
                          "endColumn": 2
                        }
                      },
                      "message": {
                        "text": "see there"
                      }
                    }
                  ]
                },
                {
                  "ruleId": "I301",
                  "ruleIndex": 1,
                  "level": "note",
                  "message": {
                    "text": "empty file"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "%3Cquery%3E"
                        }
                      }
                    }
                  ]
                },
                {
                  "ruleId": "E104",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "unknown node 'kyrgyztan'\nno such key\nnote: keys are in lower case\nhelp: did you mean 'kyrgyzstan'?"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "facts/a%20b%2Cc.yaml"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 9,
                          "endColumn": 18
                        }
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """#)
  }

  @Test func catalogueFindsAndChecks() {
    #expect(catalogue.entry(for: "e104")?.title == "unknown node")
    #expect(catalogue.entry(for: "E999") == nil)
    #expect(catalogue.problems() == [])
    let joined = DiagnosticCatalogue(joining: [
      catalogue, catalogue,
      DiagnosticCatalogue([
        .init(code: "E1", title: "a", explanation: "b", example: "c"),
        .init(code: "E200", title: "", explanation: "b", example: "c"),
      ]),
    ])
    #expect(joined.entries.map(\.code) == ["E1", "E104", "E104", "E200"])
    #expect(
      joined.problems() == [
        "code 'E1' is not a letter and three digits", "code 'E104' is explained twice",
        "code 'E200' has no title, explanation or example",
      ])
  }
}
