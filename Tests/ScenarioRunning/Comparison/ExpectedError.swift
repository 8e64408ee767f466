// SPDX-License-Identifier: Apache-2.0

/// The error that a query must fail with.
package struct ExpectedError: Sendable, Hashable {
  package enum Phase: String, Sendable, Hashable {
    case compileTime = "compile time"
    case runtime
    case anyTime = "any time"
  }

  package var kind: String
  package var phase: Phase

  /// Nil where any will do, which scenarios write `*`.
  package var detail: String?

  package func isMet(by fault: ScenarioFault) -> Bool {
    kind == fault.kind && (phase == .anyTime || phase.rawValue == fault.phase)
      && (detail == nil || detail == fault.detail)
  }
}

extension ExpectedError: CustomStringConvertible {
  package var description: String { "\(kind) at \(phase.rawValue): \(detail ?? "*")" }
}
