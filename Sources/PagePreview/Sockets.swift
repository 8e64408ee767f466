// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The calls of the operating system that a server on this machine needs, none of which waits.
enum Sockets {
  /// A socket that listens on a port of the loopback address.
  ///
  /// - Parameter port: 0 for one that is free.
  /// - Returns: the number of the error where there is none.
  static func listening(
    on port: UInt16, backlog: Int32
  ) -> Result<(descriptor: Int32, port: UInt16), SocketFailure> {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { return .failure(SocketFailure(code: errno)) }
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && listen(descriptor, backlog) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isBound, prepare(descriptor) else {
      let failure = SocketFailure(code: errno)
      close(descriptor)
      return .failure(failure)
    }
    return .success((descriptor, UInt16(bigEndian: address.sin_port)))
  }

  /// Neither waits nor is handed to children.
  private static func prepare(_ descriptor: Int32) -> Bool {
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL, 0) | O_NONBLOCK) == 0
      && fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
  }

  /// The next browser that wants to connect.
  static func accepted(from listener: Int32) -> Int32? {
    let descriptor = accept(listener, nil, nil)
    guard descriptor >= 0 else { return nil }
    guard prepare(descriptor) else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// How many bytes were read, 0 at the end or on an error; nil when there are none now.
  static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> Int? {
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? nil : 0
  }

  /// How many bytes were taken; nil when the other end has gone.
  static func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int? {
    let count = bytes.withUnsafeBytes { buffer in
      #if canImport(Darwin)
        send(descriptor, buffer.baseAddress, buffer.count, 0)
      #else
        send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
      #endif
    }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : nil
  }

  /// Ends a connection so that what was sent still arrives.
  static func end(_ descriptor: Int32) {
    shutdown(descriptor, Int32(SHUT_WR))
    close(descriptor)
  }

  /// Waits until something can be done, at most for some milliseconds.
  /// - Returns: of each, whether it can be read and written.
  static func wait(
    _ watched: [(descriptor: Int32, forRoom: Bool)], milliseconds: Int32
  ) -> [(input: Bool, room: Bool)] {
    var entries = watched.map { entry in
      pollfd(
        fd: entry.descriptor, events: Int16(POLLIN | (entry.forRoom ? POLLOUT : 0)), revents: 0)
    }
    guard poll(&entries, nfds_t(entries.count), milliseconds) > 0 else {
      return watched.map { _ in (false, false) }
    }
    return entries.map { entry in
      let found = Int32(entry.revents)
      return (found & (POLLIN | POLLHUP | POLLERR) != 0, found & POLLOUT != 0)
    }
  }

  /// Milliseconds of a clock that never runs backwards.
  static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }
}

/// Why there is no socket.
struct SocketFailure: Error {
  let code: Int32

  var isTaken: Bool { code == EADDRINUSE }
  var text: String { String(cString: strerror(code)) }
}
