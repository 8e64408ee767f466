// SPDX-License-Identifier: Apache-2.0

public import GraphDrawing
public import GraphModel

/// Takes an answer that numbers its sources from 1 into a document that numbers them throughout.
///
/// Marks such as `[2]` in the words of the answer are read as numbers of its sources; numbers that
/// it gives to no source stay as they are.
///
/// ```swift
/// let renumbering = SourceRenumbering(of: answer.blocks, into: &numbering, in: graph)
/// let blocks = renumbering.blocks(answer.blocks)
/// ```
public struct SourceRenumbering: Sendable {
  /// What the answer cites, in the order of its own numbers.
  public let citations: [Citation]

  /// The number in the document by the number in the answer.
  private let numbers: [Int: Int]

  /// - Parameter blocks: with the lists of sources that the answer ends with.
  public init(
    of blocks: [AnswerBlock], into numbering: inout SourceNumbering, in graph: PropertyGraph
  ) {
    let sources = blocks.flatMap { block -> [NumberedSource] in
      if case .sources(let sources) = block { return sources }
      return []
    }
    self.init(sources, into: &numbering, in: graph)
  }

  /// - Parameter sources: what the answer's own numbers stand for.
  public init(
    _ sources: [NumberedSource], into numbering: inout SourceNumbering, in graph: PropertyGraph
  ) {
    self.init(
      cited: sources.map { ($0.number, $0.source.key, $0.locators) }, into: &numbering, in: graph)
  }

  /// - Parameter figure: with the keys of its sources; those without one keep their numbers.
  public init(
    of figure: Figure, into numbering: inout SourceNumbering, in graph: PropertyGraph
  ) {
    self.init(
      cited: figure.sources.compactMap { source in
        source.key.map { (source.number, $0, source.locators) }
      }, into: &numbering, in: graph)
  }

  private init(
    cited: [(number: Int, key: String, locators: [String])],
    into numbering: inout SourceNumbering, in graph: PropertyGraph
  ) {
    var citations: [Citation] = []
    var numbers: [Int: Int] = [:]
    for source in cited.sorted(by: { $0.number < $1.number }) {
      guard let position = graph.sources.firstIndex(where: { $0.key == source.key }) else {
        continue
      }
      let id = SourceID(rawValue: UInt32(position))
      let own =
        source.locators.isEmpty
        ? [Citation(source: id)] : source.locators.map { Citation(source: id, locator: $0) }
      numbers[source.number] = numbering.numbers(of: own).first
      citations += own
    }
    self.citations = citations
    self.numbers = numbers
  }

  /// The words with the numbers of the document, without lists of sources.
  public func blocks(_ blocks: [AnswerBlock]) -> [AnswerBlock] {
    blocks.compactMap { block in
      if case .sources = block { return nil }
      return block.mapped(text)
    }
  }

  /// The table with the numbers of the document.
  public func table(_ table: AnswerTable) -> AnswerTable {
    table.mapped(text)
  }

  /// The figure with the numbers of the document, its sources in the order of them.
  public func figure(_ figure: Figure) -> Figure {
    var figure = figure
    for position in figure.edges.indices {
      figure.edges[position].sourceNumbers = figure.edges[position].sourceNumbers
        .map(number).sorted()
    }
    for position in figure.sources.indices {
      figure.sources[position].number = number(figure.sources[position].number)
    }
    figure.sources.sort { $0.number < $1.number }
    return figure
  }

  /// The timeline with the numbers of the document.
  public func timeline(_ chart: TimelineChart) -> TimelineChart {
    var chart = chart
    chart.frame = figure(chart.frame)
    for position in chart.rows.indices {
      chart.rows[position].sourceNumbers = chart.rows[position].sourceNumbers.map(number).sorted()
    }
    return chart
  }

  private func number(_ own: Int) -> Int { numbers[own] ?? own }

  /// The text with the marks in each run of them in ascending order, as answers have them.
  func text(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var result = ""
    var run: [Int] = []
    var rest = text[...]
    while let first = rest.first {
      let digits = first == "[" ? rest.dropFirst().prefix { ("0"..."9").contains($0) } : ""
      if first == "[", digits.count <= 6, let own = Int(digits), let number = numbers[own],
        digits.endIndex < rest.endIndex, rest[digits.endIndex] == "]"
      {
        run.append(number)
        rest = rest[rest.index(after: digits.endIndex)...]
      } else {
        result += run.sorted().marks
        run = []
        result.append(rest.removeFirst())
      }
    }
    return result + run.sorted().marks
  }
}
