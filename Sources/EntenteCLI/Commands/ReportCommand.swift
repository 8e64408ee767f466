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
        entente report brief.md --lock
        entente report brief.md -o brief.docx
        entente report brief.md --check
        entente report brief.md -o brief.html --watch

      The graph is the one of --graph, else of the front matter of the brief, else as for other \
      commands. Faults of the brief give status 2, and nothing is written.
      """)

  @Argument(help: "The brief, in Markdown.", completion: .file(extensions: ["md"]))
  var brief: String

  @Option(
    name: [.customShort("g"), .long], help: "The dataset folder or graph file.",
    completion: .file())
  var graph: String?

  @Option(help: "How the report is written: html, markdown, docx, odt, epub, latex or pdf.")
  var format: ReportFormat?

  @Option(
    name: .customLong("pdf-engine"),
    help: """
      What sets the PDF: weasyprint, xelatex, lualatex or pdflatex; the first that is there unless \
      said.
      """)
  var pdfEngine: PDFEngine?

  @Option(
    name: [.customShort("o"), .long],
    help: """
      The file to write, - for standard output. Its ending chooses the format: .html, .md, .docx, \
      .odt, .epub, .tex or .pdf; figures of Markdown and TeX go into a folder beside it.
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

  @Flag(
    help: """
      Write no report; say what is wrong, else what has changed since --lock, or that the brief is \
      sound.
      """)
  var check = false

  @Flag(help: "Keep the answers in a file beside the brief, BRIEF.lock.json, for --check.")
  var lock = false

  @Option(
    help: """
      With --check, a folder for what has changed: a figure for each changed figure, and all of it \
      in changes.md.
      """, completion: .directory)
  var changes: String?

  @Flag(help: "Write the report all the same, with a box in place of what has no answer.")
  var keepGoing = false

  @Flag(help: "Draw every figure anew, also those that have not changed since an earlier run.")
  var noCache = false

  @Flag(
    help: """
      Write the report again whenever the brief, its data or its styles change, until Ctrl-C; an \
      HTML report is shown at an address of this machine, and loads itself anew.
      """)
  var watch = false

  @Option(help: "The port of --watch on 127.0.0.1; one that is free unless said.")
  var port: UInt16?

  func validate() throws {
    if port != nil, !watch { throw ValidationError("--port goes with --watch.") }
    if watch, check || lock || output == nil || output == "-" {
      throw ValidationError("--watch writes a file: add -o, and leave --check and --lock away.")
    }
    if changes != nil, !check { throw ValidationError("--changes goes with --check.") }
    guard check, output != nil || format != nil || keepGoing || lock || pdfEngine != nil else {
      return
    }
    throw ValidationError(
      "--check writes no report; leave -o, --format, --pdf-engine, --keep-going and --lock away.")
  }

  func run() throws {
    if watch { return try BriefWatch(of: self, port: port ?? 0).run() }
    try write(DrawingCache(noCache ? nil : .standard))
  }

  /// Asks the questions of the brief and writes the report, the lock, or what has changed.
  func write(_ drawings: DrawingCache) throws {
    let target =
      try check || (lock && output == nil) ? nil : ReportTarget(output, format: format, of: brief)
    let maker = try target.flatMap { try PandocReport($0.format, engine: pdfEngine) }
    let options = try globalOptions()
    var brief = try read()
    if let asOf { brief.frontMatter.asOf = PartialDate(asOf.text) }
    let folder = BriefFolder(of: self.brief)
    let location = try location(brief, folder, options)
    let session = try GraphSession(options, location: location)
    let runner = BriefRunner(
      session: session, folder: folder,
      progress: BriefProgress(
        of: brief.blocks.count + brief.quotations.count, isQuiet: quiet),
      drawings: drawings)
    let answered = AnsweredBrief(brief, by: runner)
    FigureCommand.repeating(nil)
    drawings.finish()
    let dataVersion = Self.version(of: session)
    let page = BriefPage(
      answered,
      options: BriefPage.Options(dataVersion: dataVersion, fallbackTitle: Self.stem(self.brief)))
    report(page.diagnostics, options)
    let locking = BriefLocking(self.brief, answered, in: session)
    guard let target else {
      guard answered.isSound else { throw CommandFailure(.misused) }
      if lock { return try locking.write(remark) }
      return try locking.check(
        into: changes, counts: Self.counts(brief), options, in: session, remark)
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
    case .docx, .odt, .epub, .latex, .pdf:
      guard let maker else { break }
      let bytes = try maker.bytes(
        of: answered, page: page, target, dataVersion: dataVersion,
        fallbackTitle: Self.stem(self.brief))
      try target.write(bytes, remark)
    }
    if !answered.isSound { throw CommandFailure(.nothing) }
    if lock { try locking.write(remark) } else { locking.remarkOnChanges(remark) }
  }

  /// Only the options that other parts of the program ask for.
  func globalOptions() throws -> GlobalOptions {
    var options = try GlobalOptions.parse([])
    options.graph = graph
    options.color = color
    options.quiet = quiet
    return options
  }

  func read() throws(CommandFailure) -> Brief {
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
  func location(
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

  func report(_ diagnostics: [Diagnostic], _ options: GlobalOptions) {
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

  static func counts(_ brief: Brief) -> String {
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

/// The formats of reports, by the names that pandoc has for them too.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case html, markdown
  case docx, odt, epub, latex, pdf

  /// The format that the ending of a file asks for.
  init?(ending: String) {
    switch ending {
    case "htm": self = .html
    case "md": self = .markdown
    case "tex": self = .latex
    default: self.init(rawValue: ending)
    }
  }

  /// Whether other programs write it.
  var needsPrograms: Bool { self != .html && self != .markdown }
}
