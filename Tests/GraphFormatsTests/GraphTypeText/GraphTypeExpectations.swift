// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import GraphTestSupport
import SourceDiagnostics
import Testing

/// What is found in a marked text: a line a finding, and a line for each note and help behind it.
func graphTypeFindings(_ marked: String) -> [String] {
  let source = MarkedSource(marked)
  let (graphType, diagnostics, _) = GraphTypeParser.parse(source.text)
  let hasErrors = diagnostics.contains { $0.severity == .error }
  #expect((graphType == nil) == hasErrors)
  return diagnostics.flatMap { source.findings(of: [$0]) + source.advice(of: $0) }
}

/// The same for element types, without what stands around them.
func graphTypeFindings(elements: String) -> [String] {
  graphTypeFindings("CREATE GRAPH TYPE t AS { \(elements) }")
}
