// SPDX-License-Identifier: Apache-2.0

/// The commands of a shell, which begin with a colon.
enum ColonCommandName: String, CaseIterable {
  case help, quit
  case format, limits, write
  case asOf = "as-of"
  case param, params
  case explain, profile, draw
  case schema, queries, run, source

  /// As it is typed, with what it takes.
  var usage: String {
    switch self {
    case .format: ":format NAME"
    case .limits: ":limits time=10s,…"
    case .write: ":write on|off"
    case .asOf: ":as-of DATE|off"
    case .param: ":param name=value"
    case .explain: ":explain QUERY"
    case .profile: ":profile QUERY"
    case .draw: ":draw FILE.svg"
    case .run: ":run NAME name=value …"
    case .source: ":source FILE"
    case .help, .quit, .params, .schema, .queries: ":\(rawValue)"
    }
  }

  /// What it does, in one line.
  var summary: String {
    switch self {
    case .help: "this list"
    case .quit: "end, as Ctrl-D does"
    case .format: "write answers as table, json, jsonl, csv, markdown, graph or text"
    case .limits: "what a query may spend: time, rows, memory, work; or standard"
    case .write: "let queries change the graph file"
    case .asOf: "the day that queries are asked about; alone, which it is"
    case .param: "the value of $name in queries from now on"
    case .params: "the parameters that have values"
    case .explain: "how a query would be run"
    case .profile: "how a query is run, with counts"
    case .draw: "draw the last answer"
    case .schema: "which nodes and edges there may be"
    case .queries: "the named queries of the dataset"
    case .run: "run a named query"
    case .source: "read statements and commands from a file"
    }
  }
}
