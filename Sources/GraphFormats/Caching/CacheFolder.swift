// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder for what can be made again: compiled datasets, and notes of which graph files have been
/// verified. It may be deleted at any time.
///
/// Only files that belong to the user are believed. Nothing here ever fails: a folder that cannot
/// be used is as good as an empty one.
public struct CacheFolder: Sendable, Hashable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// The folder that `ENTENTE_CACHE` names (`off` for none), else `entente` in the user's folder
  /// for caches: `$XDG_CACHE_HOME`, else `~/Library/Caches` on macOS and `~/.cache` elsewhere.
  public static var standard: CacheFolder? {
    if let own = environment("ENTENTE_CACHE") {
      return own == "off" ? nil : CacheFolder(own)
    }
    if let caches = environment("XDG_CACHE_HOME"), caches.hasPrefix("/") {
      return CacheFolder("\(caches)/entente")
    }
    #if canImport(Darwin)
      let caches = "Library/Caches"
    #else
      let caches = ".cache"
    #endif
    return environment("HOME").map { CacheFolder("\($0)/\(caches)/entente") }
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whom the files here must belong to.
  var owner: UInt32 { geteuid() }

  /// The path of a file in a folder of the cache, which is made where it is missing; nil when it
  /// cannot be.
  public func path(of name: String, in part: String) -> String? {
    let folder = "\(path)/\(part)"
    if !FileSystem.isFolder(folder) {
      var made = ""
      for component in folder.split(separator: "/", omittingEmptySubsequences: false) {
        made += component
        if !made.isEmpty { mkdir(made, 0o700) }
        made += "/"
      }
    }
    guard let identity = FileIdentity(folder), identity.owner == owner else { return nil }
    return "\(folder)/\(name)"
  }

  /// The bytes of a small file of the user's own.
  func ownFile(_ path: String) -> [UInt8]? {
    guard FileIdentity(path)?.owner == owner else { return nil }
    return try? FileSystem.read(path, limit: 1 << 12)
  }
}

/// The program that is running, as a file.
enum RunningProgram {
  static let identity: FileIdentity? = {
    #if canImport(Darwin)
      var size = UInt32(4096)
      var path = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&path, &size) == 0 else { return nil }
      return FileIdentity(
        String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    #else
      return FileIdentity("/proc/self/exe")
    #endif
  }()
}
