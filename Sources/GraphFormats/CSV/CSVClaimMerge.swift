// SPDX-License-Identifier: Apache-2.0

/// Gathers the rows that speak of one node or edge into statements and supports.
///
/// Rows that state the same value become one claim with the sources of all of them.
struct CSVClaimMerge {
  private(set) var statements: [FactStatement]
  private(set) var supports: [FactSupport]

  /// The first row, kept until a second one makes an index worth its memory.
  private let firstRow: CSVRecord
  private let firstColumns: [Int]
  private var index: Index?

  /// Begins with the first row, whose support stands behind its claims by default.
  init(_ row: CSVRow, _ reader: inout CSVReader) {
    let preferred = row.text("preferred", reader)
    let values = row.values(reader)
    supports = [row.support(&reader)]
    statements = values.map {
      FactStatement(
        property: $0.property, claims: [FactClaim(value: $0.value, preferred: preferred)])
    }
    firstColumns = values.map(\.column)
    firstRow = row.record
  }

  /// Adds a further row.
  ///
  /// - Returns: the number of an earlier row that says exactly the same, nil otherwise.
  mutating func add(_ row: CSVRow, _ reader: inout CSVReader) -> Int? {
    var index = takeIndex(reader)
    defer { self.index = index }
    let bytes = reader.bytes(of: row.record)
    if let earlier = index.rows[bytes] { return earlier }
    index.rows[bytes] = row.record.row
    let support = row.support(&reader)
    let preferred = row.text("preferred", reader)
    if !support.citations.isEmpty || support.note != nil,
      index.supports.insert(SupportIdentity(support)).inserted
    {
      supports.append(support)
    }
    for (column, property, value) in row.values(reader) {
      add(value, of: property, column, support, preferred, &index)
    }
    return nil
  }

  private mutating func add(
    _ value: FactText, of property: FactText, _ column: Int, _ support: FactSupport,
    _ preferred: FactText?, _ index: inout Index
  ) {
    let statement: Int
    if let known = index.statements[column] {
      statement = known
    } else {
      statement = statements.count
      statements.append(FactStatement(property: property, claims: []))
      index.statements[column] = statement
    }
    let identity = ClaimIdentity(statement, value, note: support.note)
    guard let claim = index.claims[identity] else {
      index.claims[identity] = statements[statement].claims.count
      let claim = statements[statement].claims.count
      statements[statement].claims.append(
        FactClaim(value: value, support: support, preferred: preferred))
      for citation in support.citations {
        index.citations.insert(CitationIdentity(statement, claim, citation))
      }
      return
    }
    var merged = statements[statement].claims[claim].support ?? supports[0]
    statements[statement].claims[claim].support = nil
    for citation in support.citations
    where index.citations.insert(CitationIdentity(statement, claim, citation)).inserted {
      merged.citations.append(citation)
    }
    statements[statement].claims[claim].support = merged
    if statements[statement].claims[claim].preferred == nil {
      statements[statement].claims[claim].preferred = preferred
    }
  }

  private mutating func takeIndex(_ reader: CSVReader) -> Index {
    if let index {
      // Given up here so that the copy in use is the only one.
      self.index = nil
      return index
    }
    var index = Index()
    index.rows[reader.bytes(of: firstRow)] = firstRow.row
    index.supports.insert(SupportIdentity(supports[0]))
    for (statement, column) in firstColumns.enumerated() {
      index.statements[column] = statement
      let claim = statements[statement].claims[0]
      index.claims[ClaimIdentity(statement, claim.value, note: supports[0].note)] = 0
      for citation in supports[0].citations {
        index.citations.insert(CitationIdentity(statement, 0, citation))
      }
    }
    return index
  }
}

/// What finds a claim, a source or a row again. Texts are compared byte by byte, since two ways to
/// write an accent are two texts.
private struct Index {
  var rows: [[UInt8]: Int] = [:]
  var supports: Set<SupportIdentity> = []
  var statements: [Int: Int] = [:]
  var claims: [ClaimIdentity: Int] = [:]
  var citations: Set<CitationIdentity> = []
}

private struct ClaimIdentity: Hashable {
  let statement: Int
  let value: [UInt8]
  let note: [UInt8]?

  init(_ statement: Int, _ value: FactText, note: FactText?) {
    self.statement = statement
    self.value = Array(value.text.utf8)
    self.note = note.map { Array($0.text.utf8) }
  }
}

private struct CitationIdentity: Hashable {
  let statement: Int
  let claim: Int
  let texts: [[UInt8]?]

  init(_ statement: Int, _ claim: Int, _ citation: FactCitation) {
    self.statement = statement
    self.claim = claim
    texts = [citation.source, citation.locator, citation.quote].map {
      $0.map { Array($0.text.utf8) }
    }
  }
}

private struct SupportIdentity: Hashable {
  let citations: [CitationIdentity]
  let note: [UInt8]?

  init(_ support: FactSupport) {
    citations = support.citations.map { CitationIdentity(0, 0, $0) }
    note = support.note.map { Array($0.text.utf8) }
  }
}
