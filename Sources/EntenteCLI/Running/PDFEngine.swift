// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphFormats

/// A program that sets reports on pages of PDF.
enum PDFEngine: String, ExpressibleByArgument, CaseIterable {
  /// Sets our own page of HTML, so that every script and sign is there that the machine has a font
  /// for; needs no pandoc.
  case weasyprint

  /// Those of TeX set what pandoc writes.
  case xelatex, lualatex, pdflatex

  /// The first that is there, with its path.
  static var first: (engine: PDFEngine, path: String)? {
    for engine in allCases {
      if let path = Platform.program(named: engine.rawValue) { return (engine, path) }
    }
    return nil
  }

  /// The one that is asked for, else the first that is there.
  static func found(_ wanted: PDFEngine?) throws(CommandFailure) -> (
    engine: PDFEngine, path: String
  ) {
    if let wanted {
      guard let path = Platform.program(named: wanted.rawValue) else {
        throw CommandFailure(
          .missing, "\(wanted.rawValue) is missing, which sets the PDF",
          hint: "Install \(wanted.package), or leave --pdf-engine away.")
      }
      return (wanted, path)
    }
    guard let first else {
      let names = allCases.map(\.rawValue)
      throw CommandFailure(
        .missing, "none of \(names.joined(separator: ", ")) is there to set the PDF",
        hint: "Install weasyprint (Debian, Homebrew), or write .html or .docx.")
    }
    return first
  }

  /// What to install.
  var package: String {
    switch self {
    case .weasyprint: "weasyprint (Debian, Homebrew)"
    case .xelatex:
      "texlive-xetex, texlive-fonts-recommended and lmodern (Debian) or mactex (Homebrew)"
    case .lualatex:
      "texlive-luatex, texlive-fonts-recommended and lmodern (Debian) or mactex (Homebrew)"
    case .pdflatex:
      "texlive-latex-recommended, texlive-fonts-recommended and lmodern (Debian) or mactex (Homebrew)"
    }
  }

  /// The pages that weasyprint makes of a page of HTML.
  ///
  /// - Parameter folder: a folder for the style sheet of paper.
  static func pages(
    of html: String, by path: String, in folder: TemporaryFolder
  ) throws(CommandFailure) -> [UInt8] {
    let style = try folder.write("paper.css", Array(PaperStyle.text.utf8))
    var program = ChildProgram(
      executable: path,
      arguments: ["--encoding", "utf-8", "--quiet", "--stylesheet", style, "-", "-"], seconds: 300,
      outputBytes: 512 << 20)
    program.endsItsChildren = true
    return try PandocProgram.output(of: program, called: "weasyprint", for: Array(html.utf8))
  }
}

/// How our own page is set on paper, beside the style that it has itself.
enum PaperStyle {
  static let text = """
    @page {
      size: A4;
      margin: 22mm 20mm 24mm;
      @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; color: #555; }
    }
    html { font-size: 10pt; }
    nav, .brief-skip { display: none; }
    h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
    figure, tr, li { break-inside: avoid; }
    figure { margin-inline: 0; }
    th, td { border-bottom: 0.5pt solid #bbb; }
    thead { display: table-header-group; }
    .brief-drawing svg { max-width: 100%; max-height: 205mm; height: auto; }
    .brief-sources { font-size: 8.5pt; }
    footer { break-before: avoid; margin-top: 6pt; }
    .brief-sources a { overflow-wrap: anywhere; }

    """
}
