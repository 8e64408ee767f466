// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// What a CSV file of a dataset states, and what is wrong with it.
public struct CSVFacts: Sendable {
  /// Nil when that cannot be told.
  public var kind: CSVFactKind?

  /// In the order of the rows that began them; all of one kind.
  public var records: [FactRecord]

  /// In the order of the file.
  public var diagnostics: [Diagnostic]
}

/// Reads the CSV files of a dataset: tables of nodes, edges and sources.
///
/// ```
/// nodes.csv    key,type,name,aliases,since,until,sources,… a column for each property
/// edges.csv    id,from,type,to,since,until,source,locator,note,… a column for each property
/// sources.csv  key,title,publisher,url,published,retrieved,language,licence,note
/// ```
/// - A row of an edge table is a claim. Rows with the same ends, type and id are one edge; what
///   they disagree on becomes claims of that property. Another id makes a parallel edge.
/// - A row of a node table without a type adds claims to the node of the same key above it.
/// - `aliases` separates names by `|`. A name may end in ` @ru` (its language) and ` #former` (its
///   kind).
/// - `sources` separates keys by `|`; `key: locator` says where in the source. `locator` and
///   `quote` do so for a row with one source.
/// - `preferred` marks the claims of a row, `note` remarks on them.
/// - An empty cell says nothing; `""` says "empty text".
///
/// Headers of Gephi (`Source,Target,Type,Label`) and Kumu (`From,To,Label`) are understood; the
/// case of built-in names does not matter. No text is typed here: that is for the graph type.
public enum CSVFactReader {
  /// Reads one file, reporting everything that is wrong with it.
  ///
  /// Complexity: linear in the length of the text, a logarithm for each finding aside.
  public static func read(_ source: SourceText, limits: CSVLimits = CSVLimits()) -> CSVFacts {
    var reader = CSVReader(source, limits: limits)
    guard let header = reader.header else {
      if reader.diagnostics.isEmpty {
        reader.report(CSVFinding.noHeader.diagnostic(at: SourceLocation(file: source.name)))
      }
      return CSVFacts(kind: nil, records: [], diagnostics: reader.diagnostics)
    }
    guard let columns = CSVColumns(header: header, reader: &reader) else {
      return CSVFacts(kind: nil, records: [], diagnostics: reader.diagnostics)
    }
    let records =
      switch columns.kind {
      case .nodes: CSVNodeTable.read(columns, &reader).map(FactRecord.node)
      case .edges: CSVEdgeTable.read(columns, &reader).map(FactRecord.edge)
      case .sources: CSVSourceTable.read(columns, &reader).map(FactRecord.source)
      }
    return CSVFacts(kind: columns.kind, records: records, diagnostics: reader.diagnostics)
  }
}
