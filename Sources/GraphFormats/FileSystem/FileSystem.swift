// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads and writes files without waiting for anything but the disk.
///
/// ## Topics
/// - Reading: ``read(_:limit:)``, ``entries(of:)``, ``files(under:ending:)``
/// - Asking: ``exists(_:)``, ``isFolder(_:)``
/// - Writing: ``writeAtomically(_:_:)``
public enum FileSystem {
  /// What a path leads to.
  enum Kind: Sendable, Hashable {
    case file, folder, link, other
  }

  // MARK: - Reading

  /// The bytes of a regular file. Pipes and devices are refused, since they could block.
  ///
  /// - Parameter limit: in bytes; a larger file is refused before it is read.
  public static func read(_ path: String, limit: Int = 1 << 30) throws(FileSystemError) -> [UInt8] {
    try check(path)
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait.
    let descriptor = try retrying { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    defer { close(descriptor) }
    var status = stat()
    _ = try retrying { fstat(descriptor, &status) }
    switch kind(status) {
    case .file: break
    case .folder: throw .isAFolder
    default: throw .notARegularFile
    }
    guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
    return try readAll(descriptor, expected: Int(status.st_size), limit: limit)
  }

  /// The file may grow while it is read, so its size is only a hint.
  private static func readAll(
    _ descriptor: Int32, expected: Int, limit: Int
  ) throws(FileSystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = expected + 1
    while true {
      let start = bytes.count
      var fault: FileSystemError?
      let room = min(capacity, 1 << 28)
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        do throws(FileSystemError) {
          count = try retrying { system.read(descriptor, buffer.baseAddress, room) }
        } catch {
          fault = error
          count = 0
        }
      }
      if let fault { throw fault }
      if chunk.isEmpty { return bytes }
      if start == 0 { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      capacity = max(expected - bytes.count, 1 << 16)
    }
  }

  /// The names in a folder, without `.` and `..`, in order of their bytes.
  public static func entries(of folder: String) throws(FileSystemError) -> [String] {
    try check(folder)
    guard let stream = opendir(folder) else { throw FileSystemError(code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw FileSystemError(code: errno) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      guard names.count <= entryLimit else { throw .tooManyEntries(limit: entryLimit) }
    }
    return names.sorted(by: isBefore)
  }

  /// The regular files under a folder whose names end so, in order of their paths; hidden ones and
  /// what symbolic links lead to are left out. The paths begin with that of the folder.
  public static func files(
    under folder: String, ending: String
  ) throws(FileSystemError) -> [String] {
    try walk(folder).filter { $0.kind == .file && $0.path.hasSuffix(ending) }
      .map { joined(folder, $0.path) }
  }

  /// Something that lies in a folder.
  struct Entry {
    /// Relative to the folder.
    var path: String
    var kind: Kind

    /// Nil for what cannot be looked at.
    var identity: FileIdentity?
  }

  static let entryLimit = 100_000
  private static let depthLimit = 32

  /// Everything in a folder and its sub-folders but hidden entries, by path relative to the
  /// folder, in order of the paths. Symbolic links are listed and not followed.
  static func walk(_ folder: String) throws(FileSystemError) -> [Entry] {
    var found: [Entry] = []
    var pending: [(path: String, depth: Int)] = [("", 0)]
    while let (relative, depth) = pending.popLast() {
      let names: [String]
      do throws(FileSystemError) {
        names = try entries(of: relative.isEmpty ? folder : joined(folder, relative))
      } catch {
        if relative.isEmpty { throw error }
        // Reported by whoever tries to read it.
        found.append(Entry(path: relative, kind: .other, identity: nil))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let path = relative.isEmpty ? name : "\(relative)/\(name)"
        guard let (kind, identity) = entry(at: joined(folder, path)) else { continue }
        if kind == .folder, depth < depthLimit {
          pending.append((path, depth + 1))
        } else {
          found.append(Entry(path: path, kind: kind, identity: identity))
        }
        guard found.count + pending.count <= entryLimit else {
          throw .tooManyEntries(limit: entryLimit)
        }
      }
    }
    return found.sorted { isBefore($0.path, $1.path) }
  }

  /// The path of something in a folder.
  static func joined(_ folder: String, _ path: String) -> String {
    if folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  // MARK: - Asking

  /// Whether the path leads to anything.
  public static func exists(_ path: String) -> Bool { kind(of: path) != nil }

  /// Whether the path leads to a folder.
  public static func isFolder(_ path: String) -> Bool { kind(of: path) == .folder }

  /// Whether a file lies at the path itself, not behind a symbolic link there.
  public static func isOwnFile(_ path: String) -> Bool {
    (try? check(path)) != nil && entry(at: path)?.kind == .file
  }

  /// What the path leads to, through symbolic links; nil for nothing.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard (try? check(path)) != nil, stat(path, &status) == 0 else { return nil }
    return kind(status)
  }

  /// What lies at the path itself.
  private static func entry(at path: String) -> (kind: Kind, identity: FileIdentity)? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return (kind(status), FileIdentity(status))
  }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  // MARK: - Writing

  /// Writes a file so that a reader sees either the old content or the new, never a part, even
  /// after a loss of power.
  ///
  /// The bytes go to a new file in the same folder, which is synced and renamed. The permissions
  /// of a file that is replaced are kept, and a symbolic link still leads to it. What is not a
  /// regular file, such as a terminal or a pipe, is written to directly; a folder is refused.
  public static func writeAtomically(
    _ path: String, _ bytes: [UInt8]
  ) throws(FileSystemError) {
    try check(path)
    if let kind = kind(of: path), kind == .other {
      let descriptor = try retrying { open(path, O_WRONLY | O_CLOEXEC) }
      defer { close(descriptor) }
      return try withBytes(of: bytes) { (bytes) throws(FileSystemError) in
        try writeAll(bytes, to: descriptor)
      }
    }
    try replace(path, bytes, .whole)
  }

  /// Writes a file in the place of what is there, if that may be replaced.
  static func replace(
    _ path: String, _ bytes: [UInt8], _ durability: PendingFile.Durability
  ) throws(FileSystemError) {
    let file = try pendingFile(path)
    try withBytes(of: bytes) { (bytes) throws(FileSystemError) in try file.write(bytes) }
    try file.commit(durability)
  }

  /// A file that will take the place of what is at a path: the permissions of a file that is there
  /// are kept, and a symbolic link will still lead to it.
  /// - Throws: ``FileSystemError/isAFolder``, or ``FileSystemError/notARegularFile`` for a device or
  ///   a pipe, which must not be replaced.
  static func pendingFile(_ path: String) throws(FileSystemError) -> PendingFile {
    try check(path)
    var status = stat()
    guard stat(path, &status) == 0 else { return try PendingFile(replacing: path) }
    switch kind(status) {
    case .folder: throw .isAFolder
    case .file: break
    default: throw .notARegularFile
    }
    var target = path
    if let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    return try PendingFile(replacing: target, permissions: status.st_mode)
  }

  /// The array's own method forgets which errors its argument throws.
  static func withBytes(
    of array: [UInt8], _ body: (UnsafeRawBufferPointer) throws(FileSystemError) -> Void
  ) throws(FileSystemError) {
    var fault: FileSystemError?
    array.withUnsafeBytes { bytes in
      do throws(FileSystemError) { try body(bytes) } catch { fault = error }
    }
    if let fault { throw fault }
  }

  /// Writes all bytes, however many calls that takes.
  static func writeAll(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) throws(FileSystemError) {
    var start = 0
    while start < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      // Some systems refuse more than two gigabytes at once.
      start += try retrying { write(descriptor, rest.baseAddress, min(rest.count, 1 << 30)) }
    }
  }

