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
        hint: "Add -o FILE.html, -o FILE.docx, -o FILE.pdf, or -o - with --format.")
    }
    path = output == "-" ? nil : output
    if let format {
      self.format = format
    } else if output == "-" {
      throw CommandFailure(
        .misused, "standard output has no ending that names a format",
        hint: "Add --format, such as --format html.")
    } else {
      let name = output.split(separator: "/").last.map(String.init) ?? ""
      let ending = name.split(separator: ".").count > 1 ? name.split(separator: ".").last : nil
      guard let format = ending.flatMap({ ReportFormat(ending: $0.lowercased()) }) else {
        throw CommandFailure(
          .misused, "the ending of '\(output)' names no format of a report",
          hint: "Use .html, .md, .docx, .odt, .epub, .tex or .pdf, or add --format.")
      }
      self.format = format
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

  /// The folder of figures; nil where the report goes to standard output.
  var besideFolder: String? {
    path.map { path in
      String(path.prefix(upTo: path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex))
        + folderName
    }
  }

  static let withoutPlace = CommandFailure(
    .misused, "the figures of the report need a place beside it", hint: "Name a file with -o.")

  func write(_ bytes: [UInt8], _ remark: (String) -> Void) throws(CommandFailure) {
    guard let path else { return try Console.write(bytes) }
    try write(bytes, to: path, remark)
  }

  func write(_ text: String, _ remark: (String) -> Void) throws(CommandFailure) {
    try write(Array(text.utf8), remark)
  }

  /// Writes a text and the files that it links to, those first.
  func write(
    _ text: String, _ files: [BriefMarkdown.File], _ remark: (String) -> Void
  ) throws(CommandFailure) {
    guard !files.isEmpty else { return try write(text, remark) }
    guard let path, let folder = besideFolder else { throw Self.withoutPlace }
    guard Platform.makeFolder(folder) else {
      throw CommandFailure(.unwritable, "cannot make the folder '\(folder)'")
    }
    for file in files { try write(Array(file.content.utf8), to: "\(folder)/\(file.name)") { _ in } }
    try write(Array(text.utf8), to: path, remark)
    remark("wrote \(files.count) \(files.count == 1 ? "figure" : "figures") to \(folder)")
  }

  private func write(
    _ bytes: [UInt8], to path: String, _ remark: (String) -> Void
  ) throws(CommandFailure) {
    do throws(FileSystemError) {
      try FileSystem.writeAtomically(path, bytes)
    } catch {
      throw CommandFailure(.unwritable, "cannot write '\(path)': \(error.description)")
    }
    remark("wrote \(path)")
  }
}
