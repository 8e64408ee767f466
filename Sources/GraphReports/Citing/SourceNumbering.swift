// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Gives the sources of an answer their numbers, in the order in which the answer first cites them.
///
/// One numbering serves all parts of an answer, so that `[2]` means the same source in the text, in
/// the table, in the figure and in the list at the end.
public struct SourceNumbering: Sendable {
  private let graph: PropertyGraph
  private var order: [SourceID] = []
  private var locators: [SourceID: [String]] = [:]

  public init(_ graph: PropertyGraph) { self.graph = graph }

  /// The numbers of some citations, ascending, each once.
  public mutating func numbers(of citations: [Citation]) -> [Int] {
    var numbers: [Int] = []
    for citation in citations {
      let position =
        order.firstIndex(of: citation.source)
        ?? {
          order.append(citation.source)
          return order.count - 1
        }()
      numbers.append(position + 1)
      if let locator = citation.locator, !locators[citation.source, default: []].contains(locator) {
        locators[citation.source, default: []].append(locator)
      }
    }
    return numbers.uniqued.sorted()
  }

  /// Gives some citations their numbers before they are written.
  public mutating func number(_ citations: [Citation]) { _ = numbers(of: citations) }

  /// The sources numbered so far, in order.
  public var sources: [NumberedSource] {
    order.enumerated().map { position, id in
      NumberedSource(
        number: position + 1, source: graph.source(id), locators: locators[id] ?? [])
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
