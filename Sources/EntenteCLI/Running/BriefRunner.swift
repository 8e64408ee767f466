// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing
internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

/// Answers the questions of a brief by running their commands in this process, all on one graph.
struct BriefRunner: BriefResolver {
  let session: GraphSession
  let folder: BriefFolder

  /// Is told of every question before it is asked.
  let progress: BriefProgress

  /// What was drawn in earlier runs.
  let drawings: DrawingCache

  private let bracketed: BracketedTexts

  init(
    session: GraphSession, folder: BriefFolder, progress: BriefProgress,
    drawings: DrawingCache = DrawingCache()
  ) {
    self.session = session
    self.folder = folder
    self.progress = progress
    self.drawings = drawings
    bracketed = BracketedTexts(of: session.graph)
  }

  var graph: PropertyGraph { session.graph }

  func answer(
    to block: BriefBlock, in frontMatter: BriefFrontMatter, numbering: inout SourceNumbering
  ) throws(BriefFault) -> BriefAnswer {
    progress.advance()
    let command = try command(block.words, asOf: block.asOf, in: frontMatter)
    var answer = BriefAnswer(parts: [])
    let styles = [block.style ?? frontMatter.style].compactMap { $0 }
    for part in block.show where part.isFigure {
      try require(part, of: command, in: block)
      let drawn = try draw(
        command, styles: styles, hasCaption: block.caption != nil, block.words, &numbering)
      guard let drawing = drawn.drawings.first else {
        throw BriefFault(
          Self.emptyText(of: drawn.answers.first) ?? "there is nothing to draw",
          at: block.words[0].place)
      }
      var figure = BriefFigure(
        svg: drawing.svg, alternative: drawing.description.shortText, figure: drawing.figure,
        words: drawing.description.relationships)
      figure.notes = drawn.notes
      answer.parts.append(.figure(figure))
      answer.title = answer.title ?? drawing.description.title
      answer.citations += drawn.citations
    }
    guard block.show.contains(where: { !$0.isFigure }) else { return answer }
    let told = try ask(command, block.words, isDrawnToo: block.showsFigure, &numbering)
    guard let asked = told.answers.first else {
      throw BriefFault("the command has no answer in words", at: block.words[0].place)
    }
    let blocks = bracketed.told(apart: asked.blocks)
    let renumbering = SourceRenumbering(of: blocks, into: &numbering, in: graph)
    answer.citations += renumbering.citations
    var parts: [BriefAnswer.Part] = []
    var rest = answer.parts[...]
    for part in block.show {
      if part.isFigure, let figure = rest.popFirst() { parts.append(figure) }
      switch part {
      case .table where !asked.isEmpty:
        parts.append(.table(table(of: asked, renumbering, &numbering, &answer.citations)))
      case .list: parts.append(.text(renumbering.blocks(blocks).map(\.asList)))
      case .table, .path: parts.append(.text(renumbering.blocks(blocks)))
      default: break
      }
    }
    answer.parts = parts
    return answer
  }

  func answer(
    to quotation: BriefQuotation, in frontMatter: BriefFrontMatter,
    numbering: inout SourceNumbering
  ) throws(BriefFault) -> BriefQuotationAnswer {
    progress.advance()
    let command = try command(quotation.words, asOf: nil, in: frontMatter)
    let told = try ask(command, quotation.words, isDrawnToo: false, &numbering)
    guard let asked = told.answers.first else {
      throw BriefFault("the command has no answer in words", at: quotation.words[0].place)
    }
    let wording = BriefQuotationWording(asked, bracketed.told(apart: asked.blocks))
    guard let text = wording.text(quotation.form) else {
      throw BriefFault(
        "the answer holds no \(quotation.form.rawValue)",
        help: BriefQuotationWording.help(for: quotation.form), at: quotation.words[0].place)
    }
    // Only what the quoted words cite is cited; a number stands for the whole answer.
    var cited = SourceNumbering(graph)
    let sources = wording.sources(of: text, quotation.form)
    let citations = SourceRenumbering(of: [.sources(sources)], into: &cited, in: graph).citations
    numbering.number(citations)
    return BriefQuotationAnswer(wording.withoutMarks(text), citations: citations)
  }

  // MARK: Commands

