// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics

extension ImportFault {
  /// The finding as people read it.
  ///
  /// - Parameters:
  ///   - row: the spreadsheet row, for wordings that name it.
  ///   - nearest: gives the name that is most like another, if it is asked for cheaply.
  func diagnostic(
    at location: SourceLocation, row: Int, first: SourceLocation?, limits: ImportLimits,
    nearest: (String) -> String?
  ) -> Diagnostic {
    let notes = first.map { [Diagnostic.Note("the first is here", at: $0)] } ?? []
    switch kind {
    case .ragged(let cells, let expected):
      return CSVFinding.raggedRow(row: row, cells: cells, expected: expected)
        .diagnostic(at: location)
    case .quotes(let fault): return ImportMessages.quotes(fault).diagnostic(at: location)
    case .encoding(let kind): return CSVFinding.encoding(kind).diagnostic(at: location)
    case .cellTooLarge:
      return CSVFinding.cellTooLarge(limit: limits.cellBytes).diagnostic(at: location)
    case .tooManyCells:
      return CSVFinding.tooManyColumns(limit: limits.columns).diagnostic(at: location)
    case .endlessRow:
      return ImportMessages.endlessRow(limit: limits.rowBytes).diagnostic(at: location)
    case .noText(let column):
      let table = column == "id" ? "nodes" : "edges"
      return CSVFinding.emptyCell(column: column, table: table).diagnostic(at: location)
    case .nameless:
      let column = String((location.cell ?? "").prefix { !$0.isNumber })
      return CSVFinding.namelessColumn(column: column).diagnostic(at: location)
    case .unknownNode(let key):
      return DatasetMessages.unknownNode(key, nearest: nearest(key), name: nil)
        .diagnostic(at: location)
    case .duplicateNode(let key, _):
      return ImportMessages.duplicateNode(key).diagnostic(at: location, notes: notes)
    case .duplicateEdge(let identifier, _):
      return ImportMessages.duplicateEdge(identifier).diagnostic(at: location, notes: notes)
    case .badValue(let problem):
      return DatasetMessages.badValue(problem).diagnostic(at: location)
    case .misfit(let problem, let column, let type):
      return ImportMessages.misfit(problem, column: column, type: type).diagnostic(at: location)
    case .refused(let error):
      return DatasetMessages.notBuilt(error).diagnostic(at: location)
    case .forbidden(let kind, _):
      return Self.finding(kind).diagnostic(at: location, notes: notes)
    }
  }

  /// Where the row stands that this one repeats.
  var first: RowPlace? {
    switch kind {
    case .duplicateNode(_, let first), .duplicateEdge(_, let first): first
    case .forbidden(_, let related): related
    default: nil
    }
  }

  /// What the graph type forbids, in the words that datasets use.
  private static func finding(_ kind: GraphViolation.Kind) -> Finding {
    switch kind {
    case .unknownNodeType(let name):
      DatasetMessages.unknownNodeType(name, known: [], help: nil)
    case .abstractNodeType(let name): DatasetMessages.abstractNodeType(name, concrete: [])
    case .unknownProperty(let name, let type):
      DatasetMessages.unknownProperty(name, of: type, help: nil)
    case .missingProperty(let name, let type): DatasetMessages.missingProperty(name, of: type)
    case .wrongType(let property, let expected, let value):
      DatasetMessages.wrongType(property, expected: expected.name, value: value)
    case .patternMismatch(let property, let value, let pattern):
      DatasetMessages.patternMismatch(value, property: property, pattern: pattern, example: nil)
    case .notInEnumeration(let property, let value, let allowed):
      DatasetMessages.notInEnumeration(value, property: property, allowed: allowed, help: nil)
    case .duplicateValue(let property, let value):
      DatasetMessages.duplicateValue(value, property: property)
    case .duplicateKey(let properties, let values, let type):
      DatasetMessages.duplicateTypeKey(properties, values: values, of: type)
    case .unknownEdgeType(let name): DatasetMessages.unknownEdgeType(name, help: nil)
    case .wrongEnds(let type, let from, let to, let allowed):
      DatasetMessages.wrongEnds(type, from: from, to: to, allowed: allowed)
    case .tooFewEdges(let type, let isOutgoing, let count, let allowed):
      DatasetMessages.edgeCount(
        type, isOutgoing: isOutgoing, count: count, allowed: allowed.description, isFew: true)
    case .tooManyEdges(let type, let isOutgoing, let count, let allowed):
      DatasetMessages.edgeCount(
        type, isOutgoing: isOutgoing, count: count, allowed: allowed.description, isFew: false)
    case .endsBeforeItStarts(let since, let until):
      DatasetMessages.endsBeforeItStarts(since: since, until: until)
    }
  }
}
