// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import Synchronization

/// A folder of the user's own for files that another program reads, gone when nobody needs it.
final class TemporaryFolder: Sendable {
  let path: String
  private let names = Mutex<[String]>([])

  init() throws(CommandFailure) {
    guard let path = Platform.makeTemporaryFolder() else {
      throw CommandFailure(.unwritable, "cannot make a folder for temporary files")
    }
    self.path = path
  }

  deinit {
    for name in names.withLock({ $0 }) { Platform.removeFile("\(path)/\(name)") }
    Platform.removeFolder(path)
  }

  /// Writes a file and returns its path.
  /// - Parameter name: without folders.
  func write(_ name: String, _ bytes: [UInt8]) throws(CommandFailure) -> String {
    names.withLock { $0.append(name) }
    let file = "\(path)/\(name)"
    do throws(FileSystemError) { try FileSystem.writeAtomically(file, bytes) } catch {
      throw CommandFailure(.unwritable, "cannot write '\(file)': \(error.description)")
    }
    return file
  }
}
