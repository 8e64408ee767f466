// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
public import SourceDiagnostics

/// What has changed in a brief since it was locked, as an answer that can be written in any format.
public struct BriefDifferenceAnswer: Answer {
  public let difference: BriefDifference

  /// The path of the brief, for places such as `brief.md:12`.
  private let path: String

  public init(_ difference: BriefDifference, path: String) {
    self.difference = difference
    self.path = path
  }

  public var isEmpty: Bool { difference.isEmpty }
  public var schema: String { "entente.brief-check/1" }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else { return [.paragraph("\(summary).")] }
    var blocks: [AnswerBlock] = [.paragraph("\(summary).")]
    for question in difference.questions {
      blocks.append(.heading("\(place(of: question)): \(question.name)"))
      blocks.append(.items(question.changes.map(Self.text)))
    }
    if !difference.sources.isEmpty {
      blocks += [.heading("Sources"), .items(difference.sources.map(Self.text))]
    }
    return blocks
  }

  static func text(_ change: BriefDifference.Change) -> String {
    "\(BriefDifferenceWording.word(change.kind)): \(change.text)"
  }

  /// Such as `brief.md:12`; the file alone for what is no longer asked.
  func place(of question: BriefDifference.Question) -> String {
    question.line.map { "\(path):\($0)" } ?? path
  }

  /// Such as "2 of 5 answers have changed since the lock", without a final period.
  public var summary: String {
    let kinds = difference.questions.map { ($0.old != nil, $0.new != nil) }
    let changed = kinds.count { $0 == (true, true) }
    let added = kinds.count { !$0.0 }
    let gone = kinds.count { !$0.1 }
    let shared = difference.sharedCount
    var parts: [String] = []
    if changed > 0 || (added == 0 && gone == 0) {
      let noun = "\(shared) \(shared == 1 ? "answer" : "answers")"
      parts.append(
        changed == 0
          ? "none of \(noun) has changed since the lock"
          : "\(changed) of \(noun) \(changed == 1 ? "has" : "have") changed since the lock")
    }
    if added > 0 { parts.append("\(added) \(added == 1 ? "question is" : "questions are") new") }
    if gone > 0 { parts.append("\(gone) \(gone == 1 ? "is" : "are") no longer asked") }
    if !difference.sources.isEmpty {
      let count = difference.sources.count
      parts.append("\(count) \(count == 1 ? "source is" : "sources are") described otherwise")
    }
    return parts.joined(separator: ", ").capitalisedFirst
  }

  public var table: AnswerTable {
    let rows = difference.questions.flatMap { question in
      question.changes.map { Self.row($0, of: question) }
    }
    return AnswerTable(
      columns: ["line", "question", "change", "text"],
      rows: rows + difference.sources.map { Self.row($0, of: nil) })
  }

  private static func row(
    _ change: BriefDifference.Change, of question: BriefDifference.Question?
  ) -> [String] {
    var line = ""
    if let number = question?.line { line = String(number) }
    return [line, question?.name ?? "", change.kind.rawValue, change.text]
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("brief", path)
    json.member("locked") { $0.value(difference.old.dataHash) }
    json.member("data") { $0.value(difference.new.dataHash) }
    json.member("questions") { json in
      json.array { json in
        for question in difference.questions {
          json.object { json in
            json.member("line") { json in
              if let line = question.line { json.value(line) } else { json.null() }
            }
            json.member("name", question.name)
            json.member("changes") { Self.write(question.changes, to: &$0) }
          }
        }
      }
    }
    json.member("sources") { Self.write(difference.sources, to: &$0) }
  }

  private static func write(_ changes: [BriefDifference.Change], to json: inout JSONWriter) {
    json.array { json in
      for change in changes {
        json.object { json in
          json.member("kind", change.kind.rawValue)
          json.member("text", change.text)
        }
      }
    }
  }
}
