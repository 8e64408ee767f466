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

  /// In order of their paths.
  var files: [File] = []

  /// Files that are not read though they look as if they should be.
  var skipped: [(path: String, finding: Finding)] = []

  /// The name under which a file is reported.
  func name(of path: String) -> String { FileSystem.joined(folder, path) }

  func file(at path: String) -> File? { files.first { $0.path == path } }

  static let descriptionPath = "graph.yaml"
  static let graphTypePath = "schema.gql"

  /// Reads all files of a folder that a dataset may be made of.
  static func read(_ folder: String) throws(FileSystemError) -> DatasetInput {
    var input = DatasetInput(folder: folder)
    guard let kind = FileSystem.kind(of: folder) else { throw .notFound }
    guard kind == .folder else { throw .notAFolder }
    for (path, kind) in try FileSystem.walk(folder) {
      // Named queries lie there.
      if path.hasPrefix("queries/") { continue }
      let isRead = [".yaml", ".csv", ".gql"].contains { path.hasSuffix($0) }
      switch kind {
      case .file where isRead:
        input.files.append(File(path: path, content: input.content(of: path)))
      case .file:
        if path.hasSuffix(".yml") { input.skipped.append((path, DatasetMessages.otherEnding())) }
      case .link: input.skipped.append((path, DatasetMessages.linkNotFollowed()))
      case .folder:
        input.files.append(File(path: path, content: .failure(.permissionDenied)))
      case .other: input.skipped.append((path, DatasetMessages.specialFile()))
      }
    }
    return input
  }

  private func content(of path: String) -> Result<[UInt8], FileSystemError> {
    do throws(FileSystemError) {
      let limit = path.hasSuffix(".csv") ? CSVLimits().fileBytes : YAMLReader.Limits().size
      return .success(try FileSystem.read(name(of: path), limit: limit))
    } catch {
      return .failure(error)
    }
  }
}
