// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The few calls of the operating system that the program makes itself.
enum Platform {
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  static var workingFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The path without links and dots; nil when nothing lies there.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder in which a file lies, as its path says.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a folder where there is none; returns whether there is one then.
  static func makeFolder(_ path: String) -> Bool { mkdir(path, 0o777) == 0 || errno == EEXIST }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) -> Bool {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += part
      if !made.isEmpty, !makeFolder(made) { return false }
      made += "/"
    }
    return true
  }

  /// Makes an empty folder that nobody else can look into; nil when it cannot be made.
  static func makeTemporaryFolder() -> String? {
    // The call puts other letters in their place.
    let letters = String(repeating: "X", count: 6)
    var template = Array("\(environment("TMPDIR") ?? "/tmp")/entente-\(letters)".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes a file; what cannot be removed stays.
  static func removeFile(_ path: String) { unlink(path) }

  /// Removes an empty folder; what cannot be removed stays.
  static func removeFolder(_ path: String) { rmdir(path) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal on standard output, if it is one.
  static var terminalWidth: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Has writing fail, which is told, where a pipe is closed or a file may not grow; by default it
  /// ends the program at once.
  static func endureFailedWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Waits, at most until a signal comes.
  static func sleep(milliseconds: Int) {
    var time = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
    nanosleep(&time, nil)
  }

  /// Milliseconds of a clock that never runs backwards.
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }

  static func exit(_ status: Int32) -> Never { _exit(status) }

  /// Why a write failed.
  enum WriteFault {
    /// Whoever read the output has gone.
    case closed
    case refused(String)
  }

  /// Writes all bytes to a descriptor; returns why it could not.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> WriteFault? {
    bytes.withUnsafeBytes { write($0, to: descriptor) }
  }

  private static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) -> WriteFault? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let slice = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, slice.baseAddress, slice.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, slice.baseAddress, slice.count)
      #else
        let count = Glibc.write(descriptor, slice.baseAddress, slice.count)
      #endif
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        return .closed
      } else if errno != EINTR, errno != EAGAIN {
        return .refused(String(cString: strerror(errno)))
      }
    }
    return nil
  }

  /// Reads what there is, waiting for something; empty at the end, and nil when a signal came and
  /// `isOver` says that it is for the reader.
  static func read(from descriptor: Int32, until isOver: () -> Bool) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while !isOver() {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, &bytes, bytes.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, &bytes, bytes.count)
      #else
        let count = Glibc.read(descriptor, &bytes, bytes.count)
      #endif
      if count >= 0 { return Array(bytes[..<count]) }
      // What cannot be read has ended.
      if errno != EINTR, errno != EAGAIN { return [] }
    }
    return nil
  }

  /// The path of the running program.
  static var executablePath: String? {
    #if os(Linux)
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
      guard count > 0 else { return nil }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      return CommandLine.arguments.first
    #endif
  }

  /// Looks a program up along `PATH`.
  static func program(named name: String) -> String? {
    for folder in (environment("PATH") ?? "").split(separator: ":") {
      let path = "\(folder)/\(name)"
      if access(path, X_OK) == 0 { return path }
    }
    return nil
  }
}
