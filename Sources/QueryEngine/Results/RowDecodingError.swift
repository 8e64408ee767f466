// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

/// A row that is not what the caller wants to make of it.
public struct RowDecodingError: Error, Sendable, Hashable {
  /// Which row, counted from 1.
  public var row: Int

  /// The column; nil where the whole row is at fault.
  public var column: String?

  /// Where in the value of the column: entries of maps and places in lists.
  public var path: [String]

  /// What is wrong, without its place.
  public var reason: String

  public init(row: Int, column: String?, path: [String] = [], reason: String) {
    self.row = row
    self.column = column
    self.path = path
    self.reason = reason
  }
}

extension RowDecodingError: CustomStringConvertible {
  /// Such as `row 3, column 'since': a Int is wanted, got the string 'soon'`.
  public var description: String {
    var place = "row \(row)"
    if let column { place += ", column '\(column)'" }
    if !path.isEmpty { place += ", at \(path.joined(separator: "."))" }
    return "\(place): \(reason)"
  }
}

// Everything that decoding says.
extension RowDecodingError {
  static func wants(_ type: Any.Type, not value: Value) -> String {
    "\(type) is wanted, got \(EvaluationProblem.described(value))"
  }

  static func outOfRange(_ type: Any.Type, _ value: Value) -> String {
    "\(EvaluationProblem.described(value)) is beyond what \(type) holds"
  }

  static func notADay(_ value: Value) -> String {
    "a day is wanted, and \(EvaluationProblem.described(value)) is known less exactly; "
      + "PartialDate holds it"
  }

  static func noColumn(_ name: String, known: [String]) -> String {
    let nearest = Suggestion.didYouMean(name, among: known)
    return "no column is called '\(name)'; "
      + (nearest ?? "there are \(known.joined(separator: ", "))")
  }

  static func noEntry(_ name: String, known: [String]) -> String {
    let nearest = Suggestion.didYouMean(name, among: known)
    return "the map has no entry '\(name)'"
      + (nearest.map { "; \($0)" }
        ?? (known.isEmpty ? "" : "; it has \(known.joined(separator: ", "))"))
  }

  static func notOneColumn(_ type: Any.Type, columns: [String]) -> String {
    "\(type) is a single value, and the row has \(columns.count) columns"
  }

  static func endOfList(_ count: Int) -> String {
    "the list has only \(count) \(count == 1 ? "member" : "members")"
  }

  static let notAList = "a row has named columns and is no list"
}
