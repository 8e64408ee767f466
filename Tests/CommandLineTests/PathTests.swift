// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

@Suite struct PathTests {
  @Test func everyOption() throws {
    try expectSessions(
      "path-options", in: Sessions.harbour(), environment: ["ENTENTE_GRAPH": "harbour"],
      [
        "entente path Arland Borvia",
        "entente path Arland Borvia --all",
        "entente path Arland Borvia -k 4",
        "entente path Arland Borvia --via 'Coast Guard Exchange, phase 2'",
        "entente path Arland Borvia --via Programme",
        "entente path Arland Borvia --avoid 'Northern Ring' --avoid lighthouse-process",
        "entente path Arland Borvia --avoid MEMBER_OF",
        "entente path Arland Borvia --avoid Dialogue --avoid StateGroup",
        "entente path Arland Borvia --types Programme",
        "entente path Arland Borvia --types 'Programme,StateGroup,FUNDS,COVERS'",
        "entente path Arland Borvia --as-of 2021-06-01",
        "entente path Arland Borvia --as-of 2012",
        "entente path Arland Borvia --max-hops 2",
        "entente path Arland Borvia --directed",
        "entente path Arland Arland",
      ])
  }

  @Test func everyFormat() throws {
    try expectSessions(
      "path-formats", in: Sessions.harbour(), environment: ["ENTENTE_GRAPH": "harbour"],
      ["text", "table", "markdown", "md", "json", "jsonl", "csv", "dot", "mermaid", "mmd"].map {
        "entente path arland celdonia --format \($0)"
      })
  }

  @Test func noPathSaysWhy() throws {
    try expectSessions(
      "path-none", in: Sessions.harbour(), environment: ["ENTENTE_GRAPH": "harbour"],
      [
        "entente path Arland Estmark",
        "entente path Arland Celdonia --max-hops 1",
        "entente path Arland Celdonia --as-of 2016-06-01",
        "entente path Arland Celdonia --avoid 'Lighthouse Process'",
        "entente path Arland Celdonia --types MEMBER_OF",
        "entente path Arland Celdonia --directed",
        "entente path Arland Estmark --format json",
        "entente path Arland Estmark --format csv",
        "entente path Arland Estmark -o none.svg; ls",
      ])
  }

  @Test func linksThatNeverHeldTogether() throws {
    try expectSessions(
      "path-never", in: Sessions.harbour(), environment: ["ENTENTE_GRAPH": "harbour"],
      [
        "entente path Arland Celdonia",
        "entente path coast-guard-1 coast-guard-2 --types COVERS,State",
      ])
  }

  @Test func namesThatLeadNowhereOrToSeveral() throws {
    try expectSessions(
      "path-names", in: Sessions.harbour(), environment: ["ENTENTE_GRAPH": "harbour"],
      [
        "entente path Arlnd Borvia",
        "entente path Arland nowhere-at-all",
        "entente path 'Coast Guard Exchange' Arland",
        "entente path ARLAND celdonia --format csv",
        "entente path Челдония 'republic of arland' --format csv",
        "entente path Arland Borvia --via Programe",
        "entente path Arland Borvia --via COVERS",
        "entente path Arland Borvia --types Arland",
        "entente path Arland Borvia --avoid Arland",
        "entente path Arland Borvia --via Borvia",
        "printf '\\033[31mred' | xargs -0 -I X entente path X Arland",
      ])
  }
}
