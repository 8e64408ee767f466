// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// A query of a dataset that goes by a name: the file `queries/NAME.cypher`.
///
/// The comment at its head says what it answers and declares its parameters:
///
/// ```
/// // Programmes that address a policy area.
/// //
/// // $area: NODE — the policy area
/// // $from: DATE = 2010 — only programmes that began on or after this day
/// MATCH (p:Programme)-[:ADDRESSES]->(a) WHERE a = $area …
/// ```
public struct NamedQuery: Sendable, Hashable {
  public let name: String

  /// What the query answers, as its comment says; empty where it says nothing.
  public let summary: String

  public let parameters: [Parameter]

  /// The whole text, its comment included, so that places in it are those of the file.
  public let text: String

  public struct Parameter: Sendable, Hashable {
    public let name: String
    public let type: ParameterType

    /// The text of the value where none is given; nil for a parameter that must be given.
    public let standard: String?

    /// What it means, in a few words.
    public let meaning: String
  }

  /// What a parameter holds.
  public enum ParameterType: String, Sendable, Hashable, CaseIterable {
    case string = "STRING"
    case integer = "INTEGER"
    case float = "FLOAT"
    case boolean = "BOOLEAN"
    case date = "DATE"
    /// A node, given by any of its names.
    case node = "NODE"
  }

  /// Why a file is no named query.
  public enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
    case unreadable(String, reason: String)
    case badParameter(String, line: Int, text: String)

    public var description: String {
      switch self {
      case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
      case .badParameter(let path, let line, let text):
        "\(path):\(line): '\(text)' declares no parameter; expected "
          + "'$name: TYPE', with one of the types "
          + ParameterType.allCases.map(\.rawValue).joined(separator: ", ")
      }
    }
  }

  /// The names of the queries of a dataset, sorted; none where it has none.
  public static func names(inDataset folder: String) -> [String] {
    ((try? FileSystem.entries(of: "\(folder)/queries")) ?? [])
      .filter { $0.hasSuffix(suffix) && isName($0.dropLast(suffix.count)) }
      .map { String($0.dropLast(suffix.count)) }.sorted()
  }

  /// Whether a text can be the name of a query: letters, digits, hyphens and underscores.
  public static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  /// Reads a query of a dataset.
  ///
  /// - Precondition: `name` is one, see ``isName(_:)``.
  public init(_ name: String, inDataset folder: String) throws(Problem) {
    precondition(Self.isName(name), "a name has no slashes")
    let path = "\(folder)/queries/\(name)\(Self.suffix)"
    let bytes: [UInt8]
    do throws(FileSystemError) { bytes = try FileSystem.read(path, limit: 1 << 20) } catch {
      throw .unreadable(path, reason: error.description)
    }
    try self.init(name, text: String(decoding: bytes, as: UTF8.self), path: path)
  }

  /// Reads a query from a text; `path` is for errors.
  public init(_ name: String, text: String, path: String) throws(Problem) {
    self.name = name
    self.text = text
    var summary: [String] = []
    var parameters: [Parameter] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (position, line) in lines.enumerated() {
      let line = line.trimmingSpaces
      if line.isEmpty { continue }
      guard line.hasPrefix("//") else { break }
      let comment = line.dropFirst(2).trimmingSpaces
      if comment.hasPrefix("$") {
        guard let parameter = Parameter(comment) else {
          throw .badParameter(path, line: position + 1, text: String(comment))
        }
        parameters.append(parameter)
      } else if !comment.isEmpty {
        summary.append(String(comment))
      }
    }
    self.summary = summary.joined(separator: " ")
    self.parameters = parameters
  }

  private static let suffix = ".cypher"
}

extension NamedQuery.Parameter {
  /// `$name: TYPE = standard — meaning`, the last two parts left out at will.
  fileprivate init?(_ declaration: some StringProtocol) {
    guard let colon = declaration.firstIndex(of: ":") else { return nil }
    let name = declaration[declaration.index(after: declaration.startIndex)..<colon]
    guard NamedQuery.isName(name) else { return nil }
    var rest = String(declaration[declaration.index(after: colon)...])
    var meaning = ""
    if let dash = rest.firstRange(of: "—") {
      meaning = String(rest[dash.upperBound...].trimmingSpaces)
      rest = String(rest[..<dash.lowerBound])
    }
    let parts = rest.split(separator: "=", maxSplits: 1).map(\.trimmingSpaces)
    guard let first = parts.first,
      let type = NamedQuery.ParameterType(rawValue: String(first).uppercased())
    else { return nil }
    self.name = String(name)
    self.type = type
    standard = parts.count > 1 ? String(parts[1]) : nil
    self.meaning = meaning
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: SubSequence {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
