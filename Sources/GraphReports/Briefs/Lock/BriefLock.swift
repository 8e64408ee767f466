// SPDX-License-Identifier: Apache-2.0

/// What a brief said when it was locked: its questions and, in a form that can be compared, their
/// answers.
///
/// A lock is kept in a file beside the brief, so that it can be told later what has changed since.
/// It holds nothing that depends on the clock, and sources by their keys: numbers of an answer
/// change with what stands before it.
///
/// ```swift
/// let lock = BriefLock(answered, of: graph, dataVersion: hash, program: "entente 0.1.0")
/// let text = lock.json
/// let same = try BriefLock(json: Array(text.utf8))
/// ```
public struct BriefLock: Sendable, Hashable {
  /// The name and version of the JSON document.
  public static let schema = "entente.brief-lock/1"

  /// A block or inline code, with its answer.
  public struct Question: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case block, quotation
    }

    public var kind: Kind

    /// Where it begins in the brief, from 1.
    public var line: Int
    public var label: String?

    /// The words of the command, quoted where they need it.
    public var command: String

    /// The words of `show`, or the form of a quotation.
    public var show: [String]

    /// The day that the brief names, else the one of the data.
    public var asOf: String?
    public var style: String?
    public var parts: [Part] = []

    /// In the order of their keys.
    public var sources: [Cited] = []

    /// What a person calls it.
    public var name: String { label ?? command }
  }

  /// A part of an answer.
  public enum Part: Sendable, Hashable {
    case figure(Drawing)
    case table(columns: [String], rows: [[String]])

    /// What a chart or an answer in words says, line by line.
    case text([String])
  }

  /// What a figure shows.
  public struct Drawing: Sendable, Hashable {
    public var title: String?
    public var subtitle: String?

    /// In the order of types and identifiers.
    public var nodes: [Node] = []

    /// In the order of ends, types and dates.
    public var edges: [Edge] = []
    public var notes: [String] = []
  }

  public struct Node: Sendable, Hashable {
    public var id: String
    public var type: String
    public var label: String
    public var sublabel: String?

    /// What is stated, with the precision of the statement; several where sources disagree.
    public var since: String?
    public var until: String?
    public var hasEnded = false

    /// How many neighbours the figure leaves out.
    public var hiddenNeighbours: Int?

    /// What it stands for, when it stands for several.
    public var members: [String] = []
    public var details: [String] = []
  }

  public struct Edge: Sendable, Hashable {
    public var from: String
    public var to: String
    public var type: String
    public var verb: String

    /// As the figure shows them: `2003–2019`.
    public var dates: String?
    public var since: String?
    public var until: String?
    public var hasEnded = false
    public var isDisputed = false
    public var isDirected = true
    public var count = 1
    public var pathRanks: [Int] = []

    /// Keys of sources, ascending.
    public var sources: [String] = []
  }

  /// A source with the places in it that an answer cites.
  public struct Cited: Sendable, Hashable {
    public var key: String
    public var locators: [String]
  }

  /// A source as the list of the brief describes it.
  public struct Source: Sendable, Hashable {
    public var key: String
    public var text: String
    public var url: String?
  }

  /// The program that wrote it, with its version.
  public var program: String

  /// The title of the data, and what tells them from others.
  public var dataTitle: String?
  public var dataHash: String?

  /// The day of the front matter.
  public var asOf: String?
  public var style: String?

  /// In the order of the text.
  public var questions: [Question]

  /// In the order of their keys.
  public var sources: [Source]

  public init(
    program: String, dataTitle: String? = nil, dataHash: String? = nil, asOf: String? = nil,
    style: String? = nil, questions: [Question] = [], sources: [Source] = []
  ) {
    self.program = program
    self.dataTitle = dataTitle
    self.dataHash = dataHash
    self.asOf = asOf
    self.style = style
    self.questions = questions
    self.sources = sources
  }
}
