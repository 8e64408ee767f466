// SPDX-License-Identifier: Apache-2.0

extension DiagnosticReport {
  /// One SARIF 2.1.0 document with one run: a rule for each code found, a result for each finding.
  ///
  /// Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
  public func sarif() -> String {
    let rules = usedRules()
    let indices = Dictionary(uniqueKeysWithValues: zip(rules.map(\.code), rules.indices))
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          json.key("tool")
          json.object { json in
            json.member("driver") { json in writeDriver(rules, to: &json) }
          }
          json.member("columnKind", "unicodeCodePoints")
          json.key("results")
          json.array { json in
            for diagnostic in diagnostics {
              write(diagnostic, ruleIndex: indices[diagnostic.code] ?? 0, to: &json)
            }
          }
        }
      }
    }
    return json.finish()
  }

  private struct Rule {
    let code: String
    let severity: Diagnostic.Severity
    let entry: DiagnosticCatalogue.Entry?
  }

  /// In order of code.
  private func usedRules() -> [Rule] {
    let worst = Dictionary(diagnostics.map { ($0.code, $0.severity) }, uniquingKeysWith: max)
    return worst.sorted { $0.key < $1.key }.map { code, severity in
      let entry = catalogue.entry(for: code)
      return Rule(code: code, severity: entry?.severity ?? severity, entry: entry)
    }
  }

  private func writeDriver(_ rules: [Rule], to json: inout JSONWriter) {
    json.object { json in
      json.member("name", "entente")
      if let version { json.member("version", version) }
      json.key("rules")
      json.array { json in
        for rule in rules {
          json.object { json in
            json.member("id", rule.code)
            if let entry = rule.entry {
              writeText(entry.title, as: "shortDescription", to: &json)
              writeText(entry.explanation, as: "fullDescription", to: &json)
              writeText(entry.text, as: "help", to: &json)
            }
            json.key("defaultConfiguration")
            json.object { json in json.member("level", Self.level(of: rule.severity)) }
          }
        }
      }
    }
  }

  private func write(_ diagnostic: Diagnostic, ruleIndex: Int, to json: inout JSONWriter) {
    var lines = [diagnostic.message]
    if let caretText = diagnostic.caretText { lines.append(caretText) }
    lines += diagnostic.notes.filter { $0.location == nil }.map { "note: " + $0.text }
    if let help = diagnostic.help { lines.append("help: " + help) }
    json.object { json in
      json.member("ruleId", diagnostic.code)
      json.member("ruleIndex", ruleIndex)
      json.member("level", Self.level(of: diagnostic.severity))
      writeText(lines.joined(separator: "\n"), as: "message", to: &json)
      if let location = diagnostic.location {
        json.key("locations")
        json.array { json in
          json.object { json in writePhysicalLocation(location, to: &json) }
        }
      }
      let placed = diagnostic.notes.filter { $0.location != nil }
      if !placed.isEmpty {
        json.key("relatedLocations")
        json.array { json in
          for (index, note) in placed.enumerated() {
            json.object { json in
              json.member("id", index)
              if let location = note.location { writePhysicalLocation(location, to: &json) }
              writeText(note.text, as: "message", to: &json)
            }
          }
        }
      }
    }
  }

  private func writePhysicalLocation(_ location: SourceLocation, to json: inout JSONWriter) {
    json.key("physicalLocation")
    json.object { json in
      json.key("artifactLocation")
      json.object { json in json.member("uri", Self.uriReference(for: location.file)) }
      if location.line > 0 {
        json.key("region")
        json.object { json in
          json.member("startLine", location.line)
          if location.column > 0 {
            json.member("startColumn", location.column)
            json.member("endColumn", location.column + max(1, location.length))
          }
        }
      }
    }
  }

  private func writeText(_ text: String, as name: String, to json: inout JSONWriter) {
    json.key(name)
    json.object { json in json.member("text", text) }
  }

  private static func level(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .information: "note"
    }
  }

  /// A path as a URI reference (RFC 3986): everything but unreserved characters and `/` becomes a
  /// percent escape, so that no path can be taken for a scheme.
  private static func uriReference(for path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var reference: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        reference.append(byte)
      default:
        reference += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
      }
    }
    return String(decoding: reference, as: UTF8.self)
  }
}
