// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// `entente render --in-place`.
@Suite struct RenderTests {
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  private static let page = """
    Text.

    ```entente
    #| label: fig-guard
    #| caption: The exchange
    neighbours coast-guard-2
    ```

    <!-- entente:begin fig-guard -->
    <!-- entente:end -->

    ```entente
    #| label: fig-unmarked
    neighbours coast-guard-2
    ```

    <!-- entente:begin sources -->
    old
    <!-- entente:end -->

    """

  @Test func answersStandBetweenTheMarks() throws {
    let workspace = try Sessions.harbour()
    try workspace.write(Self.page, to: "pages/page.md")
    _ = try workspace.run("chmod 640 pages/page.md && ln -s pages/page.md link.md")
    try expectSessions(
      "render", in: workspace, environment: Self.graph,
      [
        "entente render pages/page.md", "entente render pages/page.md --check",
        "entente render --in-place link.md --figures 'my figures'", "ls 'my figures' pages",
        "entente render --in-place pages/page.md", "cat pages/page.md", "ls pages pages/figures",
        "ls -l pages/page.md | cut -c1-10", "entente render --in-place pages/page.md --check",
        "entente render --in-place pages/page.md",
        "entente render --in-place pages/page.md --figures ../x",
      ])
    let facts = "harbour/facts/instruments.yaml"
    try workspace.write(
      try workspace.text(of: facts).replacingOccurrences(of: "Exchange", with: "Visits"), to: facts)
    let checked = try workspace.run(
      "entente render --in-place pages/page.md --check", environment: Self.graph)
    #expect(checked.status == 1)
    #expect(checked.outputText.contains("would change: pages/figures/fig-guard.svg\n"))
  }

  @Test func faultsLeaveThePageAsItIs() throws {
    let workspace = try Sessions.harbour()
    let faulty = Self.page.replacingOccurrences(of: "begin sources", with: "begin nothing")
    try workspace.write(faulty, to: "page.md")
    let marks = try workspace.run("entente render --in-place page.md", environment: Self.graph)
    #expect(marks.status == 2 && marks.errorText.contains("error[B123]"), "\(marks.errorText)")
    try workspace.write(
      Self.page.replacingOccurrences(
        of: "neighbours coast-guard-2", with: "neighbours coast-gard-2"), to: "page.md")
    let outcome = try workspace.run("entente render --in-place page.md", environment: Self.graph)
    #expect(outcome.status == 2 && outcome.errorText.contains("error[B130]"))
    #expect(try workspace.names() == ["harbour", "page.md"])
  }
}
