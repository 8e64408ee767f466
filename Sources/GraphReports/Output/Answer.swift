// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// What a question got, ready to be written in any format.
///
/// An answer has three views of the same content: blocks for people (text, Markdown), a table for
/// spreadsheets, and a JSON document that is complete and stable.
public protocol Answer: Sendable {
  /// For text and Markdown.
  var blocks: [AnswerBlock] { get }

  /// For CSV, JSON lines and plain tables.
  var table: AnswerTable { get }

  /// The name and version of the JSON document, such as `entente.path/1`.
  var schema: String { get }

  /// Writes the members of the JSON document after `schema`.
  func writeMembers(to json: inout JSONWriter)

  /// Whether nothing was found.
  var isEmpty: Bool { get }
}

/// A piece of an answer, in plain words: whoever renders it escapes and wraps.
public enum AnswerBlock: Sendable, Hashable {
  case heading(String)
  case paragraph(String)

  /// One line that must not be broken where it can be helped, such as a path.
  case chain(String)

  /// Numbered sentences.
  case steps([String])

  /// Labels, each with its values.
  case facts([AnswerFact])
  case items([String])

  /// Lines under lines: each has a depth, from 0, at most one more than the line before.
  case tree([AnswerTreeLine])
  case table(AnswerTable)

  /// The sources that marks like `[1]` stand for.
  case sources([NumberedSource])

  /// An aside: a hint, what was left out.
  case note(String)
}

/// A label with one or more values; several values disagree or add up, as the label says.
public struct AnswerFact: Sendable, Hashable {
  public var label: String
  public var values: [String]

  public init(_ label: String, _ values: [String]) {
    self.label = label
    self.values = values
  }
}

/// A line of a tree.
public struct AnswerTreeLine: Sendable, Hashable {
  public var depth: Int
  public var text: String

  public init(depth: Int, _ text: String) {
    self.depth = depth
    self.text = text
  }
}

/// Rows of text under named columns.
public struct AnswerTable: Sendable, Hashable {
  public var columns: [String]
  public var rows: [[String]]

  public init(columns: [String], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }
}

/// The formats in which any answer can be written.
public enum AnswerFormat: String, Sendable, CaseIterable {
  case text, table, markdown, json, jsonl, csv
}
