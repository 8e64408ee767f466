// SPDX-License-Identifier: Apache-2.0

/// The cells of a line of a table: `| a | b |`.
enum TableRow {
  /// The cells, trimmed; `\|`, `\\` and `\n` in them are a bar, a backslash and a line break.
  /// Any other backslash stands for itself. Nil when the line does not end with a bar.
  static func cells(of line: String) -> [String]? {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    // How far blanks at the end may be trimmed: a line break that was written as one stays.
    var kept = 0
    var isOpen = false
    var scalars = line.unicodeScalars.makeIterator()
    func add(_ scalar: Unicode.Scalar, isBlank: Bool) {
      if isBlank && cell.isEmpty { return }
      cell.append(scalar)
      if !isBlank { kept = cell.count }
    }
    while let scalar = scalars.next() {
      switch scalar {
      case "|":
        if isOpen { cells.append(String(String.UnicodeScalarView(cell.prefix(kept)))) }
        isOpen = true
        cell = String.UnicodeScalarView()
        kept = 0
      case "\\":
        switch scalars.next() {
        case "|": add("|", isBlank: false)
        case "\\": add("\\", isBlank: false)
        case "n": add("\n", isBlank: false)
        case let other?:
          add("\\", isBlank: false)
          add(other, isBlank: other.properties.isWhitespace)
        case nil: add("\\", isBlank: false)
        }
      default:
        add(scalar, isBlank: scalar.properties.isWhitespace)
      }
    }
    return isOpen && cell.allSatisfy(\.properties.isWhitespace) ? cells : nil
  }
}
