// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// An edge read aloud: a sentence in its true direction, when it held, and who says so.
public struct EdgeReading: Sendable, Hashable {
  public let edge: EdgeID

  /// Such as "BOMCA covers Kazakhstan".
  public let sentence: String

  /// From source to target: "covers"; from target to source: "is covered by".
  public let verb: String
  public let inverse: String

  /// The dates that the edge states, else those of its ends, in words.
  public let dates: String?

  /// Whether the dates are those of an end and not of the edge.
  public let areDatesOfEnds: Bool

  /// What else the edge states, such as "role: leading state"; every value where sources disagree.
  public let qualifiers: [String]
  public let citations: [Citation]

  /// Whether sources disagree about a property of the edge.
  public let isDisputed: Bool

  public init(_ edge: EdgeID, in graph: PropertyGraph) {
    self.edge = edge
    let source = graph.source(of: edge)
    let target = graph.target(of: edge)
    let wording = graph.description.wording(ofEdgeType: graph.typeName(of: edge))
    sentence = Self.sentence(of: edge, in: graph) { graph.displayName(of: $0) }
    verb = wording.verb
    inverse = wording.inverse
    let own = DateWording.span(
      since: graph.dateText(of: edge, "since"), until: graph.dateText(of: edge, "until"))
    let bounds = own == nil ? Self.boundsOfEnds(source, target, graph) : nil
    dates = own ?? bounds.flatMap { DateWording.span(since: $0.since, until: $0.until) }
    areDatesOfEnds = own == nil && dates != nil
    let claims = graph.claims(on: edge)
    let evidence = EdgeEvidence(claims)
    citations = evidence.citations
    isDisputed = evidence.isDisputed
    qualifiers = graph.properties(of: edge)
      .filter { $0.name != "since" && $0.name != "until" }
      .map { name, value in
        let texts = graph.claimedValues(name, value: value, claims: claims)
          .map { DisplayLabel.text(of: $0.value) }.uniqued
        return "\(DisplayLabel.words(of: name)): \(texts.joined(separator: " or "))"
      }
  }

  /// The edge as a sentence, its ends called as `name` says.
  static func sentence(
    of edge: EdgeID, in graph: PropertyGraph, name: (NodeID) -> String
  ) -> String {
    sentence(
      graph.description.wording(ofEdgeType: graph.typeName(of: edge)).sentence,
      from: name(graph.source(of: edge)), to: name(graph.target(of: edge)))
  }

  /// The sentence with its dates, qualifiers and source marks, without a final period.
  public func statement(_ numbering: inout SourceNumbering) -> String {
    var text = sentence
    if !qualifiers.isEmpty { text += " (\(qualifiers.joined(separator: "; ")))" }
    if let dates { text += areDatesOfEnds ? ", undated (its ends: \(dates))" : ", \(dates)" }
    let marks = numbering.numbers(of: citations).marks
    return marks.isEmpty ? text + " [no source]" : "\(text) \(marks)"
  }

  /// Names may contain the words `{from}` and `{to}`, so both are replaced in one pass.
  private static func sentence(_ pattern: String, from: String, to: String) -> String {
    var result = ""
    var rest = pattern[...]
    while let brace = rest.firstIndex(of: "{") {
      result += String(rest[..<brace])
      rest = rest[brace...]
      if rest.hasPrefix("{from}") {
        result += from
        rest = rest.dropFirst(6)
      } else if rest.hasPrefix("{to}") {
        result += to
        rest = rest.dropFirst(4)
      } else {
        result += "{"
        rest = rest.dropFirst()
      }
    }
    return result + String(rest)
  }

  /// The latest start and the earliest end of the two ends, as they are written there.
  static func boundsOfEnds(
    _ source: NodeID, _ target: NodeID, _ graph: PropertyGraph
  ) -> (since: String?, until: String?) {
    func bound(_ property: String) -> [(node: NodeID, day: CalendarDate)] {
      [source, target].compactMap { node in
        graph.value(of: node, named: property)?.dayBounds.map {
          (node, property == "since" ? $0.earliest : $0.latest)
        }
      }
    }
    let start = bound("since").max { $0.day < $1.day }
    let end = bound("until").min { $0.day < $1.day }
    return (
      start.flatMap { graph.dateText(of: $0.node, "since") },
      end.flatMap { graph.dateText(of: $0.node, "until") }
    )
  }
}
