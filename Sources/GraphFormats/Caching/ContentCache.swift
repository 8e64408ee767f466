// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Keeps what was made from some content, such as the drawing of a figure, so that the same content
/// need not be worked on again.
///
/// An entry is believed only when this very program made it, its checksum fits, and it was made from
/// exactly the bytes that are asked about: those are kept with it. Whatever is wrong with an entry
/// costs no more than making it again. Entries are written whole and renamed, so that any number of
/// programs may use the folder at once; when it grows too large, what was used longest ago goes.
public struct ContentCache: Sendable {
  private let folder: CacheFolder
  private let part: String

  /// In bytes.
  private let sizeLimit: Int

  private static let mark = Array("entente content 1\n".utf8)

  /// - Parameters:
  ///   - part: the name of a folder in the cache.
  ///   - sizeLimit: in bytes, of all entries; kept to by ``trim()``.
  public init(_ part: String, in folder: CacheFolder, sizeLimit: Int = 64 << 20) {
    self.folder = folder
    self.part = part
    self.sizeLimit = sizeLimit
  }

  /// What was made from a content; nil when it is not kept.
  public func result(of content: [UInt8]) -> [UInt8]? {
    guard let path = path(of: content), FileIdentity(path)?.owner == folder.owner,
      let bytes = try? FileSystem.read(path, limit: sizeLimit),
      let result = Self.result(in: bytes, of: content)
    else { return nil }
    // What is used stays.
    utimensat(AT_FDCWD, path, nil, 0)
    return result
  }

  /// Keeps what was made from a content; does nothing where that is impossible.
  public func keep(_ result: [UInt8], of content: [UInt8]) {
    guard result.count + content.count < sizeLimit / 8, let path = path(of: content) else { return }
    var bytes = Self.mark
    for count in [content.count, result.count] {
      withUnsafeBytes(of: UInt64(count).littleEndian) { bytes += $0 }
    }
    let body = content + result
    let checksum = body.withUnsafeBytes { XXHash64.hash($0) }
    withUnsafeBytes(of: checksum.littleEndian) { bytes += $0 }
    bytes += body
    // The checksum tells a file that a loss of power has torn.
    try? FileSystem.replace(path, bytes, .none)
  }

  /// Removes what was used longest ago until the rest is within the limit.
  ///
  /// Complexity: O(*n* log *n*) in the number of entries.
  public func trim() {
    guard let own = folder.path(of: "", in: part), let names = try? FileSystem.entries(of: own)
    else { return }
    var entries: [(path: String, identity: FileIdentity)] = names.compactMap { name in
      let path = own + name
      return FileIdentity(path).map { (path, $0) }
    }
    var size = entries.reduce(Int64(0)) { $0 + $1.identity.size }
    guard size > Int64(sizeLimit) else { return }
    entries.sort { ($0.identity.modified, $0.path) < ($1.identity.modified, $1.path) }
    // To a good part below, so that not every run has something to remove.
    for entry in entries where size > Int64(sizeLimit) * 3 / 4 {
      // Another program may have removed it already.
      unlink(entry.path)
      size -= entry.identity.size
    }
  }

  // MARK: Entries

  private func path(of content: [UInt8]) -> String? {
    guard let program = RunningProgram.identity else { return nil }
    var fingerprint = Fingerprint.none
    for number in [
      program.device, program.inode, UInt64(bitPattern: program.size),
      UInt64(bitPattern: program.modified),
    ] {
      fingerprint.combine(number)
    }
    fingerprint.combine(content)
    return folder.path(of: fingerprint.digits, in: part)
  }

  private static func result(in bytes: [UInt8], of content: [UInt8]) -> [UInt8]? {
    let start = mark.count + 24
    guard bytes.count >= start, bytes.starts(with: mark) else { return nil }
    func number(_ position: Int) -> UInt64 {
      bytes.withUnsafeBytes {
        UInt64(
          littleEndian: $0.loadUnaligned(
            fromByteOffset: mark.count + position * 8, as: UInt64.self))
      }
    }
    guard number(0) == UInt64(content.count), number(1) <= UInt64(bytes.count),
      bytes.count == start + content.count + Int(number(1)),
      bytes[start...].starts(with: content),
      bytes[start...].withUnsafeBytes({ XXHash64.hash($0) }) == number(2)
    else { return nil }
    return Array(bytes[(start + content.count)...])
  }
}
