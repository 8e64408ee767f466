// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// What a brief says about itself before its text, between two lines of `---`.
public struct BriefFrontMatter: Sendable, Hashable {
  public var title: String?
  public var subtitle: String?
  public var authors: [String] = []

  /// The date of the brief, in the author's words.
  public var date: String?

  /// The dataset that the brief asks, as written: a text, which nobody has opened.
  public var graph: String?

  /// The date that answers are about where a block says nothing else.
  public var asOf: PartialDate?

  /// The style sheet of figures where a block says nothing else, as written.
  public var style: String?

  /// A BCP 47 tag, such as `en` or `fr-BE`.
  public var language: String?

  /// The bibliographies of the document, as written.
  public var bibliography: [String] = []

  public init() {}
}
