// SPDX-License-Identifier: Apache-2.0

public import GraphDrawing
public import GraphModel
public import SourceDiagnostics

/// What a block gets: what is shown, part by part, in the order of ``BriefBlock/show``.
public struct BriefAnswer: Sendable {
  /// What is shown for one word of ``BriefBlock/show``.
  public enum Part: Sendable {
    case figure(BriefFigure)
    case table(AnswerTable)

    /// A path, a list or anything else in words. A list of sources in it is left out: the brief has
    /// one at its end.
    case text([AnswerBlock])
  }

  public var parts: [Part]

  /// The sources that the answer cites, in the order of first citation.
  public var citations: [Citation]

  /// What an answer without alternative text and caption is called: "BOMCA and its surroundings".
  public var title: String?

  public init(parts: [Part], citations: [Citation] = [], title: String? = nil) {
    self.parts = parts
    self.citations = citations
    self.title = title
  }
}

/// A figure of a brief.
public struct BriefFigure: Sendable {
  /// A whole `<svg>` element, as ``SVGWriter`` writes it.
  public var svg: String

  /// What it shows, in sentences, for those who do not see it.
  public var alternative: String

  /// What was drawn, where it is known: for formats that draw it anew.
  public var figure: Figure?

  /// What the figure does not show, and what was drawn otherwise than asked, to stand under it.
  public var notes: [String] = []

  /// What it says, a sentence for each row or link: all that is known of a chart.
  public var words: [String]

  public init(svg: String, alternative: String, figure: Figure? = nil, words: [String] = []) {
    self.svg = svg
    self.alternative = alternative
    self.figure = figure
    self.words = words
  }
}

/// What inline code gets.
public struct BriefQuotationAnswer: Sendable {
  /// A sentence, a number or a date, in plain words.
  public var text: String
  public var citations: [Citation]

  public init(_ text: String, citations: [Citation] = []) {
    self.text = text
    self.citations = citations
  }
}

/// Why a question of a brief has no answer.
public struct BriefFault: Error, Sendable, Hashable {
  /// One sentence without a final period, such as "unknown node 'bomka'".
  public var message: String

  /// What would mend it, such as "did you mean 'bomca'?".
  public var help: String?

  /// The word that is at fault; nil when it is the block as a whole.
  public var place: SourceLocation?

  public init(_ message: String, help: String? = nil, at place: SourceLocation? = nil) {
    self.message = message
    self.help = help
    self.place = place
  }
}
