// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// A question that a brief asks of the graph, and how the answer is to be shown.
///
/// In the text of the brief it is a fenced code block whose info string is `entente`; its body is
/// a command of the program without the program's name.
///
/// ````markdown
/// ```entente
/// #| label: fig-bomca
/// #| caption: BOMCA and the states it covers
/// neighbours bomca --depth 1
/// ```
/// ````
///
/// Nothing in a block is executed: the words of the command are text until a ``BriefResolver``
/// understands them.
public struct BriefBlock: Sendable, Hashable {
  /// A way to show an answer.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case figure, table, path, list, matrix, timeline, sources

    /// Whether it is a picture, which has a number as a figure.
    public var isFigure: Bool {
      switch self {
      case .figure, .matrix, .timeline: true
      case .table, .path, .list, .sources: false
      }
    }
  }

  /// What the block is called, as written: `fig-bomca`, `tbl-states`, `bomca`.
  public var label: String?
  public var caption: String?

  /// What a figure shows, for those who do not see it.
  public var alternative: String?

  /// The width of a figure on the page.
  public var width: BriefLength?

  /// The date that the answer is about; the last day of it counts.
  public var asOf: PartialDate?

  /// The style sheet of the figure, as written: a name or a path, which nobody has opened.
  public var style: String?

  /// In the order in which they stand on the page, each once; never empty.
  public var show: [Part]

  /// The words of the command, without the program's name; never empty.
  public var words: [BriefWord]

  /// Where the block begins.
  public var place: SourceLocation

  public init(
    words: [BriefWord], show: [Part] = [.figure], label: String? = nil, caption: String? = nil,
    alternative: String? = nil, width: BriefLength? = nil, asOf: PartialDate? = nil,
    style: String? = nil, place: SourceLocation
  ) {
    self.words = words
    self.show = show
    self.label = label
    self.caption = caption
    self.alternative = alternative
    self.width = width
    self.asOf = asOf
    self.style = style
    self.place = place
  }

  /// The words of the command as text.
  public var command: [String] { words.map(\.text) }

  /// What the block is called without `fig-`, `tbl-` or `:` in their place.
  public var stem: String? { label.map { BriefLabel($0).stem } }

  /// Whether the block shows a picture.
  public var showsFigure: Bool { show.contains(where: \.isFigure) }

  /// Whether the block shows a table with a number of its own.
  public var showsTable: Bool { show.contains(.table) }
}

/// A word of a command in a brief, without its quotes.
public struct BriefWord: Sendable, Hashable {
  public var text: String

  /// Where it stands, quotes included.
  public var place: SourceLocation

  public init(_ text: String, at place: SourceLocation) {
    self.text = text
    self.place = place
  }
}
