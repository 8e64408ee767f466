// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// When links hold together, in a sentence.
struct TogethernessWording {
  let graph: PropertyGraph

  /// One at least.
  let readings: [EdgeReading]

  /// - Parameters:
  ///   - interval: the days on which all hold; nil when there never was one.
  ///   - unknown: the places of those of which no start is stated.
  ///   - noun: what each link is called where its start is not stated: "step".
  func sentence(for interval: DateInterval?, unknown: [Int], noun: String) -> String {
    let isOne = readings.count == 1
    guard let interval else {
      return "The links never held together: one was over before another began."
    }
    if interval.start == nil, interval.end == nil {
      return isOne
        ? "No source states when the link holds." : "No source states when the links hold."
    }
    let days = DateWording.words(
      since: interval.start.map { day in written("since", at: day) { $0.earliest } },
      until: interval.end.map { day in written("until", at: day) { $0.latest } })
    var text = (isOne ? "The link holds " : "All links hold together ") + days
    let places = unknown.map { String($0 + 1) }
    if places.count == 1 {
      text += "; the start of \(noun) \(places[0]) is not stated"
    } else if !places.isEmpty {
      text += "; the starts of \(noun)s \(places.enumerated) are not stated"
    }
    return text + "."
  }

  /// What the sentence takes for granted, for figures, whose links do not say it: that those without
  /// dates hold as long as what they join; nil where all that matter have dates.
  func remark(on interval: DateInterval?) -> String? {
    guard let interval, interval.start != nil || interval.end != nil,
      readings.contains(where: \.areDatesOfEnds)
    else { return nil }
    return readings.count == 1
      ? "The link states no dates; these are those of what it joins."
      : "Links that state no dates are taken to hold as long as what they join."
  }

  /// A day as precisely as the links, or what they join, state it: a year is not made a day.
  private func written(
    _ property: String, at day: CalendarDate,
    _ bound: ((earliest: CalendarDate, latest: CalendarDate)) -> CalendarDate
  ) -> String {
    var found: String?
    func take(_ value: Value?) {
      guard let value, let bounds = value.dayBounds, bound(bounds) == day else { return }
      let text = value.displayText
      if text.count > found?.count ?? 0 { found = text }
    }
    for reading in readings {
      take(graph.value(of: reading.edge, named: property))
      take(graph.value(of: graph.source(of: reading.edge), named: property))
      take(graph.value(of: graph.target(of: reading.edge), named: property))
    }
    return found ?? "\(day)"
  }
}
