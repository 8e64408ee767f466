// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The bytes of a file, in memory without being read: pages come when they are touched.
///
/// The file must not be shortened while it is mapped. Whoever replaces it writes a new one and
/// renames that, as ``FileSystem/writeAtomically(_:_:)`` does; the old bytes then stay.
final class MappedFile: Sendable {
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// Which file it is, and in which state.
  let identity: FileIdentity

  /// Maps a regular file.
  init(_ path: String) throws(FileSystemError) {
    try FileSystem.check(path)
    let descriptor = try FileSystem.retrying { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    defer { close(descriptor) }
    var status = stat()
    _ = try FileSystem.retrying { fstat(descriptor, &status) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isAFolder
    default: throw .notARegularFile
    }
    identity = FileIdentity(status)
    let size = Int(status.st_size)
    if size == 0 {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { throw FileSystemError(code: errno) }
    bytes = UnsafeRawBufferPointer(start: base, count: size)
  }

  deinit {
    if let base = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
    }
  }
}
