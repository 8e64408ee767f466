// SPDX-License-Identifier: Apache-2.0

import ProgramTestSupport
import Testing

/// `import`: a folder of tables into a graph file.
@Suite struct ImportTests {
  @Test func tables() throws {
    let workspace = try Workspace()
    try workspace.write("id,name,size\na,Arland,1\nb,Borvia,2\n", to: "tables/nodes-State.csv")
    try workspace.write("from,to,weight\na,b,3\n", to: "tables/edges-BORDERS.csv")
    try workspace.write("from,to\na,b\n", to: "tables/pairs.csv")
    try expectSessions(
      "import", in: workspace,
      [
        "entente import tables -o t.graph", "entente check t.graph",
        "entente path -g t.graph a b --format hops",
        "entente path -g t.graph b Borvia --format hops",
        "entente path -g t.graph a b --directed --max-hops 0 --format hops",
        "entente path -g t.graph Arland Borvia --cost weight --format csv",
        "entente show -g t.graph Borvia --format csv", "entente import tables",
        "entente import tables -o t.json --format json", "entente import nowhere -o u.graph",
        "entente import tables -q -o u.graph --threads 3; cmp t.graph u.graph",
        "entente import tables -o u.graph --threads 0",
        "printf 'a,c,x\\nb\\n' >> tables/edges-BORDERS.csv; entente import tables -o v.graph; ls",
      ])
  }
}
