// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A fresh folder in which command lines run, with an environment that holds nothing of the machine.
///
/// The folder goes when the workspace goes.
public final class Workspace: Sendable {
  public let folder: URL

  /// Programs that command lines may name: `entente` and those of the system.
  private let programs: URL

  public init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("entente-tests-\(UUID().uuidString)")
    folder = base.appendingPathComponent("work")
    programs = base.appendingPathComponent("programs")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: programs.appendingPathComponent("entente").path,
      withDestinationPath: BuiltProgram.path)
  }

  deinit {
    // What cannot be removed is in the system's folder for temporary files.
    try? FileManager.default.removeItem(at: folder.deletingLastPathComponent())
  }

  // MARK: - Files

  public func file(_ path: String) -> URL { folder.appendingPathComponent(path) }

  public func write(_ text: String, to path: String) throws {
    let file = file(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  public func bytes(of path: String) throws -> Data { try Data(contentsOf: file(path)) }

  public func text(of path: String) throws -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }

  /// The names in a folder of the workspace, hidden ones too, in order.
  public func names(in path: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file(path).path).sorted()
  }

  /// Copies a file or folder of the repository into the workspace.
  public func copy(_ path: String, as name: String) throws {
    try FileManager.default.copyItem(at: Repository.file(path), to: file(name))
  }

  /// Makes something of the repository visible in the workspace under the same name.
  public func link(_ path: String) throws {
    try FileManager.default.createSymbolicLink(
      at: file(path), withDestinationURL: Repository.file(path))
  }

  // MARK: - Running

  /// Runs a line as a shell would, with `entente` on its path.
  ///
  /// - Parameters:
  ///   - isMerged: whether standard error goes where standard output goes, as on a terminal.
  ///   - timeLimit: in seconds; the line and its children are then killed.
  public func run(
    _ line: String, environment: [String: String] = [:], isMerged: Bool = false,
    timeLimit: Double = 120
  ) throws -> Outcome {
    let identifier = UUID().uuidString
    let base = folder.deletingLastPathComponent()
    let outputFile = base.appendingPathComponent("\(identifier).output")
    let errorFile = base.appendingPathComponent("\(identifier).errors")
    for file in [outputFile, errorFile] {
      try Data().write(to: file)
    }
    // Files and not pipes: a pipe that fills up would stop the program.
    let output = try FileHandle(forWritingTo: outputFile)
    let errors = try FileHandle(forWritingTo: errorFile)
    defer {
      try? output.close()
      try? errors.close()
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", isMerged ? "{ \(line)\n} 2>&1" : line]
    process.currentDirectoryURL = folder
    process.environment = standardEnvironment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let deadline = Date(timeIntervalSinceNow: timeLimit)
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.002) }
    let isTimedOut = process.isRunning
    if isTimedOut {
      // A process starts as the head of a group, which its children belong to.
      kill(-process.processIdentifier, SIGKILL)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return Outcome(
      output: try Data(contentsOf: outputFile), errors: try Data(contentsOf: errorFile),
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      isTimedOut: isTimedOut)
  }

  /// The command line and what came of it, as it stands in a golden file.
  public func transcript(
    _ line: String, environment: [String: String] = [:]
  ) throws -> String {
    "$ \(line)\n" + (try run(line, environment: environment).transcript)
  }

  private var standardEnvironment: [String: String] {
    [
      "PATH": "\(programs.path):/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin",
      "HOME": folder.path, "LANG": "C.UTF-8",
      "XDG_CACHE_HOME": folder.deletingLastPathComponent().appendingPathComponent("caches").path,
    ]
  }
}
