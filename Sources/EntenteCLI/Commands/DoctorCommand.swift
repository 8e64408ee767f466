// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing
internal import GraphReports

/// The command `entente doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", _superCommandName: "entente",
    abstract: "Say what this machine has: the layout library, converters, line editing, a dataset.",
    usage: "entente doctor [<options>]")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let output = try Output(options, standard: .text, allowed: Output.answers)
    let checkUp = CheckUp(
      rows: [layoutLibrary, converter, pandoc, pdfEngine, git, lineEditing] + dataset)
    try output.write(checkUp)
    if !checkUp.isSound { throw CommandFailure(.missing) }
  }

  private var layoutLibrary: CheckUp.Row {
    let version = GraphvizLibrary.system.version
    return CheckUp.Row(
      "libgraphviz", version,
      version == nil ? "figures: install libgvc6 (Debian) or graphviz (Homebrew)" : "figures",
      isNeeded: true)
  }

  private var converter: CheckUp.Row {
    program(
      "rsvg-convert", "figures as .png and .pdf", "librsvg2-bin (Debian) or librsvg (Homebrew)")
  }

  private var pandoc: CheckUp.Row {
    program("pandoc", "reports as .docx, .odt, .epub and .tex", "pandoc (Debian, Homebrew)")
  }

  private var pdfEngine: CheckUp.Row {
    let purpose = "reports as .pdf"
    let path = PDFEngine.first?.path
    return CheckUp.Row(
      "PDF engine", path,
      path == nil ? "\(purpose): install \(PDFEngine.weasyprint.package)" : purpose, isNeeded: false
    )
  }

  private var git: CheckUp.Row {
    program("git", "past versions of a dataset for diff", "git (Debian, Homebrew)")
  }

  private var lineEditing: CheckUp.Row {
    let purpose = "line editing, history and completion in the shell"
    let isFound = LineEditor.isAvailable
    return CheckUp.Row(
      "libedit", isFound ? "found" : nil,
      isFound ? purpose : "\(purpose): install libedit2 (Debian)", isNeeded: false)
  }

  private func program(_ name: String, _ purpose: String, _ package: String) -> CheckUp.Row {
    let path = Platform.program(named: name)
    return CheckUp.Row(
      name, path, path == nil ? "\(purpose): install \(package)" : purpose, isNeeded: false)
  }

  private var dataset: [CheckUp.Row] {
    do throws(CommandFailure) {
      let path = try GraphLocation.find(options.graph)
      return [CheckUp.Row("dataset", path, "questions without --graph", isNeeded: false)]
    } catch {
      return [CheckUp.Row("dataset", nil, error.message ?? "", isNeeded: false)]
    }
  }
}
