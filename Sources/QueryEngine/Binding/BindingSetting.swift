// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// What the binder of a text knows besides the text, and what it notes down on the way.
final class BindingSetting {
  /// The graph type, where it is closed: then an unknown name is a fault.
  let closedType: ClosedGraphNames?
  let procedures: ProcedureCatalogue

  /// The parameters that the text names, with the first place of each.
  private(set) var parameters: [(name: String, span: SourceSpan)] = []

  /// The day of every match that names none; nil for all times.
  let asOf: CalendarDate?

  init(_ graph: PropertyGraph, environment: QueryEnvironment, asOf: CalendarDate? = nil) {
    self.asOf = asOf
    closedType = ClosedGraphNames.of(graph)
    procedures = environment.procedures
  }

  func note(parameter name: String, at span: SourceSpan) {
    if !parameters.contains(where: { $0.name == name }) { parameters.append((name, span)) }
  }
}
