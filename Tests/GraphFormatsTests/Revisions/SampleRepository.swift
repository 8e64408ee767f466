// SPDX-License-Identifier: Apache-2.0

import Foundation
@testable import GraphFormats

/// A git repository in a temporary folder, which goes when it goes.
final class SampleRepository {
  /// The path of git; nil where there is none.
  static let git = ["/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  struct Failure: Error {
    var arguments: [String]
    var status: Int32
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("entente-tests-\(UUID().uuidString)/repository")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run("init", "-q")
    try run("symbolic-ref", "HEAD", "refs/heads/main")
  }

  deinit {
    // What cannot be removed is in the system's folder for temporary files.
    try? FileManager.default.removeItem(at: folder.deletingLastPathComponent())
  }

  func repository(_ path: String) throws -> GitRepository {
    try GitRepository(
      of: path.isEmpty ? folder.path : folder.appendingPathComponent(path).path,
      executable: Self.git ?? "")
  }

  func write(_ text: String, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(path)), as: UTF8.self)
  }

  func commit(_ message: String) throws {
    try run("add", "-A")
    try run("commit", "-q", "-m", message)
  }

  /// Runs git in the repository; returns what it prints, without its last line end.
  @discardableResult
  func run(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.git ?? "")
    process.arguments =
      [
        "-C", folder.path, "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c",
        "commit.gpgsign=false", "-c", "core.autocrlf=false",
      ] + arguments
    process.environment = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "HOME": folder.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(arguments: arguments, status: process.terminationStatus)
    }
    let text = String(decoding: output, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Every file with its size and time of change, those of git too.
  func listing() throws -> [String] {
    var lines: [String] = []
    let paths = FileManager.default.enumerator(atPath: folder.path)
    while let path = paths?.nextObject() as? String {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.appendingPathComponent(path).path)
      let size = attributes[.size] as? Int ?? 0
      let date = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      lines.append("\(path) \(size) \(date)")
    }
    return lines.sorted()
  }
}
