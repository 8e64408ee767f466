// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
internal import GraphModel

/// Changes of a graph in sentences, with sources numbered for both versions alike.
struct DifferenceWording {
  let difference: GraphDifference
  var numbering: SourceNumbering

  init(_ difference: GraphDifference) {
    self.difference = difference
    numbering = SourceNumbering(difference.new)
  }

  private var old: PropertyGraph { difference.old }
  private var new: PropertyGraph { difference.new }

  /// What the changes of a kind are called where they are listed.
  static func title(_ kind: ChangeKind) -> String {
    switch kind {
    case .added: "Added"
    case .removed: "Removed"
    case .ended: "Ended"
    case .changed: "Changed"
    case .resourced: "Re-sourced"
    }
  }

  // MARK: - Nodes

  /// Such as "BOMCA (Programme bomca): budget was 1 [1], now 2 [2]", without a final period.
  mutating func sentence(_ change: ElementDifference<NodeID>) -> String {
    guard let node = change.new ?? change.old else { return "" }
    let graph = change.new == nil ? old : new
    numbering.graph = graph
    var text = Self.name(of: node, in: graph)
    if let span = graph.spanText(of: node),
      change.kind == .added || change.kind == .removed
        || change.kind == .ended
    {
      text += ", \(span)"
    }
    guard let was = change.old, let now = change.new else {
      let claims = graph.claims(on: node)
      let existence = claims.filter { $0.property == nil }.flatMap(\.citations)
      let citations = existence.isEmpty ? claims.flatMap(\.citations) : existence
      let marks = numbering.numbers(of: citations).marks
      return marks.isEmpty ? "\(text) [no source]" : "\(text) \(marks)"
    }
    var details = change.statements.filter { !$0.isOfSourcesOnly }.map { statement -> String in
      switch statement.subject {
      case .labels:
        return old.typeName(of: was) == new.typeName(of: now)
          ? "labels were \(old.labels(of: was).enumerated), now \(new.labels(of: now).enumerated)"
          : "type was \(title(was, old)), now \(title(now, new))"
      case .names: return names(old.names(of: was), new.names(of: now))
      case .identifier: return ""
      case .property(let name):
        return property(
          name,
          old.claimedValues(
            name, value: old.value(of: was, named: name), claims: old.claims(on: was)),
          new.claimedValues(
            name, value: new.value(of: now, named: name), claims: new.claims(on: now)))
      case .existence: return existence(old.claims(on: was), new.claims(on: now))
      }
    }
    details += sources(
      change.statements, before: old.claims(on: was), after: new.claims(on: now))
    return "\(text): \(details.filter { !$0.isEmpty }.joined(separator: "; "))"
  }

  /// Such as "BOMCA (Programme bomca)".
  static func name(of node: NodeID, in graph: PropertyGraph) -> String {
    let name = graph.displayName(of: node)
    let type = DisplayLabel.title(ofType: graph.typeName(of: node), in: graph.description)
    let key = graph.key(of: node).flatMap { $0 == name ? nil : " \($0)" } ?? ""
    return "\(name) (\(type)\(key))"
  }

  private func title(_ node: NodeID, _ graph: PropertyGraph) -> String {
    DisplayLabel.title(ofType: graph.typeName(of: node), in: graph.description)
  }

  private func names(_ before: [NodeName], _ after: [NodeName]) -> String {
    let gained = after.filter { !before.contains($0) }.map(\.text).uniqued
    let lost = before.filter { !after.contains($0) }.map(\.text).uniqued
    // A name can change its kind or language and stay the same text.
    let both = gained.filter(lost.contains)
    var parts: [String] = []
    let come = gained.filter { !both.contains($0) }
    let gone = lost.filter { !both.contains($0) }
    if !come.isEmpty { parts.append("now also called \(come.enumerated)") }
    if !gone.isEmpty { parts.append("no longer called \(gone.enumerated)") }
    if !both.isEmpty { parts.append("another kind or language of the name \(both.enumerated)") }
    return parts.joined(separator: "; ")
  }

  // MARK: - Edges

