// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Answers the questions of a brief.
///
/// It understands the words of a command, asks the graph, and gives back what is to be shown. It
/// must not open files or run programs that a block names.
public protocol BriefResolver: Sendable {
  /// The graph whose sources the answers cite.
  var graph: PropertyGraph { get }

  /// The answer to a block.
  ///
  /// - Parameters:
  ///   - frontMatter: what holds where the block says nothing else: date, style, language.
  ///   - numbering: the numbers of the sources cited so far in the brief. What the answer cites
  ///     joins it, and the marks in figures, tables and texts are its numbers.
  func answer(
    to block: BriefBlock, in frontMatter: BriefFrontMatter, numbering: inout SourceNumbering
  ) throws(BriefFault) -> BriefAnswer

  /// The answer to inline code, in words; marks of sources are added from the citations.
  func answer(
    to quotation: BriefQuotation, in frontMatter: BriefFrontMatter,
    numbering: inout SourceNumbering
  ) throws(BriefFault) -> BriefQuotationAnswer
}
