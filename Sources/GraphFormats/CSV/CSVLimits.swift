// SPDX-License-Identifier: Apache-2.0

/// How much a CSV file may ask for. A file beyond a limit is refused with a finding.
public struct CSVLimits: Sendable, Hashable {
  /// Bytes of the whole file.
  public var fileBytes: Int

  /// Bytes of one cell.
  public var cellBytes: Int

  /// Rows, the header and empty ones counted.
  public var rows: Int

  /// Cells of one row.
  public var columns: Int

  /// Findings reported for one file before the rest is left out.
  public var findings: Int

  public init(
    fileBytes: Int = 512 << 20, cellBytes: Int = 1 << 20, rows: Int = 5_000_000,
    columns: Int = 16_384, findings: Int = 1_000
  ) {
    self.fileBytes = fileBytes
    self.cellBytes = cellBytes
    self.rows = rows
    self.columns = columns
    self.findings = findings
  }
}
