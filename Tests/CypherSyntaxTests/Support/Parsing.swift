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

/// Texts and the dumps of their trees, each checked by itself.
func expectTrees(
  _ trees: [(text: String, dump: String)], _ dump: (String) -> String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for tree in trees {
    #expect(dump(tree.text) == tree.dump, "\(tree.text)", sourceLocation: sourceLocation)
  }
}