  /// Such as "BOMCA covers Kazakhstan, since 2003 [1]", without a final period.
  mutating func sentence(_ change: ElementDifference<EdgeID>) -> String {
    guard let edge = change.new ?? change.old else { return "" }
    let graph = change.new == nil ? old : new
    numbering.graph = graph
    let reading = EdgeReading(edge, in: graph)
    guard let was = change.old, let now = change.new else { return reading.statement(&numbering) }
    // What ended says so by its dates; further differences follow.
    let isOfDates = change.kind == .ended
    var details = change.statements.filter { !$0.isOfSourcesOnly }.map { statement -> String in
      switch statement.subject {
      case .labels, .names: return ""
      case .identifier:
        return changed("identifier", old.identifier(of: was), new.identifier(of: now))
      case .property("until") where isOfDates: return ""
      case .property(let name):
        return property(
          name,
          old.claimedValues(
            name, value: old.value(of: was, named: name), claims: old.claims(on: was)),
          new.claimedValues(
            name, value: new.value(of: now, named: name), claims: new.claims(on: now)))
      case .existence: return existence(old.claims(on: was), new.claims(on: now))
      }
    }.filter { !$0.isEmpty }
    details += sources(
      change.statements, before: old.claims(on: was), after: new.claims(on: now))
    numbering.graph = new
    let subject: String
    if isOfDates {
      subject = reading.statement(&numbering)
    } else {
      // Of parallel edges, only the start tells which is meant.
      let since = new.dateText(of: now, "since")
      subject = since.map { "\(reading.sentence), since \($0)" } ?? reading.sentence
    }
    return details.isEmpty ? subject : "\(subject): \(details.joined(separator: "; "))"
  }

  // MARK: - Statements

  private typealias Claimed = [(value: Value, citations: [Citation], note: String?)]

  private mutating func property(
    _ name: String, _ before: Claimed, _ after: Claimed
  ) -> String {
    let words = DisplayLabel.words(of: name)
    if before.isEmpty { return "now states \(words): \(text(after, new))" }
    if after.isEmpty { return "no longer states \(words): \(text(before, old))" }
    return "\(words) was \(text(before, old)), now \(text(after, new))"
  }

  private func changed(_ name: String, _ was: String?, _ now: String?) -> String {
    switch (was, now) {
    case (let was?, let now?): "\(name) was \(was), now \(now)"
    case (nil, let now?): "\(name) is now \(now)"
    case (let was?, nil): "\(name) was \(was), now none"
    case (nil, nil): ""
    }
  }

  private mutating func existence(
    _ before: [Claim], _ after: [Claim]
  ) -> String {
    let (was, now) = (before.filter { $0.property == nil }, after.filter { $0.property == nil })
    let (first, second) = (was.compactMap(\.note).uniqued, now.compactMap(\.note).uniqued)
    return changed(
      "remark", first.isEmpty ? nil : first.enumerated, second.isEmpty ? nil : second.enumerated)
  }

  /// What is said on other sources; once for all that changed in the same way.
  private mutating func sources(
    _ statements: [StatementDifference], before: [Claim], after: [Claim]
  ) -> [String] {
    var order: [String] = []
    var names: [String: [String?]] = [:]
    for statement in statements where statement.isOfSourcesOnly {
      var property: String?
      if case .property(let name) = statement.subject { property = name }
      let change = sources(
        before.filter { $0.property == property }.flatMap(\.citations),
        after.filter { $0.property == property }.flatMap(\.citations))
      if names[change] == nil { order.append(change) }
      names[change, default: []].append(property)
    }
    return order.map { change in
      let named = names[change] ?? []
      // What holds for the whole needs no parts.
      if named.contains(nil) { return "sources \(change)" }
      let words = named.compactMap { $0.map(DisplayLabel.words) }
      return "sources of \(words.enumerated) \(change)"
    }
  }

  /// The claimed values, each with its sources.
  private mutating func text(_ values: Claimed, _ graph: PropertyGraph) -> String {
    numbering.graph = graph
    var parts: [String] = []
    for claimed in values {
      let marks = numbering.numbers(of: claimed.citations).marks
      var part = DisplayLabel.text(of: claimed.value)
      if !marks.isEmpty { part += " \(marks)" }
      if let note = claimed.note { part += " – \(note)" }
      parts.append(part)
    }
    return parts.joined(separator: " or ")
  }

  /// Such as "were [1], now [1][2]"; with places where the numbers are the same.
  private mutating func sources(_ before: [Citation], _ after: [Citation]) -> String {
    numbering.graph = old
    let was = numbering.numbers(of: before)
    numbering.graph = new
    let now = numbering.numbers(of: after)
    if was != now {
      return "were \(was.isEmpty ? "none" : was.marks), now \(now.isEmpty ? "none" : now.marks)"
    }
    let (first, second) = (places(before, old), places(after, new))
    return first == second
      ? "\(now.marks): another quotation" : "were \(first), now \(second)"
  }

  /// Such as "[1] (page 3; page 5)".
  private mutating func places(_ citations: [Citation], _ graph: PropertyGraph) -> String {
    numbering.graph = graph
    var order: [Int] = []
    var places: [Int: [String]] = [:]
    for citation in citations {
      guard let number = numbering.numbers(of: [citation]).first else { continue }
      if !order.contains(number) { order.append(number) }
      if let locator = citation.locator { places[number, default: []].append(locator) }
    }
    return order.sorted().map { number in
      let found = (places[number] ?? []).uniqued
      return "[\(number)]" + (found.isEmpty ? "" : " (\(found.joined(separator: "; ")))")
    }.joined(separator: " ")
  }
}
