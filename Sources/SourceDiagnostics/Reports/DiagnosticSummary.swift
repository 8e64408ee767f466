// SPDX-License-Identifier: Apache-2.0

/// How many findings of each severity there are: `1 error, 1 warning in 3 files`.
public struct DiagnosticSummary: Sendable, Hashable {
  public var errorCount: Int
  public var warningCount: Int
  public var remarkCount: Int

  /// How many files were read, whether or not anything was found in them.
  public var fileCount: Int?

  public init(_ diagnostics: [Diagnostic], fileCount: Int? = nil) {
    errorCount = diagnostics.count { $0.severity == .error }
    warningCount = diagnostics.count { $0.severity == .warning }
    remarkCount = diagnostics.count { $0.severity == .information }
    self.fileCount = fileCount
  }

  /// Whether nothing was found.
  public var isEmpty: Bool { errorCount + warningCount + remarkCount == 0 }
}

extension DiagnosticSummary: CustomStringConvertible {
  public var description: String {
    var parts: [String] = []
    if errorCount > 0 { parts.append(Self.counted(errorCount, "error")) }
    if warningCount > 0 { parts.append(Self.counted(warningCount, "warning")) }
    if remarkCount > 0 { parts.append(Self.counted(remarkCount, "remark")) }
    let findings = parts.isEmpty ? "no errors" : parts.joined(separator: ", ")
    return findings + (fileCount.map { " in " + Self.counted($0, "file") } ?? "")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
