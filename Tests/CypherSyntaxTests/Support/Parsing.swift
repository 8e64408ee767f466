// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import Testing

/// The tree of a text as a dump, or its faults, each in a line.
func dump(_ text: String) -> String {
  let parsed = QueryParser.parse(text)
  if let statement = parsed.statement { return SyntaxDump.dump(statement) }
  return parsed.faults.map { "\($0.detail.rawValue): \($0.message)" }.joined(separator: "\n")
}

/// The tree of an expression as a dump, or its faults.
func dumpExpression(_ text: String) -> String {
  let whole = dump("RETURN " + text)
  guard whole.hasPrefix("(return "), whole.hasSuffix(")") else { return whole }
  return String(whole.dropFirst(8).dropLast())
}

/// Checks texts against the dumps of their trees, which stand indented below them, and that each
/// prints as the same tree.
func expectTrees(
  _ corpus: String, _ dump: (String) -> String, prefix: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var entries: [(text: String, dump: String)] = []
  for line in corpus.split(separator: "\n") {
    if line.hasPrefix("  "), let last = entries.indices.last {
      let space = entries[last].dump.isEmpty ? "" : " "
      entries[last].dump += space + line.drop { $0 == " " }
    } else {
      entries.append((String(line), ""))
    }
  }
  #expect(!entries.isEmpty, sourceLocation: sourceLocation)
  for entry in entries {
    #expect(dump(entry.text) == entry.dump, "\(entry.text)", sourceLocation: sourceLocation)
    if let statement = QueryParser.parse(prefix + entry.text).statement {
      RoundTrip.check(statement, entry.text, sourceLocation)
    }
  }
}
