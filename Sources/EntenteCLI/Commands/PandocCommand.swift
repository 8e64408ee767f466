// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphFormats
internal import GraphModel
internal import GraphReports

/// The command `entente pandoc FORMAT`, which is a filter of pandoc.
struct PandocCommand: ParsableCommand {
  /// Under this name the program is the filter: pandoc calls filters with nothing but the format.
  static let filterName = "entente-pandoc"

  static let configuration = CommandConfiguration(
    commandName: "pandoc", _superCommandName: "entente",
    abstract: "Answer the questions of a document that goes through pandoc.",
    discussion: """
      Reads pandoc's syntax tree as JSON on standard input, puts answers in the places of its \
      questions, and writes it to standard output. A link called 'entente-pandoc' that leads to the \
      program is a filter:

        ln -s "$(command -v entente)" ~/.local/bin/entente-pandoc
        pandoc --filter entente-pandoc --citeproc brief.md -o brief.docx

      In pipes it takes options:

        pandoc -t json brief.md | entente pandoc docx -g data | pandoc -f json -o brief.docx

      The metadata of the document name graph, as-of and style. Where they name a bibliography, \
      sources are cited by the keys of 'entente sources --format csl' and 'bibtex'; else the \
      document gets numbers and a list. A fault stops pandoc.
      """)

  @Argument(help: "The format that pandoc writes, such as docx, html or latex.")
  var format: String

  @Option(
    name: [.customShort("g"), .long], help: "The dataset folder or graph file.",
    completion: .file())
  var graph: String?

  @Option(
    help: """
      The folder for the files of figures; else $ENTENTE_MEDIA, else 'entente-media' of the \
      metadata, else entente-figures, or a cache where the document holds its pictures.
      """, completion: .directory)
  var media: String?

  @Option(help: "What faults call the document, where pandoc does not say.")
  var name = "document"

  @Flag(help: "Put a box in place of what has no answer, and go on.")
  var keepGoing = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  /// More than any document that people write.
  private static let inputLimit = 256 << 20

  func run() throws {
    let bytes = try Self.standardInput()
    let document: PandocDocument
    do throws(PandocFault) { document = try PandocDocument(bytes) } catch {
      throw CommandFailure(
        .misused, error.description,
        hint: "This command is a filter: pandoc --filter \(Self.filterName) brief.md -o brief.docx")
    }
    guard document.hasQuestions else { return try Console.write(bytes) }
    let folder = BriefFolder(of: "./\(name)")
    var options = try GlobalOptions.parse([])
    options.graph = graph
    options.quiet = quiet
    let session = try GraphSession(
      options, location: try location(document.frontMatter.graph, folder))
    let target = PandocTarget(format: format)
    let filter = PandocFilter(
      resolver: BriefRunner(
        session: session, folder: folder, progress: BriefProgress(of: 0, isQuiet: true)),
      media: PandocPictures(place: try place(document.mediaFolder, folder, target)), target: target,
      name: name, keepsGoing: keepGoing)
    let outcome = filter.filtered(document)
    FigureCommand.repeating(nil)
    for fault in outcome.faults { Console.say(fault) }
    guard let filtered = outcome.document else { throw CommandFailure(.misused) }
    // Pandoc takes any status but 0 for a failure of the whole, boxes or not.
    try Console.write(filtered)
  }

  private static func standardInput() throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while let more = Platform.read(from: 0, until: { false }), !more.isEmpty {
      bytes += more
      guard bytes.count <= inputLimit else {
        throw CommandFailure(
          .misused, "the document has more than \(inputLimit) bytes, which is all that is read")
      }
    }
    return bytes
  }

  /// Where the graph lies: what the options name, else the metadata, else as for other commands.
  private func location(
    _ named: String?, _ folder: BriefFolder
  ) throws(CommandFailure) -> String {
    guard graph == nil, let named else { return try GraphLocation.find(graph) }
    do throws(BriefFault) { return try folder.graph(named) } catch {
      throw CommandFailure(
        .misused, "\(name): graph: \(error.message)",
        hint: error.help.map { "\($0.capitalisedSentence)." })
    }
  }

  /// Where the files of figures go. A folder that the document names is one beside it; one that the
  /// user names may lie anywhere.
  private func place(
    _ named: String?, _ folder: BriefFolder, _ target: PandocTarget
  ) throws(CommandFailure) -> PandocPictures.Place {
    if let given = media ?? Platform.environment("ENTENTE_MEDIA") {
      return .beside(folder: given, name: given)
    }
    // What the document holds need not lie about beside it.
    if named == nil, target.holdsPictures,
      let cached = CacheFolder.standard?.path(of: "pictures", in: "pandoc")
    {
      return .beside(folder: cached, name: cached)
    }
    let name = named ?? "entente-figures"
    do throws(BriefFault) {
      let path = try folder.path(of: name)
      return .beside(folder: path, name: path)
    } catch {
      throw CommandFailure(
        .misused, "\(self.name): entente-media: \(error.message)",
        hint: error.help.map { "\($0.capitalisedSentence)." })
    }
  }
}
