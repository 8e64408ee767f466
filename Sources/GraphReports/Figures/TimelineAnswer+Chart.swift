// SPDX-License-Identifier: Apache-2.0

public import GraphDrawing
internal import GraphModel

extension TimelineAnswer {
  /// The answer as bars over an axis of years: the rows of its text, in the same order.
  public func chart() -> TimelineChart {
    var numbering = SourceNumbering(graph)
    let rows = groups.map { row(of: $0, &numbering) }
    var notes = [undatedText].compactMap { $0 }
    if rows.contains(where: \.isDisputed) {
      notes.insert(
        "(?) Sources disagree about the dates; the answer as text shows all values.", at: 0)
    }
    if entries.contains(where: \.areDatesOfEnds) {
      notes.insert("* The link states no dates; these are those of what it joins.", at: 0)
    }
    return TimelineChart(
      frame: Figure(
        title: nodes.map { graph.displayName(of: $0) }.enumerated, asOf: asOf?.description,
        language: graph.description.language ?? "en",
        sources: numbering.sources.map(\.inFigure), notes: notes),
      rows: rows, day: asOf.map { $0.fractionalYear })
  }

  /// As many links that are alike but for what they lead to are drawn as one row.
  private static let alike = 3

  private struct Likeness: Hashable {
    let node: NodeID
    let type: String
    let farType: String
    let isOutgoing: Bool
    let dates: String
    let qualifiers: [String]
    let isDisputed: Bool
  }

  /// The entries, those together that make one row.
  private var groups: [[TimelineEntry]] {
    func likeness(_ entry: TimelineEntry) -> Likeness? {
      guard case .edge(let reading) = entry.kind else { return nil }
      return Likeness(
        node: entry.node, type: graph.typeName(of: reading.edge),
        farType: graph.typeName(of: drawnNode(of: entry)),
        isOutgoing: graph.source(of: reading.edge) == entry.node, dates: entry.dates,
        qualifiers: reading.qualifiers, isDisputed: entry.isDisputed)
    }
    var members: [Likeness: [TimelineEntry]] = [:]
    for entry in entries {
      if let likeness = likeness(entry) { members[likeness, default: []].append(entry) }
    }
    var done: Set<Likeness> = []
    return entries.compactMap { entry in
      guard let likeness = likeness(entry), let alike = members[likeness],
        alike.count >= Self.alike
      else { return [entry] }
      return done.insert(likeness).inserted ? alike : nil
    }
  }

  private func row(
    of group: [TimelineEntry], _ numbering: inout SourceNumbering
  ) -> TimelineChart.Row {
    let entry = group[0]
    let drawn = drawnNode(of: entry)
    let type = graph.typeName(of: drawn)
    var isMoment = false
    if case .property = entry.kind { isMoment = true }
    let (label, details) = group.count > 1 ? label(of: group) : (label(of: entry), nil)
    return TimelineChart.Row(
      label: label, details: details, typeName: type,
      typeTitle: DisplayLabel.title(ofType: type, in: graph.description),
      start: entry.firstDay.map { $0.fractionalYear },
      // A last day counts whole.
      end: entry.lastDay.map { ($0.adding(days: 1) ?? $0).fractionalYear },
      dates: entry.dates + (entry.areDatesOfEnds ? " *" : ""),
      sourceNumbers: numbering.numbers(of: group.flatMap(\.citations)), isMoment: isMoment,
      isPart: drawn != entry.node,
      isDisputed: entry.isDisputed || entry.startRange != nil || entry.endRange != nil,
      startRange: isMoment ? nil : entry.startRange, endRange: isMoment ? nil : entry.endRange)
  }

  /// "Prague Process is attended by Albania, Armenia, Austria and 45 more", and all their names.
  private func label(of group: [TimelineEntry]) -> (label: String, details: String?) {
    let entry = group[0]
    guard case .edge(let reading) = entry.kind else { return (label(of: entry), nil) }
    let verb = graph.source(of: reading.edge) == entry.node ? reading.verb : reading.inverse
    let names = group.map { graph.displayName(of: drawnNode(of: $0)) }
    let shown = names.count > Self.alike + 1 ? Array(names.prefix(Self.alike)) : names
    let rest = names.count - shown.count
    let list = rest > 0 ? "\(shown.joined(separator: ", ")) and \(rest) more" : shown.enumerated
    let start = "\(shortName(of: entry.node)) \(verb)"
    let end =
      reading.qualifiers.isEmpty ? "" : " (\(reading.qualifiers.joined(separator: "; ")))"
    return ("\(start) \(list)\(end)", "\(start) \(names.enumerated)\(end)")
  }

  /// What the entry says; long names that the title tells are cut to their acronyms.
  private func label(of entry: TimelineEntry) -> String {
    guard case .edge(let reading) = entry.kind else {
      return entry.text(in: graph, namesNode: nodes.count > 1)
    }
    var text = EdgeReading.sentence(of: reading.edge, in: graph) { shortName(of: $0) }
    if !reading.qualifiers.isEmpty { text += " (\(reading.qualifiers.joined(separator: "; ")))" }
    return text
  }

  private func shortName(of node: NodeID) -> String {
    let name = graph.displayName(of: node)
    for known in nodes {
      let long = graph.displayName(of: known)
      if name.hasPrefix(long),
        let acronym = graph.names(of: known).first(where: { $0.kind == .acronym })
      {
        return acronym.text + name.dropFirst(long.count)
      }
    }
    return name
  }

  /// The node whose type gives a row its colours: of a link, what it leads to.
  private func drawnNode(of entry: TimelineEntry) -> NodeID {
    guard case .edge(let reading) = entry.kind else { return entry.node }
    let source = graph.source(of: reading.edge)
    return source == entry.node ? graph.target(of: reading.edge) : source
  }
}

extension TimelineEntry {
  /// From the first day of the earliest start to that of the latest, where the data give several.
  fileprivate var startRange: ClosedRange<Double>? {
    range(of: start) { $0.earliest }
  }

  /// From the last day of the earliest end to that of the latest, where the data give several.
  fileprivate var endRange: ClosedRange<Double>? {
    range(of: end) { $0.latest.adding(days: 1) ?? $0.latest }
  }

  private func range(
    of text: String?, day: (PartialDate) -> CalendarDate
  ) -> ClosedRange<Double>? {
    // "2011-06 or 2011-07"
    let dates = (text ?? "").split(separator: " ").compactMap { PartialDate($0) }
    let days = dates.map { day($0).fractionalYear }
    guard let first = days.min(), let last = days.max(), first < last else { return nil }
    return first...last
  }
}

extension CalendarDate {
  /// The day as a number of years: the first day of 2003 is 2003, one in the middle 2003.5.
  var fractionalYear: Double {
    let length = CalendarDate.isLeapYear(year) ? 366.0 : 365
    return Double(year) + Double(ordinalDay - 1) / length
  }
}
