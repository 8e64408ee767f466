// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms

/// What has changed in the answers of a brief since it was locked.
///
/// A question is the same when its label is, else when its command is, in the order of the text.
public struct BriefDifference: Sendable {
  /// One thing that is otherwise now.
  public struct Change: Sendable, Hashable {
    public var kind: ChangeKind

    /// A sentence without a final period, with the keys of sources.
    public var text: String
  }

  /// A question whose answer is otherwise now, or that was not asked in both.
  public struct Question: Sendable, Hashable {
    public var old: BriefLock.Question?
    public var new: BriefLock.Question?

    /// Never empty.
    public var changes: [Change]

    /// What it is called now, else was.
    public var name: String { new?.name ?? old?.name ?? "" }

    /// Where it stands now; nil for one that is no longer asked.
    public var line: Int? { new?.line }
  }

  public let old: BriefLock
  public let new: BriefLock

  /// In the order of the text; those that are no longer asked stand at the end.
  public let questions: [Question]

  /// What the register says otherwise of sources that both cite.
  public let sources: [Change]

  public var isEmpty: Bool { questions.isEmpty && sources.isEmpty }

  /// How many questions both have.
  public let sharedCount: Int

  /// Complexity: O(*n* log *n*) in what the two locks hold.
  public init(from old: BriefLock, to new: BriefLock) {
    self.old = old
    self.new = new
    var matching = BriefQuestionMatching(old.questions)
    var found: [Question] = []
    var shared = 0
    for (question, same) in zip(new.questions, matching.matches(of: new.questions)) {
      guard let same else {
        found.append(
          Question(
            old: nil, new: question,
            changes: [Change(kind: .added, text: BriefDifferenceWording.newQuestion)]))
        continue
      }
      shared += 1
      let changes = BriefQuestionComparison(old: same, new: question).changes
      if !changes.isEmpty { found.append(Question(old: same, new: question, changes: changes)) }
    }
    for question in matching.left {
      found.append(
        Question(
          old: question, new: nil,
          changes: [Change(kind: .removed, text: BriefDifferenceWording.goneQuestion)]))
    }
    questions = found
    sharedCount = shared
    let before = Dictionary(
      old.sources.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    sources = new.sources.compactMap { source in
      guard let was = before[source.key], was != source else { return nil }
      return Change(kind: .changed, text: BriefDifferenceWording.source(was, source))
    }
  }
}

/// Which question of a lock is which of the brief.
private struct BriefQuestionMatching {
  private struct Key: Hashable {
    var kind: BriefLock.Question.Kind
    var name: String
    var isLabel: Bool
  }

  private let old: [BriefLock.Question]
  private var isTaken: [Bool]

  init(_ old: [BriefLock.Question]) {
    self.old = old
    isTaken = Array(repeating: false, count: old.count)
  }

  /// Labels first, so that no command takes a question that has moved.
  mutating func matches(of new: [BriefLock.Question]) -> [BriefLock.Question?] {
    var found: [Int?] = Array(repeating: nil, count: new.count)
    for isLabel in [true, false] {
      var waiting: [Key: [Int]] = [:]
      for position in old.indices.reversed() where !isTaken[position] {
        if let key = Self.key(old[position], isLabel: isLabel) {
          waiting[key, default: []].append(position)
        }
      }
      for position in new.indices where found[position] == nil {
        guard let key = Self.key(new[position], isLabel: isLabel),
          let same = waiting[key]?.popLast()
        else { continue }
        found[position] = same
        isTaken[same] = true
      }
    }
    return found.map { $0.map { old[$0] } }
  }

  /// The questions that nothing was matched with.
  var left: [BriefLock.Question] { zip(old, isTaken).filter { !$0.1 }.map(\.0) }

  private static func key(_ question: BriefLock.Question, isLabel: Bool) -> Key? {
    guard isLabel else {
      let words = [question.command] + question.show
      return Key(kind: question.kind, name: words.joined(separator: "\u{0}"), isLabel: false)
    }
    return question.label.map { Key(kind: question.kind, name: $0, isLabel: true) }
  }
}
