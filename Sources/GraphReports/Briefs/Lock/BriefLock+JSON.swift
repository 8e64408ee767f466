// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

extension BriefLock {
  /// The document as it is kept: each node, edge, row and line on a line of its own, so that a
  /// comparison of two versions of the file can be read.
  public var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", Self.schema)
      json.member("program", program)
      json.optional("data", dataTitle)
      json.optional("hash", dataHash)
      json.optional("as-of", asOf)
      json.optional("style", style)
      json.member("questions") { json in
        json.array { json in for question in questions { question.write(to: &json) } }
      }
      json.lines("sources", sources) { json, source in
        json.object { json in
          json.member("key", source.key)
          json.member("text", source.text)
          json.optional("url", source.url)
        }
      }
    }
    return json.finish()
  }
}

extension BriefLock.Question {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind.rawValue)
      json.member("line", line)
      json.optional("label", label)
      json.member("command", command)
      json.list("show", show)
      json.optional("as-of", asOf)
      json.optional("style", style)
      json.member("parts") { json in
        json.array { json in for part in parts { part.write(to: &json) } }
      }
      json.lines("sources", sources) { json, source in
        json.object { json in
          json.member("key", source.key)
          json.filled("places", source.locators)
        }
      }
    }
  }
}

extension BriefLock.Part {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .figure(let drawing):
        json.member("part", "figure")
        json.optional("title", drawing.title)
        json.optional("subtitle", drawing.subtitle)
        json.lines("nodes", drawing.nodes) { $1.write(to: &$0) }
        json.lines("edges", drawing.edges) { $1.write(to: &$0) }
        if !drawing.notes.isEmpty { json.lines("notes", drawing.notes) { $0.value($1) } }
      case .table(let columns, let rows):
        json.member("part", "table")
        json.list("columns", columns)
        json.lines("rows", rows) { json, row in
          json.array { json in for cell in row { json.value(cell) } }
        }
      case .text(let lines):
        json.member("part", "text")
        json.lines("lines", lines) { $0.value($1) }
      }
    }
  }
}

extension BriefLock.Node {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("type", type)
      json.member("label", label)
      json.optional("sublabel", sublabel)
      json.optional("since", since)
      json.optional("until", until)
      if hasEnded { json.member("ended", true) }
      if let hiddenNeighbours { json.member("hidden", hiddenNeighbours) }
      json.filled("members", members)
      json.filled("details", details)
    }
  }
}

extension BriefLock.Edge {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("from", from)
      json.member("to", to)
      json.member("type", type)
      json.member("verb", verb)
      json.optional("dates", dates)
      json.optional("since", since)
      json.optional("until", until)
      if hasEnded { json.member("ended", true) }
      if isDisputed { json.member("disputed", true) }
      if !isDirected { json.member("directed", false) }
      if count != 1 { json.member("count", count) }
      if !pathRanks.isEmpty {
        json.member("paths") { json in
          json.array { json in for rank in pathRanks { json.value(rank) } }
        }
      }
      json.filled("sources", sources)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func optional(_ name: String, _ text: String?) {
    if let text { member(name, text) }
  }

  fileprivate mutating func filled(_ name: String, _ texts: [String]) {
    if !texts.isEmpty { list(name, texts) }
  }

  fileprivate mutating func list(_ name: String, _ texts: [String]) {
    member(name) { json in
      json.onOneLine { json in
        json.array { json in for text in texts { json.value(text) } }
      }
    }
  }

  fileprivate mutating func lines<Item>(
    _ name: String, _ items: [Item], _ write: (inout JSONWriter, Item) -> Void
  ) {
    member(name) { json in
      json.array { json in
        for item in items { json.onOneLine { json in write(&json, item) } }
      }
    }
  }
}
