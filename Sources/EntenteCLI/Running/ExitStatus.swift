// SPDX-License-Identifier: Apache-2.0

/// How the program can end.
enum ExitStatus: Int32, Sendable {
  /// An answer was found, or all is well.
  case found = 0
  /// Nothing was found, or there are findings.
  case nothing = 1
  /// The arguments are wrong or name something unknown.
  case misused = 2
  /// The data do not load.
  case unreadable = 3
  /// An external program or library is missing.
  case missing = 4
  /// Output could not be written.
  case unwritable = 5
  /// Stopped by the user, or by whoever read the output.
  case interrupted = 130
}

/// Why a command ends early: what standard error says, and the status.
struct CommandFailure: Error, Sendable {
  let status: ExitStatus

  /// One line, without the program's name; nil when everything has been said.
  var message: String?

  /// One more line that helps.
  var hint: String?

  init(_ status: ExitStatus, _ message: String? = nil, hint: String? = nil) {
    self.status = status
    self.message = message
    self.hint = hint
  }
}
