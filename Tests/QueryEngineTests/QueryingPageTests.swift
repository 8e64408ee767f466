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

  /// The lines of the section on procedures.
  private static let procedures: [String] = {
    let text = (try? Repository.text(of: "Documentation/Guide/querying.md")) ?? ""
    let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix("Procedures\n") }
    return (section ?? "").components(separatedBy: "\n")
  }()

  @Test("the table of procedures has each with its parameters, and no other")
  func procedures() {
    let catalogue = ProcedureCatalogue.standard
    let listed = Self.procedures.compactMap { line in
      line.firstMatch(of: #/^\| `([a-z]+\.\w+\([^)]*\))` \|/#).map { String($0.1) }
    }
    let known = catalogue.names.compactMap { name in
      catalogue[name].map { procedure in
        "\(name)(\(procedure.parameters.map(\.name).joined(separator: ", ")))"
      }
    }
    #expect(listed.sorted() == known.sorted())
  }

  @Test("a procedure stands with all of its columns", arguments: ProcedureCatalogue.standard.names)
  func columns(_ name: String) throws {
    let line = try #require(Self.procedures.first { $0.hasPrefix("| `\(name)(") })
    let fields = try #require(ProcedureCatalogue.standard[name]).results
    for field in fields { #expect(line.contains("`\(field.name)`"), "\(field.name)") }
  }

  @Test("every option of a procedure stands there")
  func options() throws {
    let listed = Self.procedures.flatMap { line in
      line.split(separator: "|").count == 3
        ? line.split(separator: "|")[0].matches(of: #/`(\w+)`/#).map { String($0.1) } : []
    }
    let known = ProcedureCatalogue.standard.names.flatMap { name in
      ProcedureCatalogue.standard[name]?.options ?? []
    }
    #expect(Set(listed) == Set(known + ProcedureOptions.ofFilter))
  }

  @Test("every step of a plan stands there", arguments: StepName.allCases)
  func step(_ name: StepName) {
    #expect(Self.named.contains(name.rawValue))
  }
}
