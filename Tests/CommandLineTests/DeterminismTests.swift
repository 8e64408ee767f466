// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import ProgramTestSupport
import Testing

/// The same question has the same bytes: twice, with and without fonts, in any locale, at any time.
@Suite struct DeterminismTests {
  private static let questions = [
    "path Kazakhstan ICMPD -k 3", "neighbours BOMCA", "list programmes --state Tajikistan",
    "show 'EU Strategy on Central Asia'", "stats", "schema",
  ]

  @Test func answers() throws {
    let workspace = try Sessions.shipped()
    for question in Self.questions {
      let line = "entente \(question) --format json"
      let first = try workspace.run(line)
      #expect(first.status == 0, "\(question)")
      let second = try workspace.run(
        line,
        environment: [
          "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Almaty", "SWIFT_DETERMINISTIC_HASHING": "1",
          "COLUMNS": "60",
        ])
      #expect(first == second, "\(question)")
    }
  }

  @Test(.enabled(if: GraphvizLibrary.system.version != nil, "libgraphviz is missing"))
  func figures() throws {
    let workspace = try Sessions.shipped()
    try workspace.write("<?xml version=\"1.0\"?><fontconfig></fontconfig>", to: "empty.conf")
    for question in [
      "path Kazakhstan ICMPD -k 3", "neighbours BOMCA", "schema", "timeline BOMCA",
      "gaps --rows-in 'Central Asia'", "neighbours 'Prague Process' --max-nodes 20 --style dark",
      "neighbours BOMCA --clusters types --depth 2 --max-nodes 20 -q",
    ] {
      let line = "entente draw \(question)"
      let first = try workspace.run(line)
      #expect(first.status == 0)
      #expect(first.errorText == "")
      for environment in [
        [:],
        ["FONTCONFIG_FILE": workspace.file("empty.conf").path, "FONTCONFIG_PATH": "/nowhere"],
        ["FONTCONFIG_FILE": "/dev/null", "HOME": "/nowhere"],
        ["LANG": "C", "TZ": "Asia/Almaty"],
        ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"],
        ["GV_FILE_PATH": "/nowhere", "DOTFONTPATH": "/nowhere", "GDFONTPATH": "/nowhere"],
      ] {
        #expect(try workspace.run(line, environment: environment) == first, "\(question)")
      }
      // Two at once, and from another folder.
      let twice = try workspace.run(
        "\(line) -o one.svg -q | \(line) -o two.svg -q; cat one.svg; cmp one.svg two.svg")
      #expect(
        twice.output == first.output && twice.status == 0, "\(question): \(twice.errorText)")
      let elsewhere = try workspace.run(
        "mkdir -p deep/down && cd deep/down && \(line) -g ../../Graphs/eu-central-asia")
      #expect(elsewhere.output == first.output, "\(question): \(elsewhere.errorText)")
    }
  }
}
