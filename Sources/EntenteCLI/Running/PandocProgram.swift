// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphReports

/// Pandoc on this machine, run without a shell and under limits.
struct PandocProgram {
  private let executable: String

  /// A long brief with many figures takes seconds, and a first run of TeX with its fonts more.
  private static let seconds = 300
  private static let outputBytes = 512 << 20

  /// - Throws: a failure with the package to install when it is missing.
  init(for format: ReportFormat) throws(CommandFailure) {
    guard let executable = Platform.program(named: "pandoc") else {
      throw CommandFailure(
        .missing, "pandoc is missing, which writes reports as \(format.rawValue)",
        hint: "Install pandoc (Debian, Homebrew), or write .html or .md.")
    }
    self.executable = executable
  }

  /// The version of the documents that it reads.
  func version() throws(CommandFailure) -> PandocDocument.Version {
    let bytes = try output(of: ["--from", "markdown", "--to", "json"], for: [])
    do throws(PandocFault) { return try PandocDocument(bytes).version } catch {
      throw CommandFailure(.missing, "this pandoc cannot be used: \(error.description)")
    }
  }

  /// What pandoc makes of a document.
  func converted(
    _ document: [UInt8], to format: String, _ arguments: [String] = []
  ) throws(CommandFailure) -> [UInt8] {
    try output(
      of: ["--from", "json", "--to", format, "--standalone", "--output", "-"] + arguments,
      for: document)
  }

  private func output(
    of arguments: [String], for input: [UInt8]
  ) throws(CommandFailure) -> [UInt8] {
    var program = ChildProgram(
      executable: executable, arguments: arguments, seconds: Self.seconds,
      outputBytes: Self.outputBytes)
    // What sets pages is a child of it.
    program.endsItsChildren = true
    return try Self.output(of: program, called: "pandoc", for: input)
  }

  /// What a program writes; what it says on standard error is said too.
  static func output(
    of program: ChildProgram, called name: String, for input: [UInt8]
  ) throws(CommandFailure) -> [UInt8] {
    let outcome: ChildProgram.Outcome
    do throws(ChildProgram.Failure) { outcome = try program.run(input: input) } catch {
      throw CommandFailure(.unwritable, "\(name) made nothing: \(error.description)")
    }
    if !outcome.complaint.isEmpty {
      for line in outcome.complaint.split(whereSeparator: \.isNewline) {
        Console.say(TerminalText.harmless("\(name): \(line)"))
      }
    }
    guard outcome.status == 0 else {
      throw CommandFailure(.unwritable, "\(name) made nothing of the report")
    }
    return outcome.output
  }
}
