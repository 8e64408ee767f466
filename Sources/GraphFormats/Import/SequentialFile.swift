// SPDX-License-Identifier: Apache-2.0

// The one file of this folder that talks to the operating system.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A regular file that is read piece by piece, without mapping it.
final class SequentialFile: Sendable {
  private let descriptor: Int32

  init(_ path: String) throws(FileSystemError) {
    try FileSystem.check(path)
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait.
    descriptor = try FileSystem.retrying { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw status.st_mode & S_IFMT == S_IFDIR ? .isAFolder : .notARegularFile
    }
  }

  deinit { close(descriptor) }

  /// Reads at an offset until the buffer is full or the file ends; returns how much was read.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileSystemError) -> Int {
    var count = 0
    while count < buffer.count {
      let position = count
      let got = try FileSystem.retrying {
        pread(
          descriptor, buffer.baseAddress.map { $0 + position }, buffer.count - position,
          off_t(offset + position))
      }
      if got == 0 { break }
      count += got
    }
    return count
  }
}

/// Finds bytes at the speed of memory.
enum ByteSearch {
  /// Whether a byte is among some.
  static func contains(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return memchr(base, Int32(byte), bytes.count) != nil
  }
}
