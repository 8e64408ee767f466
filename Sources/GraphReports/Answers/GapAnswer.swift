// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphModel
public import SourceDiagnostics

/// What joins each row to each column, pair by pair, and which pairs nothing joins.
public struct GapAnswer: Answer {
  let graph: PropertyGraph
  let matrix: CoverageMatrix
  let query: CoverageQuery
  private let listsCounts: Bool

  /// So many columns are headed by their names, more by numbers.
  private static let namedColumns = 6

  /// So many numbered columns stand side by side.
  private static let columnsSideBySide = 16

  /// - Parameters:
  ///   - listsCounts: whether tables list every pair with what joins it, not only the gaps.
  public init(
    _ matrix: CoverageMatrix, to query: CoverageQuery, in graph: PropertyGraph,
    listsCounts: Bool = false
  ) {
    self.matrix = matrix
    self.query = query
    self.graph = graph
    self.listsCounts = listsCounts
  }

  /// Whether there is no gap.
  public var isEmpty: Bool { matrix.gapCount == 0 }
  public var schema: String { "entente.gaps/1" }

  public var blocks: [AnswerBlock] {
    guard !matrix.rows.isEmpty, !matrix.columns.isEmpty else {
      return [.paragraph("There is no pair to look at\(dateText).")]
    }
    var blocks: [AnswerBlock] = [.heading(title)]
    if matrix.columns.count <= Self.namedColumns {
      blocks.append(grid(of: matrix.columns.indices) { graph.displayName(of: matrix.columns[$0]) })
    } else {
      blocks.append(
        .facts(
          matrix.columns.enumerated().map { position, column in
            AnswerFact(String(position + 1), [graph.displayName(of: column)])
          }))
      for first in stride(from: 0, to: matrix.columns.count, by: Self.columnsSideBySide) {
        let last = min(first + Self.columnsSideBySide, matrix.columns.count)
        blocks.append(grid(of: first..<last) { String($0 + 1) })
      }
    }
    if matrix.cells.contains(where: { $0.count == 0 }) {
      blocks.append(.note("? stands where no start is stated of what joins the two."))
    }
    blocks.append(.paragraph(summary))
    if !isEmpty { blocks.append(.items(gapSentences)) }
    return blocks
  }

  public var table: AnswerTable {
    guard listsCounts else {
      return AnswerTable(
        columns: ["row", "row name", "column", "column name"],
        rows: matrix.gaps.map { identity($0.row) + identity($0.column) })
    }
    var reader = GapCellReader(query, in: graph)
    var rows: [[String]] = []
    for row in matrix.rows.indices {
      for column in matrix.columns.indices {
        let cell = matrix.cell(row: row, column: column)
        let nodes = cell.map { $0.nodes + $0.nodesOfUnknownStart } ?? []
        let citations = nodes.flatMap { node in
          reader.readings(of: node, row: matrix.rows[row], column: matrix.columns[column])
            .flatMap(\.citations)
        }
        rows.append(
          identity(matrix.rows[row]) + identity(matrix.columns[column]) + [
            String(cell?.count ?? 0),
            nodes.map { graph.key(of: $0) ?? graph.displayName(of: $0) }.joined(separator: " "),
            citations.map { graph.source($0.source).key }.uniqued.joined(separator: " "),
          ])
      }
    }
    return AnswerTable(
      columns: ["row", "row name", "column", "column name", "count", "through", "sources"],
      rows: rows)
  }

  public func writeMembers(to json: inout JSONWriter) {
    var numbering = SourceNumbering(graph)
    var reader = GapCellReader(query, in: graph)
    json.member("as_of", query.time.day?.description)
    json.member("in_force", query.time.isInForce)
    json.member("through", throughTypes)
    json.member("rows") { writeAxis(matrix.rows, matrix.rowCounts, to: &$0) }
    json.member("columns") { writeAxis(matrix.columns, matrix.columnCounts, to: &$0) }
    json.member("cells") { json in
      json.array { json in
        for cell in matrix.cells { write(cell, to: &json, &reader, &numbering) }
      }
    }
    json.member("gaps") { json in
      json.array { json in
        for gap in matrix.gaps {
          json.object { json in
            json.member("row", graph.key(of: gap.row))
            json.member("column", graph.key(of: gap.column))
          }
        }
      }
    }
    json.writeSources(numbering.sources)
  }

  private func writeAxis(_ nodes: [NodeID], _ counts: [Int], to json: inout JSONWriter) {
    json.array { json in
      for (node, count) in zip(nodes, counts) {
        json.object { json in
          json.writeIdentity(of: node, in: graph)
          json.member("count", count)
        }
      }
    }
  }

