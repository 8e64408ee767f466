// SPDX-License-Identifier: Apache-2.0

// The one file of this folder that talks to the operating system.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads small files of the system.
enum SystemFile {
  /// The bytes of a regular file, nil when it cannot be read or is larger than the limit.
  static func bytes(at path: String, atMost limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes { buffer in
        readBytes(descriptor, into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
      if read < 0 && errno == EINTR { continue }
      guard read >= 0 else { return nil }
      if read == 0 { break }
      count += read
    }
    guard count <= limit else { return nil }
    bytes.removeSubrange(count...)
    return bytes
  }

  private static func readBytes(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
  }
}

/// A dictionary that many threads may use; each access takes a lock.
///
/// `@unchecked Sendable` is right because the dictionary is touched only while the lock is held.
final class GuardedDictionary<Element: Sendable>: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var elements: [String: Element] = [:]

  /// Where names differ only in case a file system may give one file for many names.
  private let capacity: Int

  /// An empty dictionary that takes up to so many elements and forgets the rest.
  init(capacity: Int) {
    self.capacity = capacity
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deinitialize(count: 1)
    lock.deallocate()
  }

  func value(for key: String) -> Element? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return elements[key]
  }

  func insert(_ element: Element, for key: String) {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if elements.count < capacity { elements[key] = element }
  }
}
