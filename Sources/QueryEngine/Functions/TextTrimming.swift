// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Without the white space, as Unicode has it, at both ends.
  var trimmingSpaces: Substring { trimmingStart.trimmingEnd }

  /// Without the white space at the start.
  var trimmingStart: Substring {
    let scalars = unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    return self[start...]
  }
}

extension Substring {
  /// Without the white space at the end.
  var trimmingEnd: Substring {
    let scalars = unicodeScalars
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return self[..<scalars.index(after: last)]
  }
}
