// SPDX-License-Identifier: Apache-2.0

/// What tells one state of a file from another without reading it.
public struct FileState: Sendable, Hashable {
  private let identity: FileIdentity

  /// Nil when the path leads to nothing.
  public init?(_ path: String) {
    guard let identity = FileIdentity(path) else { return nil }
    self.identity = identity
  }
}
