// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// One table of an import folder, opened, with its columns known.
struct ImportFile: Sendable {
  /// What the user calls the file.
  let name: String

  /// The type that the name of the file says.
  let type: String
  let file: SequentialFile
  var plan: ImportPlan

  /// Where the first row below the header begins.
  let offset: Int

  /// The line and the spreadsheet row there, from 1.
  let firstLine: Int
  let firstRow: Int

  /// The labels, where the name of the file lists several.
  var labels: [String]? {
    let labels = type.split(separator: "&", omittingEmptySubsequences: false).map(String.init)
    return labels.count > 1 ? labels : nil
  }

  /// Bytes of the file; none when it cannot be read any more.
  func bytes(_ offset: Int, _ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = (try? file.read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)) ?? 0
    }
  }
}
