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

  static func sentence(
    _ edge: Figure.Edge, from: Figure.Node?, to: Figure.Node?, wording: FigureWording
  ) -> String {
    func name(_ node: Figure.Node?) -> String { DisplayText.line(node?.label ?? "", limit: 80) }
    let verb = DisplayText.line(edge.verb, limit: 80)
    let arrow = edge.isDirected ? "→" : "–"
    var text = "\(name(from)) \(verb.isEmpty ? arrow : verb) \(name(to))"
    if edge.count > 1 { text += " ×\(edge.count)" }
    if let dates = edge.dates, !dates.isEmpty { text += ", \(DisplayText.line(dates, limit: 60))" }
    if edge.isEnded { text += " (\(wording.ended))" }
    if edge.isDisputed { text += " (\(wording.disputed))" }
    if !edge.sourceNumbers.isEmpty { text += " \(edge.sourceMarks)" }
    return text
  }
}
