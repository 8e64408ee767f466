// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphReports

/// Where a report goes, and in which format.
struct ReportTarget {
  let format: ReportFormat

  /// Nil for standard output.
  private let path: String?

  /// - Parameter brief: the path of the brief, which is not written over.
  init(_ output: String?, format: ReportFormat?, of brief: String) throws(CommandFailure) {
    guard let output else {
      throw CommandFailure(
        .misused, "no file is named for the report",
        hint: "Add -o FILE.html, -o FILE.md, or -o - with --format.")
    }
    path = output == "-" ? nil : output
    if let format {
      self.format = format
    } else if output == "-" {
      throw CommandFailure(
        .misused, "standard output has no ending that names a format",
        hint: "Add --format html or --format markdown.")
    } else {
      let name = output.split(separator: "/").last.map(String.init) ?? ""
      let ending = name.split(separator: ".").count > 1 ? name.split(separator: ".").last : nil
      switch ending?.lowercased() {
      case "html", "htm": self.format = .html
      case "md", "markdown": self.format = .markdown
      default:
        throw CommandFailure(
          .misused, "the ending of '\(output)' names no format of a report",
          hint: "Use .html or .md, or add --format.")
      }
    }
    if let path, let own = Platform.realPath(brief), Platform.realPath(path) == own {
      throw CommandFailure(.misused, "the report would be written over its brief")
    }
  }

  /// The folder of figures as the text names it, for links.
  var figureFolder: String {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._".utf8)
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    let bytes = folderName.utf8.flatMap { byte in
      allowed.contains(byte)
        ? [byte] : [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self) + "/"
  }

  private var folderName: String { "\(path.map(ReportCommand.stem) ?? "report")-figures" }

  func write(_ text: String, _ remark: (String) -> Void) throws(CommandFailure) {
    guard let path else { return try Console.write(Array(text.utf8)) }
    try write(text, to: path, remark)
  }

  /// Writes a text and the files that it links to, those first.
  func write(
    _ text: String, _ files: [BriefMarkdown.File], _ remark: (String) -> Void
  ) throws(CommandFailure) {
    guard !files.isEmpty else { return try write(text, remark) }
    guard let path else {
      throw CommandFailure(
        .misused, "the figures of the report need a place beside it",
        hint: "Name a file: -o FILE.md")
    }
    let folder =
      String(path.prefix(upTo: path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex))
      + folderName
    guard Platform.makeFolder(folder) else {
      throw CommandFailure(.unwritable, "cannot make the folder '\(folder)'")
    }
    for file in files { try write(file.content, to: "\(folder)/\(file.name)") { _ in } }
    try write(text, to: path, remark)
    remark("wrote \(files.count) \(files.count == 1 ? "figure" : "figures") to \(folder)")
  }

  private func write(
    _ text: String, to path: String, _ remark: (String) -> Void
  ) throws(CommandFailure) {
    do throws(FileSystemError) {
      try FileSystem.writeAtomically(path, Array(text.utf8))
    } catch {
      throw CommandFailure(.unwritable, "cannot write '\(path)': \(error.description)")
    }
    remark("wrote \(path)")
  }
}
