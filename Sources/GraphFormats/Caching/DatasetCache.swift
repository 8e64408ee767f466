// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Keeps the graph that a dataset folder makes as a graph file, so that the next command need not
/// read and check the texts again.
///
/// The file is found by the place of the dataset and believed only when it was made by this very
/// program from the very same texts: all of them are read and hashed each time. There is one file
/// for each dataset, and whatever is wrong with it costs no more than making it again.
struct DatasetCache {
  let folder: CacheFolder

  /// The graph of the dataset, if it is kept.
  func graph(of input: DatasetInput) -> OpenedGraph? {
    guard let (path, origin) = place(of: input), FileIdentity(path)?.owner == folder.owner else {
      return nil
    }
    return (try? GraphFile.opened(path, madeFrom: origin)) ?? nil
  }

  /// Keeps the graph of a dataset; does nothing where that is impossible.
  func keep(_ graph: PropertyGraph, of input: DatasetInput) {
    guard let (path, origin) = place(of: input) else { return }
    // The checksums tell a file that a loss of power has torn.
    _ = try? GraphFile.write(graph, to: path, origin: origin, .none)
  }

  private func place(of input: DatasetInput) -> (path: String, origin: Fingerprint)? {
    guard let program = RunningProgram.identity, let identity = FileIdentity(input.folder) else {
      return nil
    }
    var origin = Fingerprint.none
    for number in [
      UInt64(GraphFileLayout.version), program.device, program.inode,
      UInt64(bitPattern: program.size), UInt64(bitPattern: program.modified),
    ] {
      origin.combine(number)
    }
    for file in input.files {
      guard case .success(let bytes) = file.content else { return nil }
      origin.combine(file.path)
      origin.combine(bytes)
    }
    let name = "\(identity.device)-\(identity.inode).\(GraphFile.pathExtension)"
    return folder.path(of: name, in: "datasets").map { ($0, origin) }
  }
}
