// SPDX-License-Identifier: Apache-2.0

import ProgramTestSupport
import Testing

/// Costs, modes, sources and explanations of `path`.
@Suite struct PathCostTests {
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  @Test func costs() throws {
    try expectSessions(
      "path-costs", in: Sessions.harbour(), environment: Self.graph,
      [
        "entente path Arland Borvia --cost instruments",
        "entente path Arland Borvia --cost specificity -k 2 --format csv",
        "entente path Arland Borvia --cost 'instruments + 0.25 * specificity' --format json",
        "entente path Arland Borvia --cost 'share = 1' -k 3",
        "entente path Arland Borvia --cost share", "entente path Arland Borvia --cost 'hops +'",
        "entente path Arland Borvia --cost=-1*hops", "entente path Arland Borvia --cost role=1",
      ])
  }

  @Test func modesGroupsAndSources() throws {
    try expectSessions(
      "path-modes", in: Sessions.harbour(), environment: Self.graph,
      [
        "entente path Arland Borvia --groups 2 --format csv",
        "entente path Arland Arland --mode simple -k 2",
        "entente path Arland Borvia --mode walk -k 12 --format csv | tail -4",
        "entente path Arland Borvia --mode circle",
        "entente path Arland Borvia --groups 0", "entente path Arland Borvia --groups 2 --all",
        "entente path Arland Borvia --source nobody",
      ])
  }

  @Test func explanations() throws {
    try expectSessions(
      "path-explain", in: Sessions.harbour(), environment: Self.graph,
      [
        "entente path Arland Borvia --explain --avoid funds",
        "entente path Arland Borvia --explain",
        "entente path Arland Borvia --max-hops 1",
        "entente path Arland Borvia --max-hops 1 --format json",
      ])
  }
}
