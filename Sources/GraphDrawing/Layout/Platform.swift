// SPDX-License-Identifier: Apache-2.0
import CSystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls of the operating system that figures need, with interruptions handled.
enum Platform {
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Milliseconds of a clock that never runs backwards.
  static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }

  static func sleep(milliseconds: Int) {
    var time = timespec(tv_sec: 0, tv_nsec: milliseconds * 1_000_000)
    nanosleep(&time, nil)
  }

  /// Waits until the descriptor can be read (or, if asked, written), or the time is over.
  /// True when there may be something to read.
  static func waitForInput(_ descriptor: Int32, orRoom: Bool, milliseconds: Int) -> Bool {
    let events = orRoom ? POLLIN | POLLOUT : POLLIN
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    let limit = Int32(clamping: max(milliseconds, 0))
    guard poll(&entry, 1, limit) > 0 else { return false }
    return Int32(entry.revents) & (POLLIN | POLLHUP | POLLERR) != 0
  }

  /// Reads what there is: the count, 0 at the end, nil when an interruption came first.
  static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> Int? {
    #if canImport(Darwin)
      let count = Darwin.read(descriptor, &buffer, buffer.count)
    #elseif canImport(Musl)
      let count = Musl.read(descriptor, &buffer, buffer.count)
    #else
      let count = Glibc.read(descriptor, &buffer, buffer.count)
    #endif
    if count >= 0 { return count }
    return errno == EINTR || errno == EAGAIN ? nil : 0
  }

  /// At most so many bytes: none at the end, nil when an interruption came first.
  static func readUpTo(_ limit: Int, from descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: min(max(limit, 1), 65_536))
    return read(descriptor, into: &buffer).map { Array(buffer[..<$0]) }
  }

  /// True when every byte was written.
  static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          sent += count
        } else if count < 0, errno == EINTR {
          continue
        } else {
          return false
        }
      }
      return true
    }
  }

  static func closeDescriptor(_ descriptor: Int32) {
    close(descriptor)
  }

  /// The signal that ends a process which has used up its processor time.
  static let processorTimeSignal: Int32 = SIGXCPU

  static func endProcess(_ process: Int32) {
    kill(process, SIGKILL)
  }

  /// How a process ended.
  enum Ending {
    case exited(Int32)
    case signalled(Int32)
    case running
    /// Someone else took the status.
    case unknown
  }

  /// The ending of a child; with `isPatient`, waits for it.
  static func ending(of process: Int32, isPatient: Bool) -> Ending {
    var status: Int32 = 0
    while true {
      let found = waitpid(process, &status, isPatient ? 0 : WNOHANG)
      if found == 0 { return .running }
      if found < 0 {
        if errno == EINTR { continue }
        return .unknown
      }
      let signal = status & 0x7f
      return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
    }
  }

  /// Runs `body` on a thread of its own with a deep stack, as recursive C code wants it.
  /// False when no thread could be made.
  static func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    let box = Unmanaged.passRetained(ThreadBody(body))
    let result = start_thread(
      nil, 16 << 20,
      { context in
        guard let context else { return }
        Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().body()
      }, box.toOpaque())
    if result != 0 { box.release() }
    return result == 0
  }
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
