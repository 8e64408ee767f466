// SPDX-License-Identifier: Apache-2.0

/// Says in words what a figure or chart shows, for readers who do not see it: its title, what there
/// is, and every link in reading order.
///
/// ```swift
/// let words = FigureDescription(figure)
/// let image = "![\(words.shortText)](figure.svg)\n\n\(words.markdown)"
/// ```
public struct FigureDescription: Sendable, Hashable {
  public let title: String
  /// The second line of the title and the day; nil where the figure has neither.
  public let subtitle: String?
  /// How many nodes and links there are, in one or two sentences.
  public let summary: String
  /// A sentence for each link, row or group, without full stops: from the origin of paths or the
  /// focus outwards, the better path first; else in the order of the figure.
  public let relationships: [String]
  /// The sources and notes under the figure.
  public let remarks: [String]
  private let andMore: String
  /// Relationships that there are beyond those listed.
  private let unlistedCount: Int

  /// Relations that ``text`` tells before it counts the rest.
  static let relationLimit = 40

  /// - Complexity: O(*e* log *e*) in nodes and edges.
  public init(_ figure: Figure) {
    self.init(figure, wording: FigureWording.of(figure.language))
  }

  /// - Parameter isForText: true leaves away what ``text`` does not tell: sources, notes, and
  ///   relationships beyond its limit.
  init(_ figure: Figure, wording: FigureWording, isForText: Bool = false) {
    var counts: [String: Int] = [:]
    for node in figure.nodes {
      counts[DisplayText.line(node.typeTitle, limit: 100), default: 0] += 1
    }
    let parts = counts.sorted { $0.key < $1.key }.prefix(20).map { "\($0.key) \($0.value)" }
    let nodes = Dictionary(
      figure.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let limit = isForText ? Self.relationLimit : Int.max
    var sentences: [String] = []
    var count = 0
    func add<Item>(_ items: [Item], _ sentence: (Item) -> String) {
      sentences += items.prefix(max(limit - count, 0)).map(sentence)
      count += items.count
    }
    add(Self.readingOrder(figure)) { place in
      let edge = figure.edges[place]
      return Self.sentence(
        edge, from: nodes[edge.from], to: nodes[edge.to], wording: wording)
    }
    let linked = Set(figure.edges.flatMap { [$0.from, $0.to] })
    add(figure.nodes.filter { !linked.contains($0.id) }) {
      "\(DisplayText.line($0.label, limit: 80)) (\(wording.unlinked))"
    }
    add(figure.nodes.filter { !$0.members.isEmpty }) { node in
      let members = node.members.prefix(200).map { DisplayText.line($0, limit: 80) }
      return "\(DisplayText.line(node.label, limit: 80)): \(members.joined(separator: ", "))"
    }
    add(figure.nodes.filter { !$0.details.isEmpty }) { node in
      "\(DisplayText.line(node.label, limit: 80)): \(Self.enumerated(node.details.prefix(200)))"
    }
    self.init(
      figure, wording: wording,
      summary: figure.nodes.isEmpty
        ? wording.nothing + "."
        : "\(wording.nodes): \(figure.nodes.count) (\(parts.joined(separator: ", "))). "
          + "\(wording.links): \(figure.edges.count)." + Self.changes(figure, wording),
      relationships: sentences, unlistedCount: count - sentences.count, hasRemarks: !isForText)
  }

  /// Which nodes changed, by what became of them; empty in a figure that compares nothing.
  private static func changes(_ figure: Figure, _ wording: FigureWording) -> String {
    var text = ""
    for change in Figure.Change.allCases {
      let names = figure.nodes.filter { $0.change == change }
        .map { DisplayText.line($0.label, limit: 80) }.sorted()
      guard !names.isEmpty else { continue }
      let words = wording.changes[change]
      let shown = Array(names.prefix(relationLimit)).joined(separator: ", ")
      let rest = names.count - relationLimit
      text += " \(words): \(shown)" + (rest > 0 ? ", \(wording.andMore): \(rest)" : "") + "."
    }
    return text
  }

  /// - Parameter frame: the figure whose title, sources and notes stand around a chart.
  init(
    _ frame: Figure, wording: FigureWording, summary: String, relationships: [String],
    unlistedCount: Int = 0, hasRemarks: Bool = true
  ) {
    let title = DisplayText.line(frame.title, limit: 300)
    self.title = title.isEmpty ? wording.nothing : title
    let day = frame.asOf.map { "\(wording.asOf) \(DisplayText.line($0, limit: 60))" }
    subtitle =
      [frame.subtitle.map { DisplayText.line($0, limit: 300) }, day]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ". ").nonEmpty
    self.summary = summary
    self.relationships = relationships
    self.unlistedCount = unlistedCount
    remarks =
      !hasRemarks
      ? []
      : frame.sources.map {
        "[\($0.number)] " + DisplayText.line($0.text, limit: 300)
          + ($0.url.flatMap { LinkAddress($0) }.map { " \($0.text)" } ?? "")
      } + frame.notes.map { DisplayText.line($0, limit: 600) }
    andMore = wording.andMore
  }