  /// The command that the words of a question name, with the day that the question is about.
  private func command(
    _ words: [BriefWord], asOf: PartialDate?, in frontMatter: BriefFrontMatter
  ) throws(BriefFault) -> any BriefCommand {
    let parsed: any ParsableCommand
    do {
      let sorted = try ArgumentOrder.sorted(words.map(\.text), root: EntenteCommand.self)
      parsed = try Main.parsed(sorted)
    } catch let failure as CommandFailure {
      throw fault(failure, in: words)
    } catch {
      guard !EntenteCommand.exitCode(for: error).isSuccess else {
        throw BriefFault("a brief asks the graph, and not for help", at: words[0].place)
      }
      // A question that helps is the second sentence.
      let parts = EntenteCommand.message(for: error).split(separator: ". ", maxSplits: 1)
      let message = parts.first.map { $0.prefix(1).lowercased() + $0.dropFirst() } ?? ""
      throw fault(
        CommandFailure(
          .misused, message.hasSuffix(".") ? String(message.dropLast()) : message,
          hint: parts.count > 1 ? String(parts[1]) : nil), in: words)
    }
    guard var command = parsed as? any BriefCommand else {
      throw BriefFault(
        "'\(words[0].text)' cannot stand in a brief", help: "a brief asks and draws only",
        at: words[0].place)
    }
    if let option = command.refusedOption {
      throw BriefFault(
        "\(option) cannot stand in a brief", help: Self.help(forRefused: option),
        at: place(ofOption: option, in: words))
    }
    command.options.quiet = true
    command.options.color = .never
    if command.options.asOf == nil, let day = asOf ?? (command.takesDay ? frontMatter.asOf : nil) {
      command.options.asOf = AsOfDate(day)
    }
    FigureCommand.repeating(FigureCommand.text(of: words.map(\.text)))
    return command
  }

  private static func help(forRefused option: String) -> String {
    switch option {
    case "--graph": "the front matter names the graph of the whole brief"
    case "--format": "write '#| show: …' above the command"
    case "--alt": "write '#| alt: …' above the command"
    case "--write", "--gql", "--id-prefix", "--scale": "leave it away"
    default: "a brief reads and writes no other files"
    }
  }

  /// Where an option stands that was given by its long name or by its letter.
  private func place(ofOption option: String, in words: [BriefWord]) -> SourceLocation? {
    let letter = ["--graph": "-g", "--output": "-o", "--file": "-f"][option] ?? option
    return words.first { word in
      word.text == option || word.text.hasPrefix("\(option)=") || word.text.hasPrefix(letter)
    }?.place
  }

  // MARK: Running

  private func draw(
    _ command: any BriefCommand, styles: [String], hasCaption: Bool, _ words: [BriefWord],
    _ numbering: inout SourceNumbering
  ) throws(BriefFault) -> AnswerCollection.Content {
    var drawn = command
    drawn.options.format = .svg
    if var drawing = drawn.figureOptions {
      let isGiven = !drawing.style.isEmpty
      var found: [String] = []
      for name in isGiven ? drawing.style : styles {
        do throws(BriefFault) { found.append(try style(name)) } catch {
          var fault = error
          fault.place = words.last { $0.text.hasSuffix(name) }?.place
          throw fault
        }
      }
      drawing.style = found
      drawn.figureOptions = drawing
    }
    return try run(drawn, hasCaption: hasCaption, words, &numbering)
  }

  /// - Parameter isDrawnToo: whether the same command draws, so that options of figures are meant
  ///   for that.
  private func ask(
    _ command: any BriefCommand, _ words: [BriefWord], isDrawnToo: Bool,
    _ numbering: inout SourceNumbering
  ) throws(BriefFault) -> AnswerCollection.Content {
    var command = command
    command.options.format = .text
    if isDrawnToo, let plain = try? DrawingOptions.parse([]) { command.figureOptions = plain }
    return try run(command, hasCaption: false, words, &numbering)
  }

  /// Runs a command; nothing found is an answer too.
  private func run(
    _ command: any BriefCommand, hasCaption: Bool, _ words: [BriefWord],
    _ numbering: inout SourceNumbering
  ) throws(BriefFault) -> AnswerCollection.Content {
    let (content, error) = AnswerCollection.running(
      in: session, numbering: numbering, hasCaption: hasCaption, drawings: drawings
    ) {
      var command = command
      try command.run()
    }
    numbering = content.numbering
    switch error {
    case nil: return content
    case let failure as CommandFailure:
      if failure.status == .nothing, !content.answers.isEmpty { return content }
      throw fault(failure, in: words)
    case let other?:
      throw BriefFault(EntenteCommand.message(for: other), at: words[0].place)
    }
  }

  private func fault(_ failure: CommandFailure, in words: [BriefWord]) -> BriefFault {
    let message = failure.message ?? "the question has no answer"
    // What a failure is about stands in quotes in it.
    let named = words.first { message.contains("'\($0.text)'") }
    return BriefFault(
      message, help: failure.hint.map(Self.oneLine), at: (named ?? words[0]).place)
  }

