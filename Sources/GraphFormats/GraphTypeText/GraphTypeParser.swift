// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// Reads graph types from the text of ISO/IEC 39075 (GQL), `CREATE GRAPH TYPE name AS { … }`.
///
/// Both forms of element types are read, the visual one (`(s:State {iso STRING})`) and the one in
/// words (`NODE State LABEL State {iso STRING} AS s`). Named extensions, ours: `ABSTRACT`,
/// `EXTENDS A, B`, `KEY (p)`, `UNIQUE`, `MATCHES 'pattern'`, `IN ['a', 'b']`, `PARTIAL DATE`,
/// `MAP`, `OUT m..n` and `IN m..n` after an edge type, `(:A|B)` as an end, and `OPEN` after the
/// closing brace for a graph that may hold more than the type declares. Keywords may be written in
/// any case; names keep theirs.
///
/// ```swift
/// let text = SourceText(name: "schema.gql", "CREATE GRAPH TYPE t AS { (:State {iso STRING}) }")
/// let (graphType, diagnostics, _) = GraphTypeParser.parse(text)
/// ```
///
/// Source: ISO/IEC 39075:2024, create graph type statement.
public enum GraphTypeParser {
  /// Reads a text and checks the graph type that it declares.
  ///
  /// Any text is safe: size, nesting and the number of findings are bounded.
  ///
  /// - Returns: the graph type, nil when anything is wrong with it; what was found, in order of
  ///   place; and where the parts stand.
  public static func parse(
    _ text: SourceText
  ) -> (graphType: GraphType?, diagnostics: [Diagnostic], places: GraphTypePlaces) {
    guard text.utf8.count <= GraphTypeLimits.bytes else {
      let fault = GraphTypeFault.tooLong(text.utf8.count)
      let places = GraphTypePlaces(source: text)
      return (nil, [fault.diagnostic(at: SourceLocation(file: text.name))], places)
    }
    var parser = GraphTypeSyntaxParser(text)
    let syntax = parser.parse()
    var findings = GraphTypeFindings(text: text, syntaxFaults: parser.faults)
    guard let syntax else {
      return (nil, findings.diagnostics(), GraphTypePlaces(source: text))
    }
    var resolution = GraphTypeResolution(syntax, source: text)
    resolution.resolve()
    findings.add(resolution)
    let diagnostics = findings.diagnostics()
    let isSound = !diagnostics.contains { $0.severity == .error }
    return (isSound ? resolution.graphType : nil, diagnostics, resolution.places)
  }
}
