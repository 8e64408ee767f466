// SPDX-License-Identifier: Apache-2.0

/// Why nothing was read out of a git repository.
public enum GitFailure: Error, Sendable, Hashable {
  /// The program does not start, by the system's number for why.
  case notStarted(code: Int32)

  /// The folder is in no repository that git would open; with what git says.
  case noRepository(folder: String, reason: String)

  /// A text that cannot name a commit, and why.
  case malformedRevision(String, reason: String)

  /// No commit goes by that name.
  case unknownRevision(String)

  /// The folder is not in the files of that revision.
  case absent(folder: String, revision: String)

  /// Git was stopped because it took too long.
  case timedOut(seconds: Int)

  /// There is more than is read, in bytes or in files.
  case tooLarge(limit: Int, unit: String)

  /// Git ended in another way than it should; with what it says.
  case failed(reason: String)
}

extension GitFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notStarted(let code): "git does not start: \(FileSystemError(code: code))"
    case .noRepository(let folder, let reason):
      "'\(folder)' is not in a git repository that can be read"
        + (reason.isEmpty ? "" : ": \(reason)")
    case .malformedRevision(let text, let reason): "'\(text)' is no revision: \(reason)"
    case .unknownRevision(let text): "no revision is called '\(text)'"
    case .absent(let folder, let revision):
      folder.isEmpty
        ? "there is no dataset in the revision '\(revision)'"
        : "there is no folder '\(folder)' in the revision '\(revision)'"
    case .timedOut(let seconds): "git did not answer within \(seconds) seconds"
    case .tooLarge(let limit, let unit): "the revision holds more than \(limit) \(unit)"
    case .failed(let reason):
      reason.isEmpty ? "git failed" : "git failed: \(reason)"
    }
  }
}
