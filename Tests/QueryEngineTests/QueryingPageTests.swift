// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

@testable import QueryEngine

/// The guide's page on querying names all that a query may call.
@Suite("The page on querying")
struct QueryingPageTests {
  /// The words in backquotes, without parentheses and what is between them.
  private static let named: Set<String> = {
    let text = (try? Repository.text(of: "Documentation/Guide/querying.md")) ?? ""
    return Set(text.matches(of: #/`([A-Za-z_][\w.]*)(\([^`]*\))?`/#).map { String($0.1) })
  }()

  @Test("every function stands there", arguments: FunctionCatalogue.names)
  func function(_ name: String) {
    #expect(Self.named.contains(name))
  }

  @Test("every step of a plan stands there", arguments: StepName.allCases)
  func step(_ name: StepName) {
    #expect(Self.named.contains(name.rawValue))
  }

  @Test("every procedure stands there", arguments: ProcedureCatalogue.standard.names)
  func procedure(_ name: String) {
    #expect(Self.named.contains(name))
  }
}
