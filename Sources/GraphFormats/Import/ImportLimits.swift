// SPDX-License-Identifier: Apache-2.0

/// How much the files of an import may ask for, and how they are read.
public struct ImportLimits: Sendable, Hashable {
  /// Bytes of one cell.
  public var cellBytes: Int

  /// Bytes of one row.
  public var rowBytes: Int

  /// Cells of one row.
  public var columns: Int

  /// Findings that are listed; the rest is counted.
  public var findings: Int

  /// Bytes that are read at once. The graph does not depend on it.
  public var blockBytes: Int

  public init(
    cellBytes: Int = 1 << 20, rowBytes: Int = 16 << 20, columns: Int = 16_384,
    findings: Int = 1_000, blockBytes: Int = 1 << 20
  ) {
    self.cellBytes = max(cellBytes, 1)
    self.rowBytes = max(rowBytes, 1)
    self.columns = max(columns, 1)
    self.findings = max(findings, 0)
    self.blockBytes = max(blockBytes, 1)
  }
}
