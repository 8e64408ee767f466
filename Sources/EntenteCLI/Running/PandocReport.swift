// SPDX-License-Identifier: Apache-2.0

internal import GraphReports

/// Makes reports in the formats that other programs write: pandoc, and those that set PDF.
struct PandocReport {
  private let format: ReportFormat

  /// Nil where our own page is set.
  private let pandoc: PandocProgram?
  private let engine: (engine: PDFEngine, path: String)?

  /// Finds the programs before anything is asked; nil for formats that need none.
  init?(_ format: ReportFormat, engine wanted: PDFEngine?) throws(CommandFailure) {
    guard wanted == nil || format == .pdf else {
      throw CommandFailure(
        .misused, "--pdf-engine is for PDF, and this report is written as \(format.rawValue)")
    }
    guard format.needsPrograms else { return nil }
    self.format = format
    engine = format == .pdf ? try PDFEngine.found(wanted) : nil
    pandoc = engine?.engine == .weasyprint ? nil : try PandocProgram(for: format)
  }

  /// The report as a file.
  func bytes(
    of answered: AnsweredBrief, page: BriefPage, _ target: ReportTarget,
    dataVersion: String?, fallbackTitle: String
  ) throws(CommandFailure) -> [UInt8] {
    let folder = try TemporaryFolder()
    guard let pandoc else {
      return try PDFEngine.pages(of: page.html, by: engine?.path ?? "", in: folder)
    }
    let place: PandocPictures.Place
    if format == .latex {
      guard let beside = target.besideFolder else { throw ReportTarget.withoutPlace }
      place = .beside(folder: beside, name: String(target.figureFolder.dropLast()))
    } else {
      place = .temporary(folder)
    }
    let version = try pandoc.version()
    let brief: PandocBrief
    do throws(BriefFault) {
      brief = try PandocBrief(
        answered, target: PandocTarget(format: format.rawValue), version: version,
        media: PandocPictures(place: place), dataVersion: dataVersion,
        fallbackTitle: fallbackTitle)
    } catch {
      let isMissing = Platform.program(named: "rsvg-convert") == nil
      throw CommandFailure(isMissing ? .missing : .unwritable, error.message, hint: error.help)
    }
    let arguments = engine.map { ["--pdf-engine", $0.path] } ?? []
    let result = Result { () throws(CommandFailure) in
      try pandoc.converted(brief.document, to: format.rawValue, arguments)
    }
    // Pandoc reads the pictures.
    withExtendedLifetime(folder) {}
    return try result.get()
  }
}
