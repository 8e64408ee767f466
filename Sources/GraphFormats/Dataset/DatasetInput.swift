// SPDX-License-Identifier: Apache-2.0

/// The files of a dataset, found and read but not understood.
struct DatasetInput {
  struct File {
    /// Relative to the folder of the dataset, with `/` between parts.
    var path: String
    var content: Result<[UInt8], FileSystemError>
  }

  /// What the user calls the folder; the names of files in findings begin with it.
  var folder: String

  /// The revision that the files are of, as the user calls it; nil for files on disk.
  var revision: String?

  /// In order of their paths.
  var files: [File] = []

  /// Files that are not read though they look as if they should be.
  var skipped: [(path: String, finding: Finding)] = []

  /// The name under which a file is reported.
  func name(of path: String) -> String {
    let name = FileSystem.joined(folder, path)
    return revision.map { "\($0):\(name)" } ?? name
  }

  /// The name under which the dataset as a whole is reported.
  var name: String { revision.map { "\($0):\(folder)" } ?? folder }

  func file(at path: String) -> File? { files.first { $0.path == path } }

  static let descriptionPath = "graph.yaml"
  static let graphTypePath = "schema.gql"

  /// What a file is to a dataset, by its path.
  enum Use {
    /// It is no part of it.
    case none
    case read(limit: Int)
    case skipped(Finding)
    case refused(FileSystemError)
  }

  /// What to do with something that lies at a path in the folder of a dataset, wherever that is.
  static func use(of path: String, _ kind: FileSystem.Kind) -> Use {
    // Named queries lie there.
    if path.hasPrefix("queries/") { return .none }
    switch kind {
    case .file where [".yaml", ".csv", ".gql"].contains { path.hasSuffix($0) }:
      return .read(
        limit: path.hasSuffix(".csv") ? CSVLimits().fileBytes : YAMLReader.Limits().size)
    case .file: return path.hasSuffix(".yml") ? .skipped(DatasetMessages.otherEnding()) : .none
    case .link: return .skipped(DatasetMessages.linkNotFollowed())
    case .folder: return .refused(.permissionDenied)
    case .other: return .skipped(DatasetMessages.specialFile())
    }
  }

  /// Reads all files of a folder that a dataset may be made of.
  static func read(_ folder: String) throws(FileSystemError) -> DatasetInput {
    read(try DatasetListing(folder))
  }

  /// Reads all files of a folder that a dataset may be made of.
  static func read(_ listing: DatasetListing) -> DatasetInput {
    var input = DatasetInput(folder: listing.folder)
    for entry in listing.entries {
      let path = entry.path
      switch use(of: path, entry.kind) {
      case .none: break
      case .skipped(let finding): input.skipped.append((path, finding))
      case .refused(let error): input.files.append(File(path: path, content: .failure(error)))
      case .read(let limit):
        input.files.append(File(path: path, content: input.content(of: path, limit: limit)))
      }
    }
    return input
  }

  private func content(of path: String, limit: Int) -> Result<[UInt8], FileSystemError> {
    do throws(FileSystemError) {
      return .success(try FileSystem.read(name(of: path), limit: limit))
    } catch {
      return .failure(error)
    }
  }
}
