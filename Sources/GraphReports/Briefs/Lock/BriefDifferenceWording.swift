// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms

/// The words for what has changed in a brief.
enum BriefDifferenceWording {
  static let newQuestion = "the question is new since the lock"
  static let goneQuestion = "the question is no longer asked"
  static let order = "the same lines stand in another order"

  /// What a change begins with.
  static func word(_ kind: ChangeKind) -> String {
    DifferenceWording.title(kind).lowercased()
  }

  /// Such as "the day was 2019, now 2020".
  static func changed(_ name: String, _ was: String?, _ now: String?) -> String {
    "\(name) was \(shown(was)), now \(shown(now))"
  }

  private static func shown(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "none" }
    return text
  }

  static func line(_ was: String, _ now: String) -> String { "was “\(was)”, now “\(now)”" }

  static func row(_ row: [String]) -> String {
    "the row " + row.filter { !$0.isEmpty }.joined(separator: " | ")
  }

  /// Such as "dates was 2003, now 2004".
  static func cell(_ column: String, _ was: String, _ now: String) -> String {
    let verb = column.hasSuffix("s") ? "were" : "was"
    return "\(column.lowercased()) \(verb) \(shown(was)), now \(shown(now))"
  }

  static func note(_ text: String) -> String { "the note “\(text)”" }

  // MARK: Nodes

  /// Such as "BOMCA (Programme bomca)".
  static func node(_ node: BriefLock.Node) -> String {
    name(node) + (node.sublabel.map { ", \($0)" } ?? "")
  }

  private static func name(_ node: BriefLock.Node) -> String {
    "\(node.label) (\(node.type)\(node.id == node.label ? "" : " \(node.id)"))"
  }

  static func node(_ was: BriefLock.Node, _ now: BriefLock.Node, _ kind: ChangeKind) -> String {
    var details: [String] = []
    func compare(_ name: String, _ before: String?, _ after: String?) {
      if before != after { details.append(changed(name, before, after)) }
    }
    compare("type", was.type, now.type)
    compare("name", was.label, now.label)
    compare("since", was.since, now.since)
    if kind != .ended { compare("until", was.until, now.until) }
    if details.isEmpty, kind != .ended { compare("the line below", was.sublabel, now.sublabel) }
    compare(
      "neighbours left out", was.hiddenNeighbours.map(String.init),
      now.hiddenNeighbours.map(String.init))
    compare(
      "members", was.members.joined(separator: ", "), now.members.joined(separator: ", "))
    compare(
      "details", was.details.joined(separator: ", "), now.details.joined(separator: ", "))
    if details.isEmpty, kind != .ended { details.append(hasEnded(now.hasEnded)) }
    let subject = kind == .ended ? "\(name(now)), until \(shown(now.until))" : name(now)
    return details.isEmpty ? subject : "\(subject): \(details.joined(separator: "; "))"
  }

  private static func hasEnded(_ hasEnded: Bool) -> String {
    hasEnded ? "had not ended, and has now" : "had ended, and has not now"
  }

  // MARK: Edges

  /// Such as "BOMCA covers Kazakhstan, 2003– [dg-home]".
  static func edge(_ edge: BriefLock.Edge, _ labels: [String: String]) -> String {
    sentence(edge, labels) + (edge.dates.map { ", \($0)" } ?? "") + " " + marks(edge.sources)
  }

  private static func sentence(_ edge: BriefLock.Edge, _ labels: [String: String]) -> String {
    let verb = edge.verb.isEmpty ? (edge.isDirected ? "→" : "–") : edge.verb
    return "\(labels[edge.from] ?? edge.from) \(verb) \(labels[edge.to] ?? edge.to)"
      + (edge.count > 1 ? " ×\(edge.count)" : "")
  }

  private static func marks(_ keys: [String]) -> String {
    keys.isEmpty ? "[no source]" : keys.map { "[\($0)]" }.joined()
  }

  static func edge(
    _ was: BriefLock.Edge, _ now: BriefLock.Edge, _ labels: [String: String], _ kind: ChangeKind
  ) -> String {
    var details: [String] = []
    func compare(_ name: String, _ before: String?, _ after: String?) {
      if before != after { details.append(changed(name, before, after)) }
    }
    compare("verb", was.verb, now.verb)
    compare("since", was.since, now.since)
    if kind != .ended { compare("until", was.until, now.until) }
    if details.isEmpty, kind != .ended { compare("dates", was.dates, now.dates) }
    compare("links put together", String(was.count), String(now.count))
    compare("steps of paths", ranks(was), ranks(now))
    if was.isDisputed != now.isDisputed {
      details.append(
        now.isDisputed ? "sources disagree about it now" : "sources no longer disagree about it")
    }
    if was.sources != now.sources {
      details.append("sources were \(marks(was.sources)), now \(marks(now.sources))")
    }
    if details.isEmpty, was.hasEnded != now.hasEnded, kind != .ended {
      details.append(hasEnded(now.hasEnded))
    }
    var subject = sentence(now, labels)
    if kind == .ended {
      subject += ", until \(shown(now.until)) \(marks(now.sources))"
    } else if let since = now.since, was.since == now.since {
      // Of parallel edges, only the start tells which is meant.
      subject += ", since \(since)"
    }
    return details.isEmpty ? subject : "\(subject): \(details.joined(separator: "; "))"
  }

  private static func ranks(_ edge: BriefLock.Edge) -> String {
    edge.pathRanks.map(String.init).joined(separator: ", ")
  }

  // MARK: Sources

  static func citation(of key: String, _ was: [String]?, _ now: [String]?) -> String {
    guard let was else { return "[\(key)] is cited now" + places(now ?? []) }
    guard let now else { return "[\(key)] is no longer cited" }
    return "[\(key)] was cited\(places(was)), now\(places(now))"
  }

  private static func places(_ locators: [String]) -> String {
    locators.isEmpty ? " as a whole" : " for \(locators.joined(separator: "; "))"
  }

  static func source(_ was: BriefLock.Source, _ now: BriefLock.Source) -> String {
    was.text == now.text
      ? "[\(now.key)]: \(changed("address", was.url, now.url))"
      : "[\(now.key)]: \(changed("the description", was.text, now.text))"
  }
}
