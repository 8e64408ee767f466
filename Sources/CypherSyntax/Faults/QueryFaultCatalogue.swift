// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// What every code means that a query can be refused with, or can fail with.
public enum QueryFaultCatalogue {
  /// An entry for each ``QueryFault/Detail``, in order of code.
  public static let catalogue = DiagnosticCatalogue(text + names + graph)

  static func entry(
    _ detail: QueryFault.Detail, _ title: String, explanation: String, example: String,
    correction: String? = nil
  ) -> DiagnosticCatalogue.Entry {
    DiagnosticCatalogue.Entry(
      code: detail.code, title: title, explanation: explanation, example: example,
      correction: correction)
  }
}
