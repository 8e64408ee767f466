// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics

/// The words for what can be wrong with an import, where datasets have none of their own.
enum ImportMessages {
  static func noNodes() -> Finding {
    Finding(
      "E130", "the folder has no file called 'nodes-TYPE.csv'",
      help: "such as nodes-State.csv, with a column 'id'")
  }

  static func noType(_ file: String) -> Finding {
    Finding(
      "E131", "the name '\(file)' does not say the type",
      help: "such as nodes-State.csv, nodes-State&Island.csv or edges-COVERS.csv")
  }

  static func unknownColumnType(_ name: String, nearest: String?, known: [String]) -> Finding {
    Finding(
      "E132", "no type of values is called '\(name)'",
      help: nearest.map { "did you mean '\($0)'?" } ?? "types: \(known.joined(separator: ", "))")
  }

  static func misfit(
    _ problem: ValueParsingProblem, column: String, type: PropertyType
  ) -> Finding {
    Finding(
      "E133", problem.description,
      caretText: "nearly all of the column is \(type.name)",
      help: "if the column holds text, call it '\(column):STRING'")
  }

  static func duplicateNode(_ key: String) -> Finding {
    Finding(
      "E111", "node '\(key)' is defined twice", help: "keep one row for each node, in one file")
  }

  static func duplicateEdge(_ identifier: String) -> Finding {
    Finding("E111", "edge '\(identifier)' is defined twice")
  }

  static func endlessRow(limit: Int) -> Finding {
    Finding(
      "E134", "the row is longer than \(limit >> 20) MB",
      help: "the rest of the file was not read")
  }

  static func carriageReturnInHeader() -> Finding {
    Finding(
      "E134", "the header holds a carriage return that ends no row",
      help: "save the file with the line ends LF or CRLF")
  }

  static func quotes(_ fault: ImportCell.Fault) -> CSVFinding {
    switch fault {
    case .unclosedQuote: .unclosedQuote
    case .textAfterQuote: .textAfterQuote
    case .quoteAfterSpace: .quoteAfterSpace
    }
  }
}
