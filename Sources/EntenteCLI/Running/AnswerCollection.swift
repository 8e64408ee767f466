// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphModel
internal import GraphReports
internal import Synchronization

/// What commands answer that run inside another one: kept as it is, in place of being written.
///
/// The commands share an opened graph, and the numbers of the sources that they cite.
final class AnswerCollection: Sendable {
  /// A figure or chart as it was drawn.
  struct Drawing: Sendable {
    let svg: String
    let description: FigureDescription

    /// What was drawn; nil for charts.
    let figure: Figure?
  }

  /// What has been collected, and the numbers so far.
  struct Content: Sendable {
    var numbering: SourceNumbering
    var answers: [any Answer] = []
    var drawings: [Drawing] = []

    /// What was said while drawing: what is left out, what was drawn more simply.
    var notes: [String] = []

    /// What the drawings cite.
    var citations: [Citation] = []
  }

  private static let stored = Mutex<AnswerCollection?>(nil)

  /// Where answers go; nil when they are written.
  static var current: AnswerCollection? { stored.withLock { $0 } }

  let session: GraphSession

  /// What was drawn in earlier runs.
  let drawings: DrawingCache
  private let hasCaption: Bool
  private let content: Mutex<Content>

  private init(
    _ session: GraphSession, numbering: SourceNumbering, hasCaption: Bool, drawings: DrawingCache
  ) {
    self.session = session
    self.drawings = drawings
    self.hasCaption = hasCaption
    content = Mutex(Content(numbering: numbering))
  }

  /// Runs a command and collects what it answers, also where it fails.
  /// - Parameter hasCaption: whether figures get a caption, so that they need no title.
  static func running(
    in session: GraphSession, numbering: SourceNumbering, hasCaption: Bool,
    drawings: DrawingCache, _ command: () throws -> Void
  ) -> (content: Content, error: (any Error)?) {
    let collection = AnswerCollection(
      session, numbering: numbering, hasCaption: hasCaption, drawings: drawings)
    stored.withLock { $0 = collection }
    defer { stored.withLock { $0 = nil } }
    let result = Result { try command() }
    let content = collection.content.withLock { $0 }
    if case .failure(let error) = result { return (content, error) }
    return (content, nil)
  }

  func take(_ answer: any Answer) { content.withLock { $0.answers.append(answer) } }

  func take(note line: String) {
    let note = line.hasPrefix("note: ") ? String(line.dropFirst("note: ".count)) : line
    content.withLock { if !$0.notes.contains(note) { $0.notes.append(note) } }
  }

  func take(_ svg: String, _ description: FigureDescription, of figure: Figure? = nil) {
    content.withLock {
      $0.drawings.append(Drawing(svg: svg, description: description, figure: figure))
    }
  }

  /// The figure without what the whole says for all its figures, and its caption for this one.
  func unframed(_ figure: Figure) -> Figure {
    var figure = figure
    figure.sources = []
    figure.metadata = nil
    if hasCaption {
      figure.title = ""
      figure.subtitle = nil
    }
    return figure
  }

  /// What takes the sources of a figure into the numbers of the whole.
  func renumbering(_ figure: Figure) -> SourceRenumbering {
    let graph = session.graph
    return content.withLock { content in
      let renumbering = SourceRenumbering(of: figure, into: &content.numbering, in: graph)
      content.citations += renumbering.citations
      return renumbering
    }
  }
}