  /// Title and summary in one line: what stands in for the picture, as its `alt`.
  public var shortText: String {
    [title, subtitle, summary].compactMap { $0 }
      .map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }

  /// Summary and the first relationships in one line: what the figure's `desc` says.
  public var text: String {
    let told = Array(relationships.prefix(Self.relationLimit))
    var text = [summary, told.joined(separator: "; ")].filter { !$0.isEmpty }
      .joined(separator: " ")
    let rest = relationships.count + unlistedCount - told.count
    if rest > 0 { text += "; \(andMore): \(rest)" }
    return told.isEmpty ? text : text + "."
  }

  /// Everything as plain text, a line for each relationship and remark.
  public var plainText: String {
    var lines = [title] + [subtitle].compactMap { $0 }
    if !summary.isEmpty { lines += ["", summary] }
    if !relationships.isEmpty { lines += [""] + relationships.map { "- \($0)" } }
    if !remarks.isEmpty { lines += [""] + remarks }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Everything as Markdown; what the data say cannot become markup.
  public var markdown: String {
    var blocks = ["**\(Self.escaped(title))**"]
    if let subtitle { blocks.append(Self.escaped(subtitle)) }
    if !summary.isEmpty { blocks.append(Self.escaped(summary)) }
    if !relationships.isEmpty {
      blocks.append(relationships.map { "- \(Self.escaped($0))" }.joined(separator: "\n"))
    }
    if !remarks.isEmpty {
      blocks.append(remarks.map { "- \(Self.escaped($0))" }.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// Every mark that Markdown or HTML could read is written so that it is itself.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]<>()#!|&~^$".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  // MARK: Order

  /// The places of edges, those nearest to what was asked about first.
  private static func readingOrder(_ figure: Figure) -> [Int] {
    var starts = figure.nodes.filter { $0.emphasis == .origin }.map(\.id)
    if starts.isEmpty { starts = figure.nodes.filter { $0.emphasis == .focus }.map(\.id) }
    guard !starts.isEmpty else { return Array(figure.edges.indices) }
    var neighbours: [String: [String]] = [:]
    for edge in figure.edges {
      neighbours[edge.from, default: []].append(edge.to)
      neighbours[edge.to, default: []].append(edge.from)
    }
    var distance = Dictionary(starts.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
    var frontier = starts
    while !frontier.isEmpty {
      var next: [String] = []
      for node in frontier {
        for far in neighbours[node] ?? [] where distance[far] == nil {
          distance[far] = (distance[node] ?? 0) + 1
          next.append(far)
        }
      }
      frontier = next
    }
    let keys = figure.edges.indices.map { place in
      let edge = figure.edges[place]
      let near = min(distance[edge.from] ?? .max, distance[edge.to] ?? .max)
      return (rank: edge.pathRanks.min() ?? .max, near: near, place: place)
    }
    return keys.sorted { $0 < $1 }.map(\.place)
  }

  // MARK: Sentences

  /// The lines of a box in a row.
  private static func enumerated(_ details: some Sequence<String>) -> String {
    var text = ""
    for detail in details {
      let line = DisplayText.line(detail, limit: 80)
      if !text.isEmpty, line.hasPrefix(Figure.Node.continuation) {
        text += " " + line.dropFirst(Figure.Node.continuation.count)
      } else {
        text += (text.isEmpty ? "" : ", ") + line
      }
    }
    return text
  }

  static func sentence(
    _ edge: Figure.Edge, from: Figure.Node?, to: Figure.Node?, wording: FigureWording
  ) -> String {
    func name(_ node: Figure.Node?) -> String { DisplayText.line(node?.label ?? "", limit: 80) }
    let verb = DisplayText.line(edge.verb, limit: 80)
    let arrow = edge.isDirected ? "→" : "–"
    var text = "\(name(from)) \(verb.isEmpty ? arrow : verb) \(name(to))"
    if edge.count > 1 { text += " ×\(edge.count)" }
    if let dates = edge.dates, !dates.isEmpty { text += ", \(DisplayText.line(dates, limit: 60))" }
    if let change = edge.change, change != .ended { text += " (\(wording.changes[change]))" }
    if edge.isEnded { text += " (\(wording.ended))" }
    if edge.isDisputed { text += " (\(wording.disputed))" }
    if !edge.sourceNumbers.isEmpty { text += " \(edge.sourceMarks)" }
    if let ranks = edge.rankText { text += " (\(wording.path) \(ranks))" }
    return text
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
