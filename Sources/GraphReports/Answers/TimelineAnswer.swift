// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// What held when: the days of some nodes, their dated properties and their dated edges, in the
/// order in which they began.
public struct TimelineAnswer: Answer {
  let graph: PropertyGraph
  let nodes: [NodeID]
  let asOf: CalendarDate?
  let entries: [TimelineEntry]
  private let undatedCount: Int

  /// - Parameters:
  ///   - nodes: a node named twice counts once, an edge between two of them too.
  ///   - asOf: when given, only what held on that day, and what had happened by then.
  public init(of nodes: [NodeID], in graph: PropertyGraph, asOf: CalendarDate? = nil) {
    self.graph = graph
    self.nodes = nodes.uniqued
    self.asOf = asOf
    var entries: [TimelineEntry] = []
    var dated: Set<EdgeID> = []
    var undated: Set<EdgeID> = []
    for node in self.nodes {
      let found = TimelineEntry.entries(of: node, in: graph)
      for entry in found.entries {
        if case .edge(let reading) = entry.kind, !dated.insert(reading.edge).inserted { continue }
        if let asOf, !entry.holds(on: asOf) { continue }
        entries.append(entry)
      }
      undated.formUnion(found.undated)
    }
    undatedCount = undated.subtracting(dated).count
    // Stable: equal entries stay in the order of the data.
    self.entries = entries.enumerated().sorted { left, right in
      if TimelineEntry.isBefore(left.element, right.element) { return true }
      if TimelineEntry.isBefore(right.element, left.element) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }

  public var isEmpty: Bool { entries.isEmpty }
  public var schema: String { "entente.timeline/1" }

  public var blocks: [AnswerBlock] {
    let names = nodes.map { graph.displayName(of: $0) }.enumerated
    guard !isEmpty else {
      let dates = asOf.map { "Nothing dated held on \($0)" } ?? "Nothing dated is known"
      return [.paragraph("\(dates) about \(names).")] + undatedNote
    }
    var numbering = SourceNumbering(graph)
    let rows = entries.map { entry in
      let marks = numbering.numbers(of: entry.citations).marks
      return [
        entry.dates + (entry.areDatesOfEnds ? " *" : ""),
        entry.text(in: graph, namesNode: nodes.count > 1),
        marks.isEmpty ? "no source" : marks,
      ]
    }
    var blocks: [AnswerBlock] = [
      .heading(names + (asOf.map { " on \($0)" } ?? "")),
      .table(AnswerTable(columns: ["When", "What", "Sources"], rows: rows)),
    ]
    if entries.contains(where: \.areDatesOfEnds) {
      blocks.append(.note("* The link states no dates; these are those of what it joins."))
    }
    if entries.contains(where: \.isDisputed) {
      blocks.append(.note("Sources disagree where several values stand; all are shown."))
    }
    return blocks + undatedNote + [.sources(numbering.sources)]
  }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["start", "end", "what", "kind", "dates of", "node", "sources"],
      rows: entries.map { entry in
        [
          entry.start ?? "", entry.end ?? "", entry.text(in: graph), kind(entry).name,
          kind(entry).dated, graph.key(of: entry.node) ?? graph.displayName(of: entry.node),
          entry.citations.map { graph.source($0.source).key }.uniqued.joined(separator: " "),
        ]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    var numbering = SourceNumbering(graph)
    for entry in entries { numbering.number(entry.citations) }
    json.member("as_of", asOf?.description)
    json.member("nodes") { json in
      json.array { json in
        for node in nodes { json.writeNode(node, in: graph) }
      }
    }
    json.member("entries") { json in
      json.array { json in
        for entry in entries { write(entry, to: &json, &numbering) }
      }
    }
    json.member("undated_edges", undatedCount)
    json.writeSources(numbering.sources)
  }

  private func write(
    _ entry: TimelineEntry, to json: inout JSONWriter, _ numbering: inout SourceNumbering
  ) {
    json.object { json in
      json.member("start", entry.start)
      json.member("end", entry.end)
      json.member("days") { json in
        json.write(DateInterval(start: entry.firstDay, end: entry.lastDay))
      }
      json.member("what", entry.text(in: graph))
      json.member("kind", kind(entry).name)
      json.member("dates_of", kind(entry).dated)
      json.key("node")
      json.writeNode(entry.node, in: graph)
      if case .property(let name) = entry.kind { json.member("property", name) }
      if case .edge(let reading) = entry.kind {
        json.member("edge") { $0.write(reading, &numbering, in: graph) }
      }
      json.member("disputed", entry.isDisputed)
      json.writeCitations(entry.citations, &numbering, in: graph)
    }
  }

  private func kind(_ entry: TimelineEntry) -> (name: String, dated: String) {
    switch entry.kind {
    case .node: ("node", "node")
    case .property: ("property", "property")
    case .edge: ("edge", entry.areDatesOfEnds ? "ends" : "edge")
    }
  }

  private var undatedNote: [AnswerBlock] { undatedText.map { [.note($0)] } ?? [] }

  var undatedText: String? {
    switch undatedCount {
    case 0: nil
    case 1: "1 more link states no dates, nor does what it leads to."
    default: "\(undatedCount) more links state no dates, nor does what they lead to."
    }
  }
}
