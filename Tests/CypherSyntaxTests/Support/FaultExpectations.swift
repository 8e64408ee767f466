// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphTestSupport
import SourceDiagnostics
import Testing

/// Checks the faults of texts, which stand indented below each, with the marks between which they
/// lie, their details, messages and help.
func expectFaults(_ corpus: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
  var entries: [(text: String, faults: [String])] = []
  for line in corpus.split(separator: "\n") {
    if line.hasPrefix("  "), let last = entries.indices.last {
      entries[last].faults.append(String(line.dropFirst(2)))
    } else {
      entries.append((String(line), []))
    }
  }
  #expect(!entries.isEmpty, sourceLocation: sourceLocation)
  for entry in entries {
    let source = MarkedSource(entry.text)
    let parsed = QueryParser.parse(source.text.text(of: 0..<source.text.utf8.count))
    #expect(parsed.statement == nil, "\(entry.text)", sourceLocation: sourceLocation)
    let found = parsed.faults.flatMap { fault in
      let place = fault.span.map { source.marks(of: $0.range) } ?? "no place"
      return ["\(place) \(fault.detail.rawValue): \(fault.message)"]
        + (fault.help.map { ["  help: " + $0] } ?? [])
    }
    #expect(found == entry.faults, "\(entry.text)", sourceLocation: sourceLocation)
    #expect(parsed.faults.allSatisfy { $0.kind == .syntaxError && $0.phase == .compileTime })
  }
}

extension MarkedSource {
  /// The marks at the ends of a span, or its offsets.
  fileprivate func marks(of range: Range<Int>) -> String {
    guard let lower = mark(at: range.lowerBound), let upper = mark(at: range.upperBound) else {
      return "\(range)"
    }
    return range.isEmpty ? lower : "\(lower)-\(upper)"
  }

  private func mark(at offset: Int) -> String? {
    offsets.filter { $0.value == offset }.keys.min().map { "\($0)\u{FE0F}\u{20E3}" }
  }
}
