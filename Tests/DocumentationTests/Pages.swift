// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport

/// The pages that the tests compare with the program.
enum Pages {
  /// For users of the program and of the library.
  static let guide = ["README.md"] + Repository.files(under: "Documentation/Guide", ending: ".md")

  /// All pages of the project.
  static let all =
    guide + ["ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "Documentation/Glossary.md"]
    + Repository.files(under: "Documentation/Decisions", ending: ".md")
    + Repository.files(under: "Examples", ending: ".md")

  /// A folder in which command lines run as in the root of the repository, without writing there.
  static func workspace() throws -> Workspace {
    let workspace = try Workspace()
    for name in ["Graphs", "Examples", "Documentation"] { try workspace.link(name) }
    return workspace
  }
}
