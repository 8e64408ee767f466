// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphFormats
internal import GraphReports
internal import SourceDiagnostics

/// The command `entente render --in-place BRIEF`.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", _superCommandName: "entente",
    abstract: "Write the answers of a brief between marks in its own text.",
    discussion: """
      For texts that are read as they are, such as the pages of a repository. An answer stands \
      between two marks with the label of its block:

          <!-- entente:begin fig-forums -->
          <!-- entente:end -->

      The label 'sources' stands for the list of sources. Nothing outside the marks changes.

      Examples:
        entente render --in-place page.md
        entente render --in-place page.md --check
      """)

  @Argument(help: "The brief, in Markdown.", completion: .file(extensions: ["md"]))
  var brief: String

  @Flag(help: "Write into the brief itself.")
  var inPlace = false

  @Flag(help: "Write nothing; say what would change, with status 1.")
  var check = false

  @Option(help: "The folder of figures, from the folder of the brief.", completion: .directory)
  var figures = "figures"

  @Option(
    name: [.customShort("g"), .long], help: "The dataset folder or graph file.",
    completion: .file())
  var graph: String?

  @Option(help: "When to use colour: auto, always or never.")
  var color: ColourChoice = .auto

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  @Flag(help: "Draw every figure anew, also those that have not changed since an earlier run.")
  var noCache = false

  func validate() throws {
    guard inPlace || check else {
      throw ValidationError("Add --in-place: the answers are written into the brief itself.")
    }
    let parts = figures.split(separator: "/", omittingEmptySubsequences: false)
    guard !figures.isEmpty, !parts.contains(where: { ["", ".", ".."].contains($0) }) else {
      throw ValidationError("--figures names a folder in that of the brief.")
    }
  }

  func run() throws {
    let report = try self.report()
    let options = try report.globalOptions()
    let brief = try report.read()
    let folder = BriefFolder(of: self.brief)
    let session = try GraphSession(options, location: report.location(brief, folder, options))
    let drawings = DrawingCache(noCache ? nil : .standard)
    let runner = BriefRunner(
      session: session, folder: folder,
      progress: BriefProgress(
        of: brief.blocks.count + brief.quotations.count, isQuiet: quiet), drawings: drawings)
    let answered = AnsweredBrief(brief, by: runner)
    FigureCommand.repeating(nil)
    drawings.finish()
    let rendered = BriefInPlace(answered, folder: Self.escaped(figures) + "/")
    report.report((answered.diagnostics + rendered.diagnostics).sorted(), options)
    guard answered.isSound, !rendered.diagnostics.contains(where: { $0.severity == .error }) else {
      throw CommandFailure(
        .misused, check ? nil : "nothing is written, for the brief has faults")
    }
    try finish(rendered)
  }

  /// The options that both commands have, for what they do alike.
  private func report() throws -> ReportCommand {
    var arguments = ["--check", "--color", color.rawValue]
    if let graph { arguments.append("--graph=\(graph)") }
    if quiet { arguments.append("--quiet") }
    return try ReportCommand.parse(arguments + ["--", brief])
  }

  /// Writes what is new: the figures first, so that no link leads to nothing.
  private func finish(_ rendered: BriefInPlace) throws(CommandFailure) {
    let base = Platform.folder(of: brief)
    let folder = base == "." ? figures : base == "/" ? "/\(figures)" : "\(base)/\(figures)"
    // Figures without a mark in the text are linked from nowhere.
    let prefix = "](\(Self.escaped(figures))/"
    let linked = rendered.files.filter { rendered.text.contains("\(prefix)\($0.name))") }
    var changed = linked.map { (path: "\(folder)/\($0.name)", text: $0.content) }
    changed.append((brief, rendered.text))
    changed.removeAll { file in
      (try? FileSystem.read(file.path, limit: 1 << 28)) == Array(file.text.utf8)
    }
    guard !changed.isEmpty else {
      return try Console.write("\(TerminalText.harmless(brief)): nothing changes\n")
    }
    if check {
      for file in changed {
        try Console.write("would change: \(TerminalText.harmless(file.path))\n")
      }
      throw CommandFailure(.nothing)
    }
    if !linked.isEmpty, !Platform.makeFolders(folder) {
      throw CommandFailure(.unwritable, "cannot make the folder '\(folder)'")
    }
    for file in changed {
      do throws(FileSystemError) {
        try FileSystem.writeAtomically(file.path, Array(file.text.utf8))
      } catch {
        throw CommandFailure(.unwritable, "cannot write '\(file.path)': \(error.description)")
      }
      if !quiet { Console.say(TerminalText.harmless("wrote \(file.path)")) }
    }
  }

  /// A path as it stands in a link.
  private static func escaped(_ path: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    return path.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      let isPlain =
        byte < 0x80 && (character.isLetter || character.isNumber || "-._/".contains(character))
      return isPlain
        ? String(character) : "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
    }.joined()
  }
}
