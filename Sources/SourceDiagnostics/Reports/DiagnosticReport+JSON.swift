// SPDX-License-Identifier: Apache-2.0

extension DiagnosticReport {
  /// The version of the document that ``json()`` writes.
  ///
  /// New members may appear within a version; none changes its meaning or goes away.
  public static let jsonSchema = "entente.diagnostics/1"

  /// One JSON document with every finding.
  ///
  /// Every member is always present; what is absent is `null`. Lines and columns count from 1,
  /// columns in Unicode scalars.
  public func json() -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", Self.jsonSchema)
      json.member("summary") { json in
        json.object { json in
          json.member("errors", summary.errorCount)
          json.member("warnings", summary.warningCount)
          json.member("information", summary.remarkCount)
          json.member("files", fileCount)
        }
      }
      json.key("diagnostics")
      json.array { json in
        for diagnostic in diagnostics { write(diagnostic, to: &json) }
      }
    }
    return json.finish()
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("code", diagnostic.code)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      json.key("location")
      write(diagnostic.location, to: &json)
      json.member("caretText", diagnostic.caretText)
      json.key("notes")
      json.array { json in
        for note in diagnostic.notes {
          json.object { json in
            json.member("text", note.text)
            json.key("location")
            write(note.location, to: &json)
          }
        }
      }
      json.member("help", diagnostic.help)
    }
  }

  private func write(_ location: SourceLocation?, to json: inout JSONWriter) {
    guard let location else { return json.null() }
    json.object { json in
      json.member("file", location.file)
      json.key("line")
      if location.line > 0 { json.value(location.line) } else { json.null() }
      json.key("column")
      if location.column > 0 { json.value(location.column) } else { json.null() }
      json.key("length")
      if location.column > 0 { json.value(location.length) } else { json.null() }
      json.member("cell", location.cell)
      json.member("excerpt", location.excerpt)
      json.member("excerptColumn", location.excerptColumn)
    }
  }
}
