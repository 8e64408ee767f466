// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
internal import GraphModel

/// What changed between two versions of a graph: counts, then every change as a sentence with dates
/// and numbered sources, grouped by what became of things.
public struct DifferenceAnswer: Answer {
  public let difference: GraphDifference

  /// What the older version is called, such as "HEAD~3".
  public let oldName: String
  public let newName: String

  /// The sources of both versions, in the order in which the text cites them.
  let numbering: SourceNumbering

  private struct Listed: Sendable {
    var kind: ChangeKind
    var sentences: [String]
  }

  private let listed: [Listed]

  public init(_ difference: GraphDifference, oldName: String, newName: String) {
    self.difference = difference
    self.oldName = oldName
    self.newName = newName
    var wording = DifferenceWording(difference)
    var listed: [Listed] = []
    for kind in ChangeKind.allCases {
      var sentences: [String] = []
      for change in difference.nodes where change.kind == kind {
        sentences.append(wording.sentence(change))
      }
      for change in difference.edges where change.kind == kind {
        sentences.append(wording.sentence(change))
      }
      if !sentences.isEmpty { listed.append(Listed(kind: kind, sentences: sentences)) }
    }
    self.listed = listed
    numbering = wording.numbering
  }

  public var isEmpty: Bool { difference.isEmpty }
  public var schema: String { "entente.diff/1" }

  /// Such as "HEAD~3 → working files".
  public var title: String { "\(oldName) → \(newName)" }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else {
      return [.paragraph("No differences between \(oldName) and \(newName).")]
    }
    var blocks: [AnswerBlock] = [.heading(title), .paragraph(counts)]
    for group in listed {
      blocks.append(.heading(DifferenceWording.title(group.kind)))
      blocks.append(.items(group.sentences))
    }
    blocks += register
    blocks.append(.sources(sources))
    return blocks
  }

  /// Such as "3 nodes: 2 added, 1 changed. 1 edge: 1 ended."
  public var counts: String {
    func sentence(_ kinds: [ChangeKind], _ noun: String) -> String? {
      guard !kinds.isEmpty else { return nil }
      let parts = ChangeKind.allCases.compactMap { kind -> String? in
        let count = kinds.count { $0 == kind }
        return count == 0 ? nil : "\(count) \(DifferenceWording.title(kind).lowercased())"
      }
      return "\(kinds.count.counted(noun)): \(parts.joined(separator: ", "))."
    }
    let sentences = [
      sentence(difference.nodes.map(\.kind), "node"),
      sentence(difference.edges.map(\.kind), "edge"),
    ].compactMap { $0 }
    return sentences.isEmpty ? "No node and no edge differs." : sentences.joined(separator: " ")
  }

  /// What is not about one node or edge.
  private var register: [AnswerBlock] {
    var blocks: [AnswerBlock] = []
    let sources = difference.sources.map { change -> String in
      guard let old = change.old else { return "added \(change.key): \(change.new?.title ?? "")" }
      guard let new = change.new else { return "removed \(change.key): \(old.title)" }
      let members = Self.members(old, new).map { "\($0.name) was \($0.old), now \($0.new)" }
      return "changed \(change.key): \(members.joined(separator: "; "))"
    }
    if !sources.isEmpty { blocks += [.heading("Source register"), .items(sources)] }
    let description = difference.description.map { change -> String in
      guard change.old != nil || change.new != nil else { return "\(change.member): changed" }
      return "\(change.member) was \(change.old ?? "none"), now \(change.new ?? "none")"
    }
    if !description.isEmpty { blocks += [.heading("Dataset"), .items(description)] }
    for rename in difference.renames {
      blocks.append(.note(Self.renameNote(rename, difference)))
    }
    return blocks
  }

  private static func renameNote(_ rename: PossibleRename, _ difference: GraphDifference) -> String
  {
    let (was, now) = (
      difference.old.key(of: rename.old) ?? "", difference.new.key(of: rename.new) ?? ""
    )
    return "Perhaps renamed: \(difference.new.displayName(of: rename.new)) was '\(was)' and is "
      + "'\(now)' now; type and name are the same."
  }

  /// What two descriptions of one source say differently; "none" where one says nothing.
  static func members(_ old: Source, _ new: Source) -> [(name: String, old: String, new: String)] {
    let members: [(String, String?, String?)] = [
      ("title", old.title, new.title), ("publisher", old.publisher, new.publisher),
      ("url", old.url, new.url),
      ("published", old.published?.description, new.published?.description),
      ("retrieved", old.retrieved?.description, new.retrieved?.description),
      ("language", old.language, new.language), ("licence", old.licence, new.licence),
      ("note", old.note, new.note),
    ]
    return members.filter { $0.1 != $0.2 }.map { ($0.0, $0.1 ?? "none", $0.2 ?? "none") }
  }

  /// The sources cited, as the newer register describes them.
  var sources: [NumberedSource] {
    let now = Dictionary(
      difference.new.sources.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return numbering.sources.map {
      NumberedSource(
        number: $0.number, source: now[$0.source.key] ?? $0.source, locators: $0.locators)
    }
  }
}
