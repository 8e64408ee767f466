// SPDX-License-Identifier: Apache-2.0

/// Why a file or folder cannot be read or written.
public enum FileSystemError: Error, Sendable, Hashable {
  case notFound
  case notAFolder
  case isAFolder
  case permissionDenied

  /// A pipe, a socket or a device, from which reading could wait for ever.
  case notARegularFile

  /// In bytes.
  case tooLarge(limit: Int)

  /// Entries of a folder and its sub-folders together.
  case tooManyEntries(limit: Int)

  /// Symbolic links that lead to each other.
  case linkLoop
  case nameTooLong
  case noSpace

  /// The system lets no file of this program or on this disk grow so large.
  case sizeLimit
  case readOnly

  /// The path contains a NUL byte, or is empty.
  case malformedPath

  /// Anything else, by the system's number for it.
  case system(code: Int32)
}

extension FileSystemError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFound: "no such file or folder"
    case .notAFolder: "not a folder"
    case .isAFolder: "it is a folder"
    case .permissionDenied: "permission denied"
    case .notARegularFile: "not a regular file"
    case .tooLarge(let limit):
      limit >= 1 << 20 ? "larger than \(limit >> 20) MB" : "larger than \(limit) bytes"
    case .tooManyEntries(let limit): "more than \(limit) files"
    case .linkLoop: "symbolic links lead to each other"
    case .nameTooLong: "the name is too long"
    case .noSpace: "no space left"
    case .sizeLimit: "the system lets no file grow so large"
    case .readOnly: "the file system is read-only"
    case .malformedPath: "the path is empty or contains a NUL character"
    case .system(let code): "system error \(code)"
    }
  }
}
