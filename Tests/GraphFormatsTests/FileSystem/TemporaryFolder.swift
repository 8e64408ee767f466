// SPDX-License-Identifier: Apache-2.0

import GraphFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for one test, removed with all its contents.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/entente-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileSystemError.system(code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    Self.remove(path)
  }

  func at(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    try FileSystem.writeAtomically(at(name), Array(text.utf8))
  }

  func makeFolder(_ name: String) { mkdir(at(name), 0o755) }

  func makePipe(_ name: String) { mkfifo(at(name), 0o644) }

  func makeLink(_ name: String, to target: String) { symlink(target, at(name)) }

  func setMode(_ name: String, _ mode: UInt32) { chmod(at(name), mode_t(mode)) }

  func mode(of name: String) -> UInt32 {
    var status = stat()
    return stat(at(name), &status) == 0 ? UInt32(status.st_mode) & 0o7777 : 0
  }

  /// Whether permissions bind the user who runs the tests.
  static var isBoundByPermissions: Bool { geteuid() != 0 }

  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      chmod(path, 0o755)
      for name in (try? FileSystem.entries(of: path)) ?? [] { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
