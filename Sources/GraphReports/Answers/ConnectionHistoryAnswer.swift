// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphDrawing
public import GraphModel
public import SourceDiagnostics

/// Since when two nodes are connected: all periods of days on which a path held, and the path of
/// the first day of each.
public struct ConnectionHistoryAnswer: Answer {
  private let graph: PropertyGraph
  private let start: NodeID
  private let end: NodeID
  private let periods: [(interval: DateInterval, path: CitedPaths, steps: GraphPath)]

  public init(
    _ history: ConnectionHistory, from start: NodeID, to end: NodeID, in graph: PropertyGraph
  ) {
    self.graph = graph
    self.start = start
    self.end = end
    periods = history.periods.map {
      (
        $0.interval, CitedPaths($0.path, in: graph, asOf: $0.interval.start), $0.path
      )
    }
  }

  public var isEmpty: Bool { periods.isEmpty }
  public var schema: String { "entente.connection-history/1" }

  public var blocks: [AnswerBlock] {
    guard let first = periods.first else {
      return [.paragraph("\(name(start)) and \(name(end)) were never connected on any day.")]
    }
    var blocks: [AnswerBlock] = [.heading(title), .paragraph(summary)]
    if periods.count > 1 {
      blocks.append(
        .facts(
          periods.enumerated().map { position, period in
            AnswerFact("period \(position + 1)", [DateWording.words(for: period.interval)])
          }))
    }
    if let day = first.interval.start {
      blocks.append(.paragraph("The path of \(day):"))
    } else {
      blocks.append(.paragraph("The path of the first day:"))
    }
    return blocks + first.path.blocks
  }

  /// A row for each period, with the path of its first day.
  public var table: AnswerTable {
    AnswerTable(
      columns: ["period", "from", "until", "steps", "path", "sources"],
      rows: periods.enumerated().map { position, period in
        [
          String(position + 1), period.interval.start?.description ?? "",
          period.interval.end?.description ?? "", String(period.steps.hops),
          period.steps.nodes.map(name).joined(separator: " – "),
          period.path.sourceKeys.joined(separator: " "),
        ]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    var numbering = SourceNumbering(graph)
    for period in periods { period.path.number(&numbering) }
    json.key("from")
    json.writeNode(start, in: graph)
    json.key("to")
    json.writeNode(end, in: graph)
    json.member("periods") { json in
      json.array { json in
        for period in periods {
          json.object { json in
            json.member("interval") { $0.write(period.interval) }
            json.member("path") { period.path.writePath(to: &$0, &numbering) }
          }
        }
      }
    }
    json.writeSources(numbering.sources)
  }

  /// The path of the first day.
  public func figure() -> Figure? {
    periods.first?.path.figure(title: title)
  }

  private var title: String { "\(name(start)) and \(name(end))" }

  /// "Connected since 2004-05-01.", or how often.
  private var summary: String {
    guard let first = periods.first else { return "" }
    if periods.count == 1 {
      if start == end { return "The two are the same." }
      if first.interval.start == nil, first.interval.end == nil {
        return "Connected on every day: the path below has no dates, and what is not dated counts "
          + "as holding always."
      }
      var text = "Connected \(DateWording.words(for: first.interval))."
      if first.interval.start == nil {
        text += " No source states since when; what is not dated counts as holding always."
      }
      return text
    }
    return "Connected in \(periods.count) periods, with days between them on which no path held."
  }

  private func name(_ node: NodeID) -> String { graph.displayName(of: node) }
}
