// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

/// The command `entente report BRIEF`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", _superCommandName: "entente",
    abstract: "Write a brief whose figures, tables and sentences come from the graph.",
    discussion: """
      A brief is Markdown in which fenced blocks with the info string 'entente' hold a command \
      without the name of the program, and inline code such as `entente list programmes --format \
      number`{.entente} holds one whose answer is a sentence, a number or a date.

      Examples:
        entente report brief.md -o brief.html
        entente report brief.md -o wiki/brief.md
        entente report brief.md --check

      The graph is the one of --graph, else of the front matter of the brief, else as for other \
      commands. Faults of the brief give status 2, and nothing is written.
      """)

  @Argument(help: "The brief, in Markdown.", completion: .file(extensions: ["md"]))
  var brief: String

  @Option(
    name: [.customShort("g"), .long], help: "The dataset folder or graph file.",
    completion: .file())
  var graph: String?

  @Option(help: "How the report is written: html or markdown.")
  var format: ReportFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: """
      The file to write, - for standard output. Its ending chooses the format: .html or .md; \
      figures of Markdown go into a folder beside it.
      """, completion: .file())
  var output: String?

  @Option(help: "When to use colour: auto, always or never.")
  var color: ColourChoice = .auto

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  @Option(
    help: "The day that answers are about, in place of that of the front matter.",
    transform: AsOfDate.init)
  var asOf: AsOfDate?

  @Flag(help: "Write nothing; say what is wrong, or that the brief is sound.")
  var check = false

  @Flag(help: "Write the report all the same, with a box in place of what has no answer.")
  var keepGoing = false

  func validate() throws {
    guard check, output != nil || format != nil || keepGoing else { return }
    throw ValidationError("--check writes nothing; leave -o, --format and --keep-going away.")
  }

  func run() throws {
    let target = try check ? nil : ReportTarget(output, format: format, of: brief)
    let options = try globalOptions()
    var brief = try read()
    if let asOf { brief.frontMatter.asOf = PartialDate(asOf.text) }
    let folder = BriefFolder(of: self.brief)
    let location = try location(brief, folder, options)
    let session = try GraphSession(options, location: location)
    let runner = BriefRunner(
      session: session, folder: folder,
      progress: BriefProgress(
        of: brief.blocks.count + brief.quotations.count, isQuiet: quiet))
    let answered = AnsweredBrief(brief, by: runner)
    FigureCommand.repeating(nil)
    let dataVersion = Self.version(of: session)
    let page = BriefPage(
      answered,
      options: BriefPage.Options(dataVersion: dataVersion, fallbackTitle: Self.stem(self.brief)))
    report(page.diagnostics, options)
    guard let target else {
      guard answered.isSound else { throw CommandFailure(.misused) }
      return try Console.write("sound: \(Self.counts(brief))\n")
    }
    guard answered.isSound || keepGoing else {
      throw CommandFailure(
        .misused, "nothing is written, for the brief has faults",
        hint: "With --keep-going, boxes stand in their places.")
    }
    switch target.format {
    case .html: try target.write(page.html, remark)
    case .markdown:
      let text = BriefMarkdown(
        answered, folder: target.figureFolder, dataVersion: dataVersion)
      try target.write(text.text, text.files, remark)
    }
    if !answered.isSound { throw CommandFailure(.nothing) }
  }

  /// Only the options that other parts of the program ask for.
  private func globalOptions() throws -> GlobalOptions {
    var options = try GlobalOptions.parse([])
    options.graph = graph
    options.color = color
    options.quiet = quiet
    return options
  }

  private func read() throws(CommandFailure) -> Brief {
    let limits = MarkdownDocument.Limits()
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.read(brief, limit: max(limits.size, 1 << 20) * 2)
    } catch {
      throw CommandFailure(.misused, "'\(brief)' cannot be read: \(error.description)")
    }
    do throws(MarkdownError) {
      return try Brief.read(name: brief, bytes: bytes, limits: limits)
    } catch {
      throw CommandFailure(error == .outOfMemory ? .unreadable : .missing, error.description)
    }
  }

  /// Where the graph of the brief lies.
  private func location(
    _ brief: Brief, _ folder: BriefFolder, _ options: GlobalOptions
  ) throws(CommandFailure) -> String {
    guard graph == nil, let named = brief.frontMatter.graph else {
      return try GraphLocation.find(graph)
    }
    do throws(BriefFault) { return try folder.graph(named) } catch {
      // What else is wrong with the brief is said with it.
      let place = Self.place(ofGraphIn: brief)
      report(
        brief.diagnostics + [
          Diagnostic(
            code: "B104", severity: .error, message: error.message, at: place, help: error.help)
        ], options)
      throw CommandFailure(.misused)
    }
  }

  /// The line of the front matter that names the graph.
  private static func place(ofGraphIn brief: Brief) -> SourceLocation {
    let source = brief.source
    for line in 1...source.lineCount {
      let range = source.range(ofLine: line)
      guard range.lowerBound < brief.start else { break }
      if source.utf8[range].starts(with: Array("graph".utf8)) { return source.location(of: range) }
    }
    return SourceLocation(file: source.name, line: 1, column: 0)
  }

  private func report(_ diagnostics: [Diagnostic], _ options: GlobalOptions) {
    let worthSaying = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    guard !worthSaying.isEmpty else { return }
    let report = DiagnosticReport(worthSaying, fileCount: 1)
    Console.say(
      report.text(with: DiagnosticRenderer(isColoured: options.coloursErrors)).trimmedEnd)
  }

  private func remark(_ line: String) {
    if !quiet { Console.say(TerminalText.harmless(line)) }
  }

  /// The title of the data, and what tells them from others.
  private static func version(of session: GraphSession) -> String? {
    let parts = [session.description.title, session.dataHash.map { String($0.prefix(12)) }]
      .compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func counts(_ brief: Brief) -> String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    return count(brief.blocks.count, "block") + ", " + count(brief.quotations.count, "quotation")
  }

  /// The name of a file without its ending.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case html, markdown
}
