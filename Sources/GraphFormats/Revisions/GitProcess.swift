// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// One run of git: an array of arguments and no shell, under limits of time and output.
///
/// Git is told to write nothing, to ask nobody and to fetch nothing. Variables that would lead it to
/// another repository than that of the folder are kept from it.
struct GitProcess {
  var executable: String
  var arguments: [String]
  var seconds: Int
  var outputBytes: Int

  struct Outcome {
    var output: [UInt8]
    /// The beginning of what git says on standard error.
    var complaint: String
    /// Zero when all went well.
    var status: Int32
  }

  private static let complaintBytes = 4096

  /// Runs git and reads all that it writes; it is killed at the deadline and on too much output.
  func run(input: [UInt8] = []) throws(GitFailure) -> Outcome {
    guard !arguments.contains(where: { $0.utf8.contains(0) }) else {
      throw .failed(reason: "an argument contains a NUL character")
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
      throw .failed(reason: "")
    }
    let exchange = exchange(
      input, to: inputs.write, from: outputs.read, and: complaints.read)
    if case .failure = exchange { kill(process, SIGKILL) }
    let status = status(of: process)
    let (output, complaint) = try exchange.get()
    return Outcome(output: output, complaint: complaint, status: status)
  }

  // MARK: - Starting

  private func spawned(
    _ input: Int32, _ output: Int32, _ complaints: Int32
  ) -> Result<pid_t, GitFailure> {
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
    var process: pid_t = 0
    let code = Self.withPointers([executable] + arguments) { words in
      Self.withPointers(Self.environment) { variables in
        posix_spawn(&process, executable, &actions, nil, words, variables)
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

  /// The variables of this process, but those that would change which repository is read or how.
  private static var environment: [String] {
    var variables: [String] = []
    var entry = environ
    while let text = entry.pointee {
      let variable = String(cString: text)
      let isOfGit = variable.hasPrefix("GIT_")
      // Settings may say whose repositories are trusted.
      let isKept = variable.hasPrefix("GIT_CONFIG_") || variable.hasPrefix("GIT_CEILING_")
      if !isOfGit || isKept, !variable.hasPrefix("LC_ALL=") { variables.append(variable) }
      entry += 1
    }
    return variables + [
      "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1",
      "GIT_LITERAL_PATHSPECS=1", "GIT_ALLOW_PROTOCOL=none",
    ]
  }

  private struct Ends {
    var read: Int32
    var write: Int32
  }

  private static func ends(
    closing earlier: Ends..., by make: (UnsafeMutablePointer<Int32>) -> Int32
  ) throws(GitFailure) -> Ends {
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

  /// The status of a process that has closed its outputs, and is killed when it goes on for long.
  private func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let found = waitpid(process, &status, WNOHANG)
      if found == process { return status }
      // Somebody else took the status: what was read must speak for itself.
      if found < 0, errno != EINTR { return 0 }
      if ContinuousClock.now > deadline { kill(process, SIGKILL) }
      usleep(500)
    }
  }

  // MARK: - Talking

  /// Closes the input when all is written.
  private func exchange(
    _ input: [UInt8], to writing: Int32, from reading: Int32, and complaining: Int32
  ) -> Result<([UInt8], String), GitFailure> {
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
        } else if complaint.count < Self.complaintBytes {
          complaint += bytes
        }
      }
      guard output.count <= outputBytes else {
        return .failure(.tooLarge(limit: outputBytes, unit: "bytes"))
      }
    }
    let words = String(decoding: complaint.prefix(Self.complaintBytes), as: UTF8.self)
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
