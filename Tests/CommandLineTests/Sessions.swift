// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// Folders to run command lines in.
enum Sessions {
  /// A workspace with the small dataset in `harbour`, which is the graph of every command.
  static func harbour() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.copy("Tests/CommandLineTests/Fixtures/harbour", as: "harbour")
    return workspace
  }

  /// A workspace with the datasets that ship.
  static func shipped() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.link("Graphs")
    return workspace
  }
}

/// Runs command lines one after the other and compares what they print with a golden file.
func expectSessions(
  _ name: String, in workspace: Workspace, environment: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation, _ lines: [String]
) throws {
  let text = try lines.map { try workspace.transcript($0, environment: environment) }
    .joined(separator: "\n")
  let file = Repository.file("Tests/CommandLineTests/Goldens/\(name).txt")
  if let difference = Golden.difference(text, from: file) {
    Issue.record(Comment(rawValue: difference), sourceLocation: sourceLocation)
  }
}
