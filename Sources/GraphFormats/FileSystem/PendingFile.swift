// SPDX-License-Identifier: Apache-2.0

internal import CSystemCalls

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is being written beside the one it will replace.
///
/// Until it is committed nobody sees it; one that is given up leaves nothing behind.
struct PendingFile: ~Copyable {
  private let temporary: String
  private let target: String
  private let folder: String
  private let descriptor: Int32

  /// - Parameter permissions: those that the new file gets; nil for the usual ones.
  init(replacing target: String, permissions: mode_t? = nil) throws(FileSystemError) {
    try FileSystem.check(target)
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    let (temporary, descriptor) = try Self.temporaryFile(in: folder)
    if let permissions, fchmod(descriptor, permissions & 0o7777) != 0 {
      let error = FileSystemError(code: errno)
      close(descriptor)
      unlink(temporary)
      throw error
    }
    self.temporary = temporary
    self.descriptor = descriptor
    self.target = target
    self.folder = folder
  }

  deinit {
    close(descriptor)
    // After a commit there is nothing of that name any more.
    unlink(temporary)
  }

  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(FileSystemError) {
    try FileSystem.writeAll(bytes, to: descriptor)
  }

  /// The file for writing at any place, from several threads at once; only while this is alive.
  var opened: OpenedFile { OpenedFile(descriptor: descriptor) }

  /// What a loss of power may do to a file from now on.
  enum Durability {
    /// It may be damaged: right for what can be made again and is checked when it is read.
    case none
    /// It is the old file or the new one, whole.
    case whole
    /// It is the new one.
    case committed
  }

  /// Puts the file in the place of the one it replaces.
  consuming func commit(_ durability: Durability) throws(FileSystemError) {
    if durability != .none {
      _ = try FileSystem.retrying { [descriptor] in fsync(descriptor) }
    }
    _ = try FileSystem.retrying { [temporary, target] in rename(temporary, target) }
    guard durability == .committed else { return }
    // The new name is on disk only when its folder is; some file systems refuse, which is no harm.
    let folderDescriptor = open(folder, O_RDONLY | O_CLOEXEC)
    if folderDescriptor >= 0 {
      fsync(folderDescriptor)
      close(folderDescriptor)
    }
  }

  private static func temporaryFile(
    in folder: String
  ) throws(FileSystemError) -> (path: String, descriptor: Int32) {
    for attempt in 0..<1_000 {
      let path = "\(folder).entente-\(getpid())-\(attempt).tmp"
      do throws(FileSystemError) {
        return (
          path,
          try FileSystem.retrying { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
        )
      } catch {
        guard error == .system(code: EEXIST) else { throw error }
      }
    }
    throw .system(code: EEXIST)
  }
}

/// A file that somebody else has open, and will close.
struct OpenedFile: Sendable {
  fileprivate let descriptor: Int32

  /// Writes bytes over those at an offset.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileSystemError) {
    var start = 0
    while start < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      // Some systems refuse more than two gigabytes at once.
      start += try FileSystem.retrying {
        pwrite(descriptor, rest.baseAddress, min(rest.count, 1 << 30), off_t(offset + start))
      }
    }
  }

  /// Has the system begin to bring bytes to the disk that were written; does not wait for it, and
  /// promises nothing.
  func startFlushing(_ count: Int, at offset: Int) {
    start_flushing_file(descriptor, Int64(offset), Int64(count))
  }
}
