// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// A piece of text that somebody wrote into a dataset, not typed yet, and where it stands.
///
/// The place is worked out only when asked for, since most texts have no fault.
public struct FactText: Sendable {
  public let text: String

  let source: SourceText
  let span: Range<Int>
  let cell: (column: Int, row: Int)?

  /// - Parameters:
  ///   - span: in UTF-8 offsets of the source.
  ///   - cell: the spreadsheet cell, column from 0 and row from 1, when the source is a table.
  public init(
    _ text: String, in source: SourceText, span: Range<Int>, cell: (column: Int, row: Int)? = nil
  ) {
    self.text = text
    self.source = source
    self.span = span
    self.cell = cell
  }

  /// Complexity: logarithmic in the lines of the source.
  public var location: SourceLocation {
    var location = source.location(of: span)
    location.cell = cell.map { CSVCell.name(column: $0.column, row: $0.row) }
    return location
  }

  /// Another text at the same place: a part of a cell, which has no place of its own.
  public func replaced(by text: String) -> FactText {
    FactText(text, in: source, span: span, cell: cell)
  }

  /// The items of a cell that holds a list, separated by `|`, without the spaces around them.
  ///
  /// `\|` is a bar that separates nothing and `\\` a backslash; other backslashes are themselves.
  /// Items that are empty are left out.
  public var items: [FactText] {
    CSVList.items(of: text).map { replaced(by: $0) }
  }
}
