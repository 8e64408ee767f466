// SPDX-License-Identifier: Apache-2.0

internal import CMarkdown

/// Where libcmark-gfm, which parses Markdown, is looked for when it is first needed.
public struct MarkdownLibrary: Sendable, Hashable {
  /// Names or paths of libcmark-gfm-extensions, tried in order; it brings the parser along.
  public var candidates: [String]

  public init(candidates: [String]) { self.candidates = candidates }

  /// The package that holds the library, by the names of Debian and Ubuntu, and of Homebrew.
  public static let packages = (
    debian: "libcmark-gfm-extensions0.29.0.gfm.6", homebrew: "cmark-gfm"
  )

  /// The library of the system.
  public static let system: MarkdownLibrary = {
    let name = "libcmark-gfm-extensions"
    let versions = [6, 13, 12, 11, 10, 9, 8, 7, 3].map { "0.29.0.gfm.\($0)" }
    #if os(macOS) || os(iOS) || os(tvOS) || os(watchOS) || os(visionOS)
      var candidates = ["\(name).dylib"] + versions.map { "\(name).\($0).dylib" }
      for prefix in ["/opt/homebrew", "/usr/local", "/opt/local"] {
        candidates.append("\(prefix)/lib/\(name).dylib")
      }
    #else
      var candidates = versions.map { "\(name).so.\($0)" } + ["\(name).so"]
      for prefix in ["/usr/local", "/home/linuxbrew/.linuxbrew"] {
        candidates.append("\(prefix)/lib/\(name).so")
      }
    #endif
    return MarkdownLibrary(candidates: candidates)
  }()

  /// Version of the library ("0.29.0.gfm.6"), or nil when none can be used.
  public var version: String? {
    var buffer = [CChar](repeating: 0, count: 64)
    let isFound = withCandidates { names, count in
      cmarkdown_version(names, count, &buffer, buffer.count) == 1
    }
    guard isFound else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Calls `body` with the candidates as C strings, and their number.
  func withCandidates<Result>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, Int) -> Result
  ) -> Result {
    let bytes = candidates.map { $0.utf8.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0] }
    let starts = bytes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    return bytes.flatMap { $0 }.withUnsafeBufferPointer { buffer in
      let pointers = starts.dropLast().map { start in buffer.baseAddress.map { $0 + start } }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress, $0.count) }
    }
  }
}

/// Why a text could not be parsed as Markdown.
public enum MarkdownError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The library is not on this machine.
  case libraryMissing

  /// The library lacks a function or an extension.
  case libraryUnfit
  case outOfMemory

  public var description: String {
    switch self {
    case .libraryMissing:
      "the library that reads Markdown is not installed; install \(Self.packageNames)"
    case .libraryUnfit:
      "the library that reads Markdown lacks tables or footnotes; install \(Self.packageNames)"
    case .outOfMemory: "there is not enough memory to read the brief"
    }
  }

  private static let packageNames =
    "\(MarkdownLibrary.packages.debian) (Debian, Ubuntu) or \(MarkdownLibrary.packages.homebrew) "
    + "(Homebrew)"
}