  // MARK: - Calls

  static func check(_ path: String) throws(FileSystemError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .malformedPath }
  }

  /// Calls until the call is not interrupted by a signal; a negative result is an error.
  static func retrying<Number: SignedInteger>(
    _ call: () -> Number
  ) throws(FileSystemError) -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      let code = errno
      if code != EINTR { throw FileSystemError(code: code) }
    }
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The system's functions whose names this type uses for its own.
  private enum system {
    static func read(
      _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int {
      #if canImport(Glibc)
        Glibc.read(descriptor, buffer, count)
      #elseif canImport(Musl)
        Musl.read(descriptor, buffer, count)
      #else
        Darwin.read(descriptor, buffer, count)
      #endif
    }
  }
}

extension FileSystemError {
  /// From the number that the system gives.
  init(code: Int32) {
    self =
      switch code {
      case ENOENT: .notFound
      case ENOTDIR: .notAFolder
      case EISDIR: .isAFolder
      case EACCES, EPERM: .permissionDenied
      case ELOOP: .linkLoop
      case ENAMETOOLONG: .nameTooLong
      case ENOSPC, EDQUOT: .noSpace
      case EFBIG: .sizeLimit
      case EROFS: .readOnly
      case ENXIO, ENODEV: .notARegularFile
      default: .system(code: code)
      }
  }
}
