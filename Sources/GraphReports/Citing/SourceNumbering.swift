// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
public import GraphModel

/// Gives the sources of an answer their numbers, in the order in which the answer first cites them.
///
/// One numbering serves all parts of an answer, so that `[2]` means the same source in the text, in
/// the table, in the figure and in the list at the end. It can serve two versions of a graph, one
/// after the other: sources with one key are one source.
public struct SourceNumbering: Sendable {
  /// Whose citations are numbered.
  var graph: PropertyGraph
  private var order: [Source] = []
  private var positions: [String: Int] = [:]
  private var locators: [[String]] = []

  public init(_ graph: PropertyGraph) { self.graph = graph }

  /// The numbers of some citations, ascending, each once.
  public mutating func numbers(of citations: [Citation]) -> [Int] {
    var numbers: [Int] = []
    for citation in citations {
      let source = graph.source(citation.source)
      let position = positions[source.key] ?? order.count
      if position == order.count {
        positions[source.key] = position
        order.append(source)
        locators.append([])
      }
      numbers.append(position + 1)
      if let locator = citation.locator, !locators[position].contains(locator) {
        locators[position].append(locator)
      }
    }
    return numbers.uniqued.sorted()
  }

  /// Gives some citations their numbers before they are written.
  public mutating func number(_ citations: [Citation]) { _ = numbers(of: citations) }

  /// The sources numbered so far, in order.
  public var sources: [NumberedSource] {
    zip(order, locators).enumerated().map { position, entry in
      NumberedSource(number: position + 1, source: entry.0, locators: entry.1)
    }
  }
}

/// A source with the number that stands for it, and the places in it that were cited.
public struct NumberedSource: Sendable, Hashable {
  public let number: Int
  public let source: Source
  public let locators: [String]

  public init(number: Int, source: Source, locators: [String]) {
    self.number = number
    self.source = source
    self.locators = locators
  }

  /// The address, if it is one of the web; no other is printed as a link.
  public var url: String? {
    source.url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
  }

  /// As it stands in a list of sources: publisher, title, date, address, places.
  public var text: String { [textWithoutURL, url].compactMap { $0 }.joined(separator: " ") }

  /// As it stands under a figure.
  var inFigure: Figure.Source {
    Figure.Source(
      number: number, text: textWithoutURL, url: url, key: source.key, locators: locators)
  }

  public var textWithoutURL: String {
    var text = [source.publisher, source.title].compactMap { $0 }.joined(separator: ": ")
    if let published = source.published { text += ", \(published)" }
    if !locators.isEmpty { text += " (\(locators.joined(separator: "; ")))" }
    return text + "."
  }
}

extension [Int] {
  /// The marks of source numbers: `[1][3]`.
  var marks: String { map { "[\($0)]" }.joined() }
}
