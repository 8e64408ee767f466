// SPDX-License-Identifier: Apache-2.0

/// What lies in the folder of a dataset, before anything is read.
struct DatasetListing {
  /// What the user calls the folder.
  let folder: String

  /// Which folder it is.
  let identity: FileIdentity

  /// In order of their paths.
  let entries: [FileSystem.Entry]

  init(_ folder: String) throws(FileSystemError) {
    guard let kind = FileSystem.kind(of: folder), let identity = FileIdentity(folder) else {
      throw .notFound
    }
    guard kind == .folder else { throw .notAFolder }
    self.folder = folder
    self.identity = identity
    entries = try FileSystem.walk(folder)
  }

  /// Where the folder lies and in which state each of its files is, as a number; nil when one of
  /// them cannot be looked at.
  ///
  /// As long as it stays the same, so do the texts. The time of the last change of a file is set by
  /// the system and by nobody else, so this holds from the moment on when all files are settled.
  var state: Fingerprint? {
    var state = Fingerprint.none
    for entry in entries {
      guard let identity = entry.identity else { return nil }
      state.combine(entry.path)
      for number in [
        identity.device, identity.inode, UInt64(bitPattern: identity.size),
        UInt64(bitPattern: identity.modified), UInt64(bitPattern: identity.changed),
      ] {
        state.combine(number)
      }
    }
    return state
  }

  /// Whether every file was left alone long enough for a later change to have another time.
  var isSettled: Bool { entries.allSatisfy { $0.identity?.isSettled ?? false } }
}
