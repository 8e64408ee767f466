// SPDX-License-Identifier: Apache-2.0

/// Notes of which graph files were found sound, so that a large file is not read whole each time.
///
/// A note names the file by device and inode, and its state by size and times. The time of the
/// last change of a file is set by the system and by nobody else, so a file that was written to has
/// another state, and its note no longer fits.
extension CacheFolder {
  func isVerified(_ file: FileIdentity) -> Bool {
    guard let path = path(of: Self.name(of: file), in: "verified"), let note = ownFile(path) else {
      return false
    }
    return note == Self.note(file)
  }

  func remember(verified file: FileIdentity) {
    guard !isVerified(file) else { return }
    // A change in the same instant would leave the same times.
    guard file.isSettled, let path = path(of: Self.name(of: file), in: "verified") else { return }
    try? FileSystem.writeAtomically(path, Self.note(file))
  }

  private static func name(of file: FileIdentity) -> String { "\(file.device)-\(file.inode)" }

  private static func note(_ file: FileIdentity) -> [UInt8] {
    let numbers = [
      Int64(GraphFileLayout.version), Int64(bitPattern: file.device),
      Int64(bitPattern: file.inode), file.size, file.modified, file.changed,
    ]
    return Array("verified \(numbers.map(String.init).joined(separator: " "))\n".utf8)
  }
}
