// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// `--style`, `--media` and the style sheet of a dataset.
@Suite struct StyleTests {
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  @Test func themesAndSheets() throws {
    let workspace = try Sessions.harbour()
    try workspace.write(
      """
      Programme { fill: navy; legend: "programme"; }
      Instrument[until] { line: dotted; }
      @media print { Programme { fill: white; } }
      """, to: "house.css")
    try workspace.write("State { width: 5; }\n", to: "wide.css")
    try workspace.write("Programe { fill: red; }\n-COVER-> { fil: red; }\n", to: "faulty.css")
    try workspace.write("State { fill: red;", to: "harbour/style.css")
    let draw = "entente draw schema --format mermaid"
    try expectSessions(
      "styles", in: workspace, environment: Self.graph,
      [
        "\(draw) --style mono | grep classDef", "\(draw) --style house.css | grep classDef",
        "\(draw) --style house.css --media print | grep classDef",
        "\(draw) --style wide.css --style dark --style house.css | grep classDef",
        "\(draw) --style faulty.css", "\(draw) --style drak", "\(draw) --style harbour",
        "\(draw) --media paper",
        // The dataset's own sheet is broken: it is read only where no style is named.
        draw, "entente check harbour", "cd harbour && entente check -g .",
        "entente schema --style drak | head -1", "entente explain S105",
        "echo 'State { fill: red; }' > harbour/style.css",
        "\(draw) | grep classDef", "entente check harbour",
        // Links are not followed.
        "rm harbour/style.css && ln -s ../wide.css harbour/style.css && \(draw) | grep -c width:5px",
      ])
  }

  @Test func everyCommandThatDrawsTakesThem() throws {
    let workspace = try Sessions.shipped()
    for command in [
      "path Poland Kazakhstan", "neighbours BOMCA", "connect Poland Kazakhstan", "schema",
      "query 'MATCH (s:State) RETURN s LIMIT 2'", "path Poland Kazakhstan --since",
      "draw path Poland Kazakhstan", "draw neighbours BOMCA", "draw connect Poland Kazakhstan",
      "draw schema",
    ] {
      let plain = try workspace.run("entente \(command) --format dot")
      let dark = try workspace.run("entente \(command) --format dot --style dark")
      let medium = try workspace.run("entente \(command) --format dot --media dark")
      #expect(plain.status == 0 && dark.status == 0, "\(command): \(dark.errorText)")
      #expect(!plain.outputText.contains("#16191D") && dark.outputText.contains("#16191D"))
      #expect(dark.outputText == medium.outputText, "\(command)")
    }
    try workspace.write("MATCH (s:State) RETURN s LIMIT 2;\n:draw drawn.dot\n", to: "script")
    #expect(try workspace.run("entente shell --style dark < script").status == 0)
    #expect(try workspace.text(of: "drawn.dot").contains("#16191D"))
  }
}
