// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif
public import GraphModel

extension GraphFile {
  /// Changes the graph of a file as one step that happens wholly or not at all.
  ///
  /// The new file is written beside the old one, synced and renamed over it, so whoever kills the
  /// program or the machine at any moment leaves the old file or the new one. Editors wait for each
  /// other; who has the file open for reading keeps what was there.
  ///
  /// - Parameter body: changes the graph; what it throws leaves the file as it was, and so does a
  ///   body that changes nothing.
  /// - Throws: what `body` throws, and ``GraphFileError``.
  /// - Complexity: linear in the size of the graph.
  public static func edit<Outcome>(
    _ path: String, _ body: (inout PropertyGraph) throws -> Outcome
  ) throws -> Outcome {
    let lock = try GraphFileLock(path)
    var graph = try open(path)
    let outcome = try body(&graph)
    if graph.isEdited { try write(graph, to: path) }
    withExtendedLifetime(lock) {}
    return outcome
  }
}

/// The right to replace a file, held by one program at a time.
///
/// The lock is on the file itself. A program that waited may have got the lock of a file that was
/// replaced meanwhile, so it looks whether the path still leads there.
private struct GraphFileLock: ~Copyable {
  private let descriptor: Int32

  init(_ path: String) throws(GraphFileError) {
    do throws(FileSystemError) {
      while true {
        let descriptor = try FileSystem.retrying { open(path, O_RDONLY | O_CLOEXEC) }
        do throws(FileSystemError) {
          _ = try FileSystem.retrying { flock(descriptor, LOCK_EX) }
        } catch {
          close(descriptor)
          throw error
        }
        var held = stat()
        var there = stat()
        if fstat(descriptor, &held) == 0, stat(path, &there) == 0, held.st_ino == there.st_ino,
          held.st_dev == there.st_dev
        {
          self.descriptor = descriptor
          return
        }
        close(descriptor)
      }
    } catch {
      throw .file(error)
    }
  }

  deinit { close(descriptor) }
}
