// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import GraphReports
import Testing

/// Documents go through pandoc itself, before and after the filter.
@Suite struct PandocProgramTests {
  /// Pandoc, or the one that `ENTENTE_PANDOC` names.
  private static let pandoc: String? = {
    let named = ProcessInfo.processInfo.environment["ENTENTE_PANDOC"].map { [$0] } ?? []
    let usual = ["/usr/bin/pandoc", "/usr/local/bin/pandoc", "/opt/homebrew/bin/pandoc"]
    return (named + usual).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private static let converter = ["/usr/bin/rsvg-convert", "/opt/homebrew/bin/rsvg-convert"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let brief = """
    ---
    title: A brief
    ---
    # One

    ```{.entente #fig-a caption="States & programmes" alt="What is seen"}
    figure
    ```

    ```entente
    #| label: tbl-b
    #| caption: A table
    table
    ```

    ```entente
    words
    ```

    It holds `list states --format date`{.entente}.
    """

  private struct Folder: PandocMedia {
    let path: String
    let converter: String?

    func keep(
      _ svg: String, as picture: PandocPicture, named name: String
    ) throws(BriefFault) -> String {
      var bytes = Array(svg.utf8)
      if picture != .svg {
        guard let converter, let format = PictureConverter.Format(rawValue: picture.rawValue)
        else { throw BriefFault("rsvg-convert is missing") }
        do throws(LayoutError) {
          var pictures = PictureConverter(executable: converter)
          pictures.dotsPerInch = PandocPicture.dotsPerInch
          bytes = try pictures.picture(of: svg, as: format)
        } catch {
          throw BriefFault(error.description)
        }
      }
      let file = "\(path)/\(name)"
      guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
        throw BriefFault("'\(file)' cannot be written")
      }
      return file
    }
  }

  private func run(_ arguments: [String], _ input: Data, in folder: URL) throws -> (
    status: Int32, output: Data, errors: String
  ) {
    let files = ["input", "output", "errors"].map { folder.appendingPathComponent($0) }
    try input.write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.pandoc))
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try Data(contentsOf: files[1]),
      try String(contentsOf: files[2], encoding: .utf8)
    )
  }

  @Test(
    .enabled(if: pandoc != nil && converter != nil, "pandoc or rsvg-convert is missing"),
    arguments: ["html5", "latex", "gfm", "plain", "docx", "odt", "epub", "pptx", "rst"],
    [false, true])
  func pandocTakesEveryAnswer(_ format: String, cites: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("entente-pandoc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let graph = try ReportGraph().graph
    let bibliography = CSLBibliography(graph).text(of: SourceRegisterAnswer(of: graph).sources)
    try Data(bibliography.utf8).write(to: folder.appendingPathComponent("sources.json"))
    let cited = cites ? ["--metadata", "bibliography=sources.json"] : []

    let read = try run(["-t", "json"] + cited, Data(Self.brief.utf8), in: folder)
    #expect(read.status == 0)
    let filter = PandocFilter(
      resolver: PandocFilterTests.MadeUpResolver(graph: graph),
      media: Folder(path: folder.path, converter: Self.converter),
      target: PandocTarget(format: format), name: "brief.md")
    let outcome = filter.filtered(try PandocDocument(Array(read.output)))
    #expect(outcome.faults == [])
    let document = Data(try #require(outcome.document))
    let file = folder.appendingPathComponent("result")
    let written = try run(
      ["-f", "json", "-t", format, "-s", "-o", file.path, "--fail-if-warnings"]
        + (cites ? ["--citeproc"] : []), document, in: folder)
    #expect(written.errors == "")
    #expect(written.status == 0)
    let bytes = try Data(contentsOf: file)
    #expect(bytes.count > 300)
    if let kept = ProcessInfo.processInfo.environment["ENTENTE_KEEP"] {
      try bytes.write(to: URL(fileURLWithPath: "\(kept)/brief-\(cites).\(format)"))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    switch format {
    case "html5":
      #expect(text.contains("<svg style=") && text.contains("<figure id=\"fig-a\""))
      #expect(text.contains("<desc id=\"f123-desc\">What is seen</desc>"))
      #expect(text.contains("&lt;Arland&gt;"))
      #expect(text.contains("id=\"entente-sources\"") == !cites)
      #expect(text.contains("id=\"ref-gazette\"") == cites)
    case "latex":
      #expect(text.contains("\\includegraphics") && text.contains(".pdf}"))
      #expect(text.contains("\\label{fig-a}") || text.contains("fig-a"))
    case "gfm": #expect(text.contains(".svg"))
    case "plain": #expect(text.contains("[What is seen]"))
    case "docx", "odt", "epub", "pptx": #expect(bytes.starts(with: Data("PK".utf8)))
    default: break
    }
  }
}
