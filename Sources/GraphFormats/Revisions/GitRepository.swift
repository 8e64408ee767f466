// SPDX-License-Identifier: Apache-2.0

/// The git repository that a folder lies in, of which only past versions of the folder are read.
///
/// Git runs as a child process. Nothing is checked out and nothing written.
///
/// ```swift
/// let repository = try GitRepository(of: "Graphs/eu-central-asia", executable: "/usr/bin/git")
/// let loading = DatasetLoader.load(try repository.revision("HEAD~3"))
/// ```
public struct GitRepository: Sendable {
  /// A commit, by the words that the user found for it.
  public struct Revision: Sendable, Hashable {
    /// As the user calls it.
    public let name: String

    /// The hash of the commit, in hexadecimal digits.
    public let commit: String

    let repository: GitRepository

    public static func == (left: Revision, right: Revision) -> Bool {
      left.name == right.name && left.commit == right.commit
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(commit) }
  }

  /// Limits of what is read of one revision.
  struct Limits: Sendable {
    var seconds = 60
    /// Of all files together.
    var bytes = 1 << 30
    /// Of the list of all files.
    var listBytes = 1 << 26
    var files = FileSystem.entryLimit
    var depth = 32
    var nameBytes = 1000
  }

  private let executable: String

  /// A folder that is there, from which git finds the repository.
  private let place: String

  /// The folder of the dataset, relative to the top of the repository, without a `/` at its end.
  public let folder: String

  var limits = Limits()

  /// Finds the repository.
  ///
  /// - Parameters:
  ///   - folder: need not exist any more, as long as a folder above it does.
  ///   - executable: the path of git.
  /// - Throws: ``GitFailure/noRepository(folder:reason:)`` and what any run of git may.
  public init(of folder: String, executable: String) throws(GitFailure) {
    self.executable = executable
    var place = folder
    var gone: [String] = []
    while !FileSystem.isFolder(place) {
      var parts = place.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
      guard let last = parts.popLast(), last != "..", last != "." else {
        throw .noRepository(folder: folder, reason: "")
      }
      gone.insert(last, at: 0)
      let above = parts.joined(separator: "/")
      place = place.hasPrefix("/") ? "/\(above)" : above.isEmpty ? "." : above
    }
    self.place = place
    let outcome = try GitProcess(
      executable: executable, arguments: ["-C", place, "rev-parse", "--show-prefix"],
      seconds: Limits().seconds, outputBytes: 1 << 16
    ).run()
    guard outcome.status == 0 else {
      throw .noRepository(folder: folder, reason: Self.firstLine(outcome.complaint))
    }
    var prefix = String(decoding: outcome.output, as: UTF8.self)
    if prefix.hasSuffix("\n") { prefix.removeLast() }
    if prefix.hasSuffix("/") { prefix.removeLast() }
    self.folder = ((prefix.isEmpty ? [] : [prefix]) + gone).joined(separator: "/")
  }

  /// The commit that a text names.
  ///
  /// - Throws: ``GitFailure/malformedRevision(_:reason:)`` for a text that could mean anything but a
  ///   commit, ``GitFailure/unknownRevision(_:)``, and what any run of git may.
  public func revision(_ text: String) throws(GitFailure) -> Revision {
    if let reason = reasonAgainst(text) { throw .malformedRevision(text, reason: reason) }
    let outcome = try run(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(text)^{commit}"],
      outputBytes: 1 << 16)
    // Older versions repeat the option before the answer.
    let line = outcome.output.split(separator: UInt8(ascii: "\n")).last ?? []
    guard outcome.status == 0, Self.isHash(line) else { throw .unknownRevision(text) }
    return Revision(name: text, commit: String(decoding: line, as: UTF8.self), repository: self)
  }

  /// The names of branches and tags, by which revisions usually go.
  public func names() throws(GitFailure) -> [String] {
    let outcome = try run(
      [
        "for-each-ref", "--count=5000", "--format=%(refname:short)", "refs/heads", "refs/tags",
        "refs/remotes",
      ], outputBytes: 1 << 20)
    guard outcome.status == 0 else { return [] }
    return String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Why a text cannot name a commit; nil when git may be asked.
  private func reasonAgainst(_ text: String) -> String? {
    if text.allSatisfy(\.isWhitespace) { return "it is empty" }
    if text.hasPrefix("-") { return "it begins with '-'" }
    if text.utf8.count > limits.nameBytes { return "it is too long" }
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return "it contains a control character"
    }
    var depth = 0
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character == ":", depth == 0 { return "with ':' it names a file or a search" }
    }
    if text.contains("..") { return "it is a range; name the two ends as two words" }
    return nil
  }

  private static func isHash(_ bytes: some Collection<UInt8>) -> Bool {
    (bytes.count == 40 || bytes.count == 64)
      && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// What git says first, without its own word for it.
  private static func firstLine(_ complaint: String) -> String {
    let line = complaint.split(separator: "\n").first.map(String.init) ?? ""
    return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
  }

  func run(
    _ arguments: [String], input: [UInt8] = [], outputBytes: Int
  ) throws(GitFailure) -> ChildProgram.Outcome {
    try GitProcess(
      executable: executable, arguments: ["-C", place] + arguments, seconds: limits.seconds,
      outputBytes: outputBytes
    ).run(input: input)
  }
}
