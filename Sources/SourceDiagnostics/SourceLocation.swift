// SPDX-License-Identifier: Apache-2.0

/// A place in a text, complete enough to be printed without the text.
public struct SourceLocation: Sendable, Hashable {
  public var file: String

  /// From 1; 0 when the place is the file as a whole.
  public var line: Int

  /// From 1, in Unicode scalars; 0 when the place is the line as a whole.
  public var column: Int

  /// In Unicode scalars, at least 1.
  public var length: Int

  /// The line, or the part of a long line that surrounds the place; nil for a whole file.
  public var excerpt: String?

  /// The column of the excerpt's first scalar.
  public var excerptColumn: Int

  /// Whether the line goes on after the excerpt.
  public var isExcerptCutShort: Bool

  /// The spreadsheet cell, such as `H5`, when the file is a table.
  public var cell: String?

  public init(
    file: String, line: Int, column: Int, length: Int = 1, excerpt: String? = nil,
    excerptColumn: Int = 1, isExcerptCutShort: Bool = false, cell: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
    self.isExcerptCutShort = isExcerptCutShort
    self.cell = cell
  }

  /// A file as a whole.
  public init(file: String) {
    self.init(file: file, line: 0, column: 0)
  }
}

extension SourceLocation: Comparable {
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// As people and editors write it: `facts.yaml:36:14`, `edges.csv:5:20 (H5)`, `graph.yaml`.
  public var description: String {
    var text = file
    if line > 0 { text += ":\(line)" }
    if line > 0, column > 0 { text += ":\(column)" }
    if let cell { text += " (\(cell))" }
    return text
  }
}
