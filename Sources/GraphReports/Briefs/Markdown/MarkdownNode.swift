// SPDX-License-Identifier: Apache-2.0

/// A part of a Markdown text, with what stands in it.
public struct MarkdownNode: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case document
    case paragraph
    /// A level from 1 to 6.
    case heading(Int)
    case blockQuotation
    /// - Parameter start: the first number; nil for a list without numbers.
    case list(start: Int?, isTight: Bool)
    /// - Parameter isChecked: nil where the item is not a task.
    case item(isChecked: Bool?)
    /// - Parameter info: what stands behind the fence; empty for an indented block.
    case codeBlock(info: String, text: String, isFenced: Bool)
    case rule
    case table([Alignment])
    case row(isHeader: Bool)
    case cell
    /// The text of a footnote, by its number.
    case footnote(Int)
    /// A block of HTML as written.
    case markupBlock(String)

    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    /// HTML within a line as written.
    case markup(String)
    case emphasis
    case strong
    case strikethrough
    case link(address: String, title: String)
    case picture(address: String, title: String)
    case footnoteReference(Int)

    /// A block of a brief, by its place in ``Brief/blocks``.
    case block(Int)
    /// Inline code of a brief that asks something, by its place in ``Brief/quotations``.
    case quotation(Int)
    /// A label of a brief that the text refers to: `@fig-states`.
    case reference(String)
  }

  /// How the cells of a column stand.
  public enum Alignment: Sendable, Hashable {
    case none, left, centre, right
  }

  public var kind: Kind
  public var children: [MarkdownNode]

  /// The first and the last line of the source that it stands in, from 1.
  public var lines: ClosedRange<Int>

  /// The column of its first byte in the source, from 1, in bytes.
  public var column: Int

  public init(
    _ kind: Kind, _ children: [MarkdownNode] = [], lines: ClosedRange<Int>, column: Int = 1
  ) {
    self.kind = kind
    self.children = children
    self.lines = lines
    self.column = column
  }

  /// The words in it without marks, as in a list of contents.
  ///
  /// Complexity: linear in its size.
  public var plainText: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .reference(let label): "@" + label
    case .footnoteReference, .markup, .markupBlock: ""
    default: children.map(\.plainText).joined()
    }
  }
}
