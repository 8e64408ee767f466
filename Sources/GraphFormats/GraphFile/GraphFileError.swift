// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Why a graph file cannot be opened or written.
public enum GraphFileError: Error, Sendable, Hashable {
  /// The file itself cannot be read or written.
  case file(FileSystemError)

  /// The edits on top of the graph's base break its type, so it cannot be written as one graph.
  case unsound(GraphBuildingError)

  /// It does not begin as a graph file does.
  case notAGraphFile

  /// It was written by a program that knows another version of the format.
  case otherVersion(UInt32)

  /// It is shorter, or longer, than it says: sizes in bytes.
  case truncated(expected: UInt64, found: Int)

  /// Something in it is not what was written; the part is named.
  case damaged(String)
}

extension GraphFileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .unsound(let error): error.description
    case .notAGraphFile: "it is not a graph file"
    case .otherVersion(let version) where version > GraphFileLayout.version:
      """
      it has format \(version), and this program reads format \(GraphFileLayout.version): a newer \
      entente wrote it
      """
    case .otherVersion(let version):
      """
      it has format \(version), and this program reads format \(GraphFileLayout.version): build it \
      again
      """
    case .truncated(let expected, let found):
      "it should have \(expected) bytes and has \(found): it was not copied whole"
    case .damaged(let part): "it is damaged: \(part)"
    }
  }
}