  /// A hint as it stands on lines of its own, as one line.
  private static func oneLine(_ hint: String) -> String {
    // The key of a node stands two spaces before its name.
    let lines = hint.split(separator: "\n").map { line in
      let parts = line.trimmed.split(separator: "  ", maxSplits: 1)
      return parts.count == 2 ? "'\(parts[0])', \(parts[1])" : line.trimmed
    }
    let text: String
    if let first = lines.first, first.hasSuffix(":"), lines.count > 1 {
      let isQuestion = first.hasPrefix("Did")
      text =
        first.dropLast(isQuestion ? 1 : 0) + " "
        + lines.dropFirst().joined(separator: isQuestion ? " or " : ", ") + (isQuestion ? "?" : "")
    } else {
      text = lines.joined(separator: "; ")
    }
    let isName = text.dropFirst().first?.isUppercase ?? false
    return isName ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  private func require(
    _ part: BriefBlock.Part, of command: any BriefCommand, in block: BriefBlock
  ) throws(BriefFault) {
    let fits =
      switch part {
      case .matrix: command is GapsCommand || command is DrawGapsCommand
      case .timeline: command is TimelineCommand || command is DrawTimelineCommand
      default: command.figureOptions != nil
      }
    guard !fits else { return }
    throw BriefFault(
      part == .figure
        ? "'\(block.words[0].text)' draws nothing"
        : "only '\(part == .matrix ? "gaps" : "timeline")' is shown as a \(part.rawValue)",
      help: part == .figure ? "write '#| show: table' above the command" : nil,
      at: block.words[0].place)
  }

  /// A style of the brief: a theme, or a file in its folder.
  private func style(_ name: String) throws(BriefFault) -> String {
    if FigureTheme(rawValue: name) != nil { return name }
    let path = try folder.path(of: name)
    guard FileSystem.exists(path), !FileSystem.isFolder(path) else {
      let themes = FigureTheme.allCases.map(\.rawValue)
      throw BriefFault(
        "no theme and no file beside the brief is called '\(name)'",
        help: Suggestion.didYouMean(name, among: themes)
          ?? "the themes are \(themes.joined(separator: ", "))")
    }
    return path
  }

  // MARK: Tables

  /// The table that people read, else the one for spreadsheets with marks in place of keys.
  private func table(
    of answer: any Answer, _ renumbering: SourceRenumbering, _ numbering: inout SourceNumbering,
    _ citations: inout [Citation]
  ) -> AnswerTable {
    for case .table(let table) in bracketed.told(apart: answer.blocks) {
      return renumbering.table(table)
    }
    var table = bracketed.told(apart: answer.table)
    if let column = table.columns.firstIndex(of: "edge") {
      for row in table.rows.indices {
        let edge = graph.description.wording(ofEdgeType: table.rows[row][column])
        table.rows[row][column] = edge.verb
      }
    }
    guard let column = table.columns.firstIndex(of: "sources") else { return table.forReaders }
    for row in table.rows.indices {
      let cited = table.rows[row][column].split(separator: " ").compactMap { key -> Citation? in
        graph.sources.firstIndex { $0.key == key }
          .map { Citation(source: SourceID(rawValue: UInt32($0))) }
      }
      citations += cited
      table.rows[row][column] = numbering.numbers(of: cited).map { "[\($0)]" }.joined()
    }
    return table.forReaders
  }

  private static func emptyText(of answer: (any Answer)?) -> String? {
    for block in answer?.blocks ?? [] {
      if case .paragraph(let text) = block {
        return text.hasSuffix(".") ? String(text.dropLast()) : text
      }
    }
    return nil
  }
}

extension AnswerTable {
  /// Without columns in which nothing stands, and with words for titles.
  fileprivate var forReaders: AnswerTable {
    let kept = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    return AnswerTable(
      columns: kept.map { columns[$0].capitalisedSentence },
      rows: rows.map { row in kept.map { row[$0] } })
  }
}

extension AnswerBlock {
  /// A table as one line for each row: its first cell, dates, and the marks at its end.
  fileprivate var asList: AnswerBlock {
    guard case .table(let table) = self, table.columns.count > 1 else { return self }
    let dates = table.columns.firstIndex(of: "Dates")
    return .items(
      table.rows.map { row in
        var text = row[0]
        if let dates, !row[dates].isEmpty { text += " (\(row[dates]))" }
        if let marks = row.last, table.columns.last == "Sources", !marks.isEmpty {
          text += " \(marks)"
        }
        return text
      })
  }
}
