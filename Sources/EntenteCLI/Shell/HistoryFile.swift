// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The file that keeps what was typed in shells, for nobody but the user.
struct HistoryFile {
  let path: String

  /// How many entries are kept.
  static let limit = 1_000

  /// The file that `ENTENTE_HISTORY` names (`off` for none), else `entente/history` in the user's
  /// folder for state: `$XDG_STATE_HOME`, else `~/.local/state`.
  static var standard: HistoryFile? {
    if let own = Platform.environment("ENTENTE_HISTORY") {
      return own == "off" ? nil : HistoryFile(path: own)
    }
    if let state = Platform.environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return HistoryFile(path: "\(state)/entente/history")
    }
    return Platform.environment("HOME").map {
      HistoryFile(path: "\($0)/.local/state/entente/history")
    }
  }

  /// Makes the file and its folders where they are missing, readable for the user only.
  ///
  /// - Returns: whether it may be written, which it may not where it belongs to somebody else.
  func isWritable() -> Bool {
    var made = ""
    for folder in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      made += folder
      if !made.isEmpty { mkdir(made, 0o700) }
      made += "/"
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid()
    else { return false }
    return fchmod(descriptor, 0o600) == 0
  }
}