  private func write(
    _ cell: CoverageMatrix.Cell, to json: inout JSONWriter, _ reader: inout GapCellReader,
    _ numbering: inout SourceNumbering
  ) {
    let row = matrix.rows[cell.row]
    let column = matrix.columns[cell.column]
    json.beginObject()
    json.member("row", graph.key(of: row))
    json.member("column", graph.key(of: column))
    json.member("count", cell.count)
    for (name, nodes) in [("nodes", cell.nodes), ("of_unknown_start", cell.nodesOfUnknownStart)] {
      json.key(name)
      json.beginArray()
      for node in nodes {
        json.beginObject()
        json.writeIdentity(of: node, in: graph)
        let links = reader.readings(of: node, row: row, column: column)
        json.member("links", links.map(\.sentence))
        json.writeCitations(links.flatMap(\.citations).uniqued, &numbering, in: graph)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }

  /// A table of counts, with a dot for each gap.
  private func grid(of columns: Range<Int>, heading: (Int) -> String) -> AnswerBlock {
    let types = Set(matrix.rows.map { graph.typeName(of: $0) })
    let corner =
      types.count == 1
      ? types.map { DisplayLabel.title(ofType: $0, in: graph.description) }.joined() : ""
    return .table(
      AnswerTable(
        columns: [corner] + columns.map(heading),
        rows: matrix.rows.enumerated().map { row, node in
          [graph.displayName(of: node)]
            + columns.map { column in
              guard let cell = matrix.cell(row: row, column: column) else { return "." }
              return cell.count == 0 ? "?" : String(cell.count)
            }
        }))
  }

  /// "How many agreements, programmes and dialogues join each state to each policy area".
  var title: String {
    "How many \(throughNouns.enumerated) join \(noun(matrix.rows)) and \(noun(matrix.columns))"
      + dateText
  }

  var summary: String {
    let pairs = matrix.rows.count * matrix.columns.count
    switch matrix.gapCount {
    case 0: return "No gap: something joins each of the \(pairs) pairs."
    case pairs: return "Nothing joins any of the \(pairs) pairs."
    default:
      return "\(matrix.gapCount) of \(pairs) pairs are gaps, shown as dots: nothing joins the two."
    }
  }

  /// The gaps, rows that lack the same columns together.
  private var gapSentences: [String] {
    var missing: [Int: [NodeID]] = [:]
    var places: [NodeID: Int] = [:]
    for (place, row) in matrix.rows.enumerated() { places[row] = place }
    for gap in matrix.gaps {
      if let place = places[gap.row] { missing[place, default: []].append(gap.column) }
    }
    var order: [[NodeID]] = []
    var rows: [[NodeID]: [NodeID]] = [:]
    for (place, columns) in missing.sorted(by: { $0.key < $1.key }) {
      if rows[columns] == nil { order.append(columns) }
      rows[columns, default: []].append(matrix.rows[place])
    }
    return order.map { columns in
      let subjects = (rows[columns] ?? []).map { graph.displayName(of: $0) }.enumerated
      if columns.count == matrix.columns.count, columns.count > 1 {
        return "\(subjects): none of the \(columns.count) \(noun(columns))"
      }
      let names = columns.map { graph.displayName(of: $0) }
      let missing = Set(columns)
      let others = matrix.columns.filter { !missing.contains($0) }
      // Where few columns are left, they are told sooner than the many gaps.
      if columns.count > 3, others.count < columns.count {
        return "\(subjects): all but \(others.map { graph.displayName(of: $0) }.enumerated)"
      }
      return "\(subjects): \(names.enumerated)"
    }
  }

  private func identity(_ node: NodeID) -> [String] {
    [graph.key(of: node) ?? "", graph.displayName(of: node)]
  }

  private var throughTypes: [String] { query.middleTypes ?? graph.description.instrumentTypes }

  private var throughNouns: [String] {
    throughTypes.map {
      graph.description.types[$0]?.plural ?? "\(DisplayLabel.words(of: $0)) nodes"
    }
  }

  private func noun(_ nodes: [NodeID]) -> String {
    let nouns = nodes.map { graph.typeName(of: $0) }.uniqued.map { type in
      graph.description.types[type]?.plural ?? "\(DisplayLabel.words(of: type)) nodes"
    }
    return nouns.enumerated
  }

  private var dateText: String {
    guard let day = query.time.day else { return "" }
    return query.time.isInForce ? ", in force on \(day)" : " as of \(day)"
  }
}
