// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Dates and spans of time in words, with the precision that the data state.
public enum DateWording {
  /// Such as "since 2009-04", "until 2014", "2015-06-15 – 2019-12-14", "on 2019-12-04"; nil when
  /// neither end is stated.
  public static func span(since: String?, until: String?) -> String? {
    switch (since, until) {
    case (let since?, let until?): since == until ? at(since) : "\(since) – \(until)"
    case (let since?, nil): "since \(since)"
    case (nil, let until?): "until \(until)"
    case (nil, nil): nil
    }
  }

  /// A span of days in words, such as "from 2015-06-15 to 2019-12-14".
  public static func words(for interval: DateInterval) -> String {
    words(since: interval.start.map { "\($0)" }, until: interval.end.map { "\($0)" })
  }

  /// The same of days, months or years as they are written.
  static func words(since: String?, until: String?) -> String {
    switch (since, until) {
    case (let since?, let until?): since == until ? at(since) : "from \(since) to \(until)"
    case (let since?, nil): "since \(since)"
    case (nil, let until?): "until \(until)"
    case (nil, nil): "at all times that the data know of"
    }
  }

  /// "on 2019-12-04", "in 2019".
  static func at(_ date: String) -> String {
    let first = date.utf8.prefix { $0 != UInt8(ascii: " ") }
    return first.count < 10 ? "in \(date)" : "on \(date)"
  }
}

extension PropertyGraph {
  /// The values that are claimed for a property, each once with who claims it.
  ///
  /// The preferred comes first, the others follow in the order of the data. Without claims, there
  /// is the stored value alone.
  func claimedValues(
    _ property: String, value: Value?, claims: [Claim]
  ) -> [(value: Value, citations: [Citation], note: String?)] {
    var values: [(value: Value, citations: [Citation], note: String?)] = []
    let relevant = claims.filter { $0.property == property }
    for claim in relevant.filter(\.isPreferred) + relevant.filter({ !$0.isPreferred }) {
      if let known = values.firstIndex(where: { $0.value == claim.value && $0.note == claim.note })
      {
        values[known].citations += claim.citations
      } else {
        values.append((claim.value, claim.citations, claim.note))
      }
    }
    if values.isEmpty, let value { values.append((value, [], nil)) }
    return values
  }

  /// The text of a date property of a node: several when sources disagree.
  func dateText(of node: NodeID, _ property: String) -> String? {
    dateText(property, value(of: node, named: property), claims(on: node))
  }

  func dateText(of edge: EdgeID, _ property: String) -> String? {
    dateText(property, value(of: edge, named: property), claims(on: edge))
  }

  private func dateText(
    _ property: String, _ value: Value?, _ claims: @autoclosure () -> [Claim]
  ) -> String? {
    // Most nodes and edges have no date, and claims have to be decoded.
    guard value != nil else { return nil }
    var texts: [String] = []
    var all = ""
    for claimed in claimedValues(property, value: value, claims: claims()) {
      let text = claimed.value.displayText
      if texts.contains(text) { continue }
      all += texts.isEmpty ? text : " or " + text
      texts.append(text)
    }
    return all
  }

  /// The span that a node states, in words.
  func spanText(of node: NodeID) -> String? {
    DateWording.span(since: dateText(of: node, "since"), until: dateText(of: node, "until"))
  }
}
