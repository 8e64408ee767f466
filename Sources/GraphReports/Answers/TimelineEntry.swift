// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// A dated thing that the graph says about a node: that it exists, a dated property, or an edge.
struct TimelineEntry: Sendable {
  enum Kind: Sendable {
    case node
    case property(name: String)
    case edge(EdgeReading)
  }

  let node: NodeID
  let kind: Kind

  /// As the data write them; several values where sources disagree.
  let start: String?
  let end: String?

  /// Whether the dates are those of an edge's ends and not its own.
  let areDatesOfEnds: Bool
  let firstDay: CalendarDate?
  let lastDay: CalendarDate?
  let citations: [Citation]
  let isDisputed: Bool

  /// What a source adds to its value.
  var note: String?

  /// Whether the thing held on a day; what happened on one holds from then on.
  func holds(on day: CalendarDate) -> Bool {
    if let firstDay, day < firstDay { return false }
    if case .property = kind { return true }
    if let lastDay, lastDay < day { return false }
    return true
  }

  /// What the entry says, without dates and sources.
  /// - Parameter namesNode: whether a property says whose it is.
  func text(in graph: PropertyGraph, namesNode: Bool = true) -> String {
    switch kind {
    case .node:
      let type = DisplayLabel.title(ofType: graph.typeName(of: node), in: graph.description)
      return "\(graph.displayName(of: node)) (\(type.lowercased()))"
    case .property(let name):
      let words = DisplayLabel.words(of: name)
      let text = namesNode ? "\(graph.displayName(of: node)): \(words)" : words.capitalisedFirst
      return note.map { "\(text) – \($0)" } ?? text
    case .edge(let reading):
      var text = reading.sentence
      if !reading.qualifiers.isEmpty { text += " (\(reading.qualifiers.joined(separator: "; ")))" }
      return text
    }
  }

  /// The dates in words.
  var dates: String {
    if case .property = kind { return start ?? "" }
    return DateWording.span(since: start, until: end) ?? ""
  }

  private var rank: Int {
    switch kind {
    case .node: 0
    case .property: 1
    case .edge: 2
    }
  }

  /// By first day, what has no start first; then by last day, what has no end last; then nodes
  /// before properties before edges.
  static func isBefore(_ left: TimelineEntry, _ right: TimelineEntry) -> Bool {
    if left.firstDay != right.firstDay {
      guard let first = left.firstDay else { return true }
      guard let second = right.firstDay else { return false }
      return first < second
    }
    if left.rank != right.rank { return left.rank < right.rank }
    if left.lastDay != right.lastDay {
      guard let first = left.lastDay else { return false }
      guard let second = right.lastDay else { return true }
      return first < second
    }
    return false
  }
}

extension TimelineEntry {
  /// Everything dated about a node, in the order of the data, and the number of edges without dates.
  static func entries(
    of node: NodeID, in graph: PropertyGraph
  ) -> (entries: [TimelineEntry], undated: [EdgeID]) {
    var entries: [TimelineEntry] = []
    let claims = graph.claims(on: node)
    if let own = own(node, claims, in: graph) { entries.append(own) }
    entries += properties(of: node, claims, in: graph)
    var undated: [EdgeID] = []
    for direction in [EdgeDirection.outgoing, .incoming] {
      graph.forEachEdge(at: node, direction: direction) { edge, far in
        // A loop is met in both directions.
        if direction == .incoming, far == node { return }
        if let entry = dated(edge, at: node, far: far, in: graph) {
          entries.append(entry)
        } else {
          undated.append(edge)
        }
      }
    }
    return (entries, undated)
  }

  /// The days of the node itself.
  private static func own(
    _ node: NodeID, _ claims: [Claim], in graph: PropertyGraph
  ) -> TimelineEntry? {
    let since = graph.dateText(of: node, "since")
    let until = graph.dateText(of: node, "until")
    guard since != nil || until != nil else { return nil }
    let dated = claims.filter { $0.property == "since" || $0.property == "until" }
    let own = graph.validity(of: node)
    return TimelineEntry(
      node: node, kind: .node, start: since, end: until, areDatesOfEnds: false,
      firstDay: own.start, lastDay: own.end,
      citations: (dated.isEmpty ? claims.filter { $0.property == nil } : dated)
        .flatMap(\.citations).uniqued,
      isDisputed: isDisputed("since", dated) || isDisputed("until", dated))
  }

  /// Every value of every other property that is a date.
  private static func properties(
    of node: NodeID, _ claims: [Claim], in graph: PropertyGraph
  ) -> [TimelineEntry] {
    graph.properties(of: node).flatMap { name, value -> [TimelineEntry] in
      guard name != "since", name != "until" else { return [] }
      let values = graph.claimedValues(name, value: value, claims: claims)
      return values.compactMap { claimed in
        guard let days = claimed.value.dayBounds else { return nil }
        let text = claimed.value.displayText
        return TimelineEntry(
          node: node, kind: .property(name: name), start: text, end: text, areDatesOfEnds: false,
          firstDay: days.earliest, lastDay: days.latest, citations: claimed.citations,
          isDisputed: Set(values.map(\.value)).count > 1, note: claimed.note)
      }
    }
  }

  /// An edge that states dates, or whose far end does.
  private static func dated(
    _ edge: EdgeID, at node: NodeID, far: NodeID, in graph: PropertyGraph
  ) -> TimelineEntry? {
    var start = graph.dateText(of: edge, "since")
    var end = graph.dateText(of: edge, "until")
    let isOwn = start != nil || end != nil
    if !isOwn {
      guard far != node, graph.spanText(of: far) != nil else { return nil }
      (start, end) = EdgeReading.boundsOfEnds(
        graph.source(of: edge), graph.target(of: edge), graph)
    }
    let reading = EdgeReading(edge, in: graph)
    let days = graph.validity(of: edge)
    // What joins things of different times, as a succession does, dates from the later one.
    if !isOwn, let first = days.start, let last = days.end, last < first { end = nil }
    let ownStart = isOwn ? graph.value(of: edge, named: "since")?.dayBounds?.earliest : nil
    return TimelineEntry(
      node: node, kind: .edge(reading), start: start, end: end, areDatesOfEnds: !isOwn,
      firstDay: ownStart ?? days.start, lastDay: days.end, citations: reading.citations,
      isDisputed: reading.isDisputed)
  }

  private static func isDisputed(_ property: String, _ claims: [Claim]) -> Bool {
    Set(claims.filter { $0.property == property }.map(\.value)).count > 1
  }
}
