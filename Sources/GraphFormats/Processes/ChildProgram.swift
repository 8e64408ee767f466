// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// One run of another program: an array of arguments and no shell, under limits of time and output.
///
/// The program reads what it is given, writes its answer to standard output, and is always waited
/// for.
public struct ChildProgram: Sendable {
  /// Its path.
  public var executable: String

  /// Without the name of the program.
  public var arguments: [String]

  /// `NAME=value`; the variables of this process unless said.
  public var environment: [String] = ChildProgram.ownEnvironment
  public var seconds: Int
  public var outputBytes: Int

  /// How much is kept of what it says on standard error.
  public var complaintBytes = 4096

  /// Whether the programs that it starts itself are killed with it.
  public var endsItsChildren = false

  public struct Outcome: Sendable {
    public var output: [UInt8]

    /// The beginning of what it says on standard error.
    public var complaint: String

    /// Zero when all went well, as `waitpid` gives it.
    public var status: Int32
  }

  /// Why there is no outcome.
  public enum Failure: Error, Sendable, Hashable {
    /// It does not start, by the system's number for why.
    case notStarted(code: Int32)
    case malformedArgument

    /// It was killed because it took too long.
    case timedOut(seconds: Int)

    /// It was killed because it wrote too much.
    case tooLarge(bytes: Int)
  }

  public init(executable: String, arguments: [String], seconds: Int, outputBytes: Int) {
    self.executable = executable
    self.arguments = arguments
    self.seconds = seconds
    self.outputBytes = outputBytes
  }

  /// Runs it and reads all that it writes; it is killed at the deadline and on too much output.
  public func run(input: [UInt8] = []) throws(Failure) -> Outcome {
    guard !(arguments + environment).contains(where: { $0.utf8.contains(0) }) else {
      throw .malformedArgument
    }
    // A socket can be written to without a signal when nobody reads.
    let inputs = try Self.ends { socketpair(AF_UNIX, Self.stream, 0, $0) }
    let outputs = try Self.ends(closing: inputs) { pipe($0) }
    let complaints = try Self.ends(closing: inputs, outputs) { pipe($0) }
    let child = spawned(inputs.read, outputs.write, complaints.write)
    for descriptor in [inputs.read, outputs.write, complaints.write] { close(descriptor) }
    defer { for descriptor in [outputs.read, complaints.read] { close(descriptor) } }
    guard case .success(let process) = child else {
      close(inputs.write)
      if case .failure(let failure) = child { throw failure }
      throw .notStarted(code: 0)
    }
    let exchange = exchange(
      input, to: inputs.write, from: outputs.read, and: complaints.read)
    if case .failure = exchange { end(process) }
    let status = status(of: process)
    let (output, complaint) = try exchange.get()
    return Outcome(output: output, complaint: complaint, status: status)
  }

  // MARK: - Starting

  private func spawned(
    _ input: Int32, _ output: Int32, _ complaints: Int32
  ) -> Result<pid_t, Failure> {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, complaints, 2)
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if endsItsChildren {
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
      posix_spawnattr_setpgroup(&attributes, 0)
    }
    var process: pid_t = 0
    let code = Self.withPointers([executable] + arguments) { words in
      Self.withPointers(environment) { variables in
        posix_spawn(&process, executable, &actions, &attributes, words, variables)
      }
    }
    return code == 0 ? .success(process) : .failure(.notStarted(code: code))
  }

  private static func withPointers<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    return body(pointers)
  }

  /// The variables of this process.
  public static var ownEnvironment: [String] {
    var variables: [String] = []
    var entry = environ
    while let text = entry.pointee {
      variables.append(String(cString: text))
      entry += 1
    }
    return variables
  }

  private struct Ends {
    var read: Int32
    var write: Int32
  }

  private static func ends(
    closing earlier: Ends..., by make: (UnsafeMutablePointer<Int32>) -> Int32
  ) throws(Failure) -> Ends {
    var descriptors: [Int32] = [-1, -1]
    guard make(&descriptors) == 0 else {
      let code = errno
      for ends in earlier {
        close(ends.read)
        close(ends.write)
      }
      throw .notStarted(code: code)
    }
    for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return Ends(read: descriptors[0], write: descriptors[1])
  }

  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif

  // MARK: - Ending

  private func end(_ process: pid_t) {
    if endsItsChildren { kill(-process, SIGKILL) }
    kill(process, SIGKILL)
  }

  /// The status of a process that has closed its outputs, and is killed when it goes on for long.
  private func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let found = waitpid(process, &status, WNOHANG)
      if found == process { return status }
      // Somebody else took the status: what was read must speak for itself.
      if found < 0, errno != EINTR { return 0 }
      if ContinuousClock.now > deadline { end(process) }
      usleep(500)
    }
  }

  // MARK: - Talking

  /// Closes the input when all is written.
  private func exchange(
    _ input: [UInt8], to writing: Int32, from reading: Int32, and complaining: Int32
  ) -> Result<([UInt8], String), Failure> {
    var isWriting = true
    defer { if isWriting { close(writing) } }
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(writing, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    let deadline = ContinuousClock.now + .seconds(seconds)
    var sent = 0
    var output: [UInt8] = []
    var complaint: [UInt8] = []
    var open = [reading, complaining]
    while !open.isEmpty {
      if isWriting {
        if sent < input.count { sent += Self.send(input[sent...], to: writing) }
        if sent >= input.count {
          close(writing)
          isWriting = false
        }
      }
      let left = deadline - ContinuousClock.now
      guard left > .zero else { return .failure(.timedOut(seconds: seconds)) }
      var entries = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if isWriting { entries.append(pollfd(fd: writing, events: Int16(POLLOUT), revents: 0)) }
      let milliseconds = Int32(clamping: left.components.seconds * 1000 + 1)
      guard poll(&entries, nfds_t(entries.count), min(milliseconds, 1000)) > 0 else { continue }
      for entry in entries where entry.fd != writing && entry.revents != 0 {
        guard let bytes = Self.read(entry.fd) else { continue }
        if bytes.isEmpty { open.removeAll { $0 == entry.fd } }
        if entry.fd == reading {
          output += bytes
        } else if complaint.count < complaintBytes {
          complaint += bytes
        }
      }
      guard output.count <= outputBytes else {
        return .failure(.tooLarge(bytes: outputBytes))
      }
    }
    let words = String(decoding: complaint.prefix(complaintBytes), as: UTF8.self)
    return .success((output, words))
  }

  /// How many bytes were taken; all when nobody will ever take them.
  private static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    let count = bytes.withUnsafeBytes { buffer in
      sendto(descriptor, buffer.baseAddress, buffer.count, flags, nil, 0)
    }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : bytes.count
  }

  /// What there is; empty at the end, nil when a signal came first.
  private static func read(_ descriptor: Int32) -> [UInt8]? {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      #if canImport(Darwin)
        count = Darwin.read(descriptor, buffer.baseAddress, 1 << 16)
      #elseif canImport(Musl)
        count = Musl.read(descriptor, buffer.baseAddress, 1 << 16)
      #else
        count = Glibc.read(descriptor, buffer.baseAddress, 1 << 16)
      #endif
      filled = max(count, 0)
    }
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    return bytes
  }
}

extension ChildProgram.Failure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notStarted(let code): "it does not start: \(FileSystemError(code: code))"
    case .malformedArgument: "an argument contains a NUL character"
    case .timedOut(let seconds): "it was stopped after \(seconds) seconds"
    case .tooLarge(let bytes): "it wrote more than \(bytes) bytes"
    }
  }
}
