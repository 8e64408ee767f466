// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Something that is wrong with a row or a cell, before it has a place that people can read.
struct ImportFault: Sendable {
  enum Kind: Sendable {
    case ragged(cells: Int, expected: Int)
    case quotes(ImportCell.Fault)
    case encoding(TextEncodingFault.Kind)
    case cellTooLarge
    case tooManyCells
    case noText(column: String)
    case unknownNode(String)
    case duplicateNode(String, first: RowPlace)
    case duplicateEdge(String, first: RowPlace)
    case badValue(ValueParsingProblem)
    case misfit(ValueParsingProblem, column: String, type: PropertyType)
    case nameless
    case endlessRow
    case refused(GraphBuildingError)
    case forbidden(GraphViolation.Kind, related: RowPlace?)
  }

  var kind: Kind
  var place: RowPlace

  /// From 0; nil when the row as a whole is at fault.
  var column: Int?
}

/// A row by its position, which is turned into a line when it is reported.
struct RowPlace: Sendable, Hashable, Comparable {
  /// The number of the block among all that were read.
  var block: Int

  /// The position among the rows of the block that say something.
  var row: Int

  static func < (left: RowPlace, right: RowPlace) -> Bool {
    (left.block, left.row) < (right.block, right.row)
  }
}
