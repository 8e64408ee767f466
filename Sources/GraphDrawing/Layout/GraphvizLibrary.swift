// SPDX-License-Identifier: Apache-2.0
import CGraphviz

/// Where libgraphviz is looked for when it is first needed.
public struct GraphvizLibrary: Sendable, Hashable {
  /// Names or paths of libgvc, tried in order.
  public var candidates: [String]

  public init(candidates: [String]) {
    self.candidates = candidates
  }

  /// The library of the system: by its name first, then where Homebrew and MacPorts put it.
  public static let system: GraphvizLibrary = {
    #if os(macOS) || os(iOS) || os(tvOS) || os(watchOS) || os(visionOS)
      var candidates = ["libgvc.7.dylib", "libgvc.6.dylib", "libgvc.dylib"]
      for prefix in ["/opt/homebrew", "/usr/local", "/opt/local"] {
        candidates.append("\(prefix)/lib/libgvc.dylib")
        candidates.append("\(prefix)/opt/graphviz/lib/libgvc.dylib")
      }
    #else
      var candidates = ["libgvc.so.6", "libgvc.so.7", "libgvc.so.8", "libgvc.so"]
      for prefix in ["/usr/local", "/home/linuxbrew/.linuxbrew"] {
        candidates.append("\(prefix)/lib/libgvc.so")
      }
    #endif
    if let prefix = Platform.environment("HOMEBREW_PREFIX"), prefix.hasPrefix("/") {
      #if os(macOS)
        candidates.append("\(prefix)/lib/libgvc.dylib")
      #else
        candidates.append("\(prefix)/lib/libgvc.so")
      #endif
    }
    return GraphvizLibrary(candidates: candidates)
  }()

  /// Opens the library ahead of its first use, on a thread of its own. What is wrong with it shows
  /// when it is used.
  public func prepareInBackground() {
    _ = Platform.startThread { [self] in prepare() }
  }

  /// Opens the library ahead of its first use. What is wrong with it shows when it is used.
  public func prepare() {
    CStringArray.with(candidates) { names in cgraphviz_prepare(names, candidates.count) }
  }

  /// Version of the library ("2.43.0"), or nil when none can be used.
  public var version: String? {
    var buffer = [CChar](repeating: 0, count: 64)
    let isFound = CStringArray.with(candidates) { names in
      cgraphviz_version(names, candidates.count, &buffer, buffer.count) == 1
    }
    guard isFound else { return nil }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
