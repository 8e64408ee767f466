// SPDX-License-Identifier: Apache-2.0

/// Says in words what a figure shows, for readers who do not see it.
struct FigureDescription {
  private let figure: Figure
  private let wording: FigureWording

  /// Relations told before the rest is counted.
  static let relationLimit = 40

  init(_ figure: Figure, wording: FigureWording) {
    self.figure = figure
    self.wording = wording
  }

  /// Counts by type, then one sentence for each link.
  var text: String {
    guard !figure.nodes.isEmpty else { return wording.nothing + "." }
    var counts: [String: Int] = [:]
    for node in figure.nodes {
      counts[DisplayText.line(node.typeTitle, limit: 100), default: 0] += 1
    }
    let parts = counts.sorted { $0.key < $1.key }.prefix(20).map { "\($0.key) \($0.value)" }
    var text = "\(wording.nodes): \(figure.nodes.count) (\(parts.joined(separator: ", "))). "
    text += "\(wording.links): \(figure.edges.count)."
    text += changes
    let nodes = Dictionary(
      figure.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sentences = figure.edges.prefix(FigureDescription.relationLimit).map { edge in
      FigureDescription.sentence(
        edge, from: nodes[edge.from], to: nodes[edge.to], wording: wording)
    }
    if !sentences.isEmpty { text += " " + sentences.joined(separator: "; ") }
    let rest = figure.edges.count - sentences.count
    if rest > 0 { text += "; \(wording.andMore): \(rest)" }
    return sentences.isEmpty ? text : text + "."
  }

  /// Which nodes changed, by what became of them; empty in a figure that compares nothing.
  private var changes: String {
    var text = ""
    for change in Figure.Change.allCases {
      let names = figure.nodes.filter { $0.change == change }
        .map { DisplayText.line($0.label, limit: 80) }.sorted()
      guard !names.isEmpty, let words = wording.changes[change] else { continue }
      let shown = names.prefix(Self.relationLimit).joined(separator: ", ")
      let rest = names.count - Self.relationLimit
      text += " \(words): \(shown)" + (rest > 0 ? ", \(wording.andMore): \(rest)" : "") + "."
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
    if let change = edge.change, change != .ended, let words = wording.changes[change] {
      text += " (\(words))"
    }
    if edge.isEnded { text += " (\(wording.ended))" }
    if edge.isDisputed { text += " (\(wording.disputed))" }
    if !edge.sourceNumbers.isEmpty { text += " \(edge.sourceMarks)" }
    return text
  }
}
