// SPDX-License-Identifier: Apache-2.0

public import CypherSyntax
public import SourceDiagnostics

/// A query that was refused, or that failed while it ran; with a query that writes, nothing is
/// changed.
public struct QueryError: Error, Sendable, Hashable {
  /// At least one. Several only where the text itself is wrong.
  public var faults: [QueryFault]

  /// The text of the query.
  public var text: String

  public init(_ faults: [QueryFault], in text: String) {
    precondition(!faults.isEmpty, "an error has a fault")
    self.faults = faults
    self.text = text
  }

  /// The faults as findings, to be printed with carets.
  /// - Parameter name: what the text is called, a file or `<query>`.
  public func diagnostics(named name: String = "<query>") -> [Diagnostic] {
    let source = SourceText(name: name, text)
    return faults.map { $0.diagnostic(in: source) }.sorted()
  }
}

extension QueryError: CustomStringConvertible {
  public var description: String { faults.map(\.message).joined(separator: "\n") }
}
