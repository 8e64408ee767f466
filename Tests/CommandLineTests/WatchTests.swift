// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// `entente report --watch`: rebuilt on changes, shown at an address, told to browsers.
@Suite(.timeLimit(.minutes(5)), .serialized) struct WatchTests {
  /// The program while it watches; what it says goes into a file.
  private final class Watching {
    let process = Process()
    let log: URL

    init(_ arguments: [String], in workspace: Workspace) throws {
      log = workspace.file("watch.log")
      try Data().write(to: log)
      process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
      process.arguments = arguments
      process.currentDirectoryURL = workspace.folder
      process.environment = [
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": workspace.folder.path,
        "XDG_CACHE_HOME": workspace.file("caches").path,
      ]
      process.standardInput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: log)
      // A test that runs in the background may have Ctrl-C ignored, which children inherit.
      let handler = signal(SIGINT, SIG_DFL)
      defer { signal(SIGINT, handler) }
      try process.run()
    }

    /// Ends it as Ctrl-C does; its status, nil when it does not end.
    func interrupt() -> Int32? {
      process.interrupt()
      let end = Date(timeIntervalSinceNow: 20)
      while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
      guard !process.isRunning, process.terminationReason == .exit else { return nil }
      return process.terminationStatus
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// What has been said, once it holds a text behind what was there before.
    func said(_ text: String, after start: Int = 0) throws -> String {
      let end = Date(timeIntervalSinceNow: 60)
      while true {
        let all = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        let new = String(all.dropFirst(start))
        if new.contains(text) { return new }
        guard Date() < end, process.isRunning else {
          Issue.record("'\(text)' was not said: \(all)")
          return new
        }
        Thread.sleep(forTimeInterval: 0.02)
      }
    }

    var length: Int {
      get throws { String(decoding: try Data(contentsOf: log), as: UTF8.self).count }
    }
  }

  private static let brief = """
    ---
    graph: harbour
    style: look.css
    ---

    ```entente
    #| caption: Estmark
    neighbours estmark
    ```

    ```entente
    #| caption: The exchange
    neighbours coast-guard-1 --depth 1
    ```

    """

  private static func workspace() throws -> Workspace {
    let workspace = try Sessions.harbour()
    try workspace.write(brief, to: "brief.md")
    try workspace.write("State { fill: #ffffff; }\n", to: "look.css")
    return workspace
  }

  private func port(in text: String) throws -> UInt16 {
    let match = try #require(text.firstMatch(of: #/http://127\.0\.0\.1:(\d+)/ shows/#))
    return try #require(UInt16(match.1))
  }

  private func served(_ port: UInt16) throws -> String {
    let client = try #require(LoopbackClient(port: port))
    client.get("/", port: port)
    return client.read()
  }

  @Test func changesAreNoticedAndTold() throws {
    let workspace = try Self.workspace()
    let watching = try Watching(
      ["report", "brief.md", "-o", "page.html", "--watch"], in: workspace)
    let first = try watching.said("as before")
    let port = try port(in: first)
    #expect(first.contains("wrote page.html\n2 drawn, 0 as before, in "))
    #expect(try served(port).contains("<script src=\"/reload.js\" data-version=\"1\">"))
    #expect(!(try workspace.text(of: "page.html").contains("<script")))

    // The brief.
    let client = try #require(LoopbackClient(port: port))
    client.get("/events?1", port: port)
    #expect(client.read(until: "retry").contains("200 OK"))
    var start = try watching.length
    try workspace.write(Self.brief + "\nMore text.\n", to: "brief.md")
    #expect(client.read(until: "data: 2\n").hasSuffix("event: reload\ndata: 2\n\n"))
    #expect(try watching.said("as before", after: start).contains("changed: brief.md\n"))
    #expect(try watching.said("as before", after: start).contains("0 drawn, 2 as before"))
    #expect(try served(port).contains("More text."))

    // Data: a fact that one of the figures shows, and only that figure is drawn anew.
    start = try watching.length
    let facts = "harbour/facts/instruments.yaml"
    try workspace.write(
      try workspace.text(of: facts).replacingOccurrences(
        of: "Coast Guard Exchange, phase 1", with: "Coast Guard Visits, phase 1"), to: facts)
    #expect(client.read(until: "data: 3\n").contains("data: 3\n"))
    #expect(try watching.said("as before", after: start).contains("1 drawn, 1 as before"))

    // A style sheet: everything is drawn anew.
    start = try watching.length
    try workspace.write("State { fill: #eeeeff; }\n", to: "look.css")
    #expect(client.read(until: "data: 4\n").contains("data: 4\n"))
    let restyled = try watching.said("as before", after: start)
    #expect(restyled.contains("changed: look.css\n") && restyled.contains("2 drawn, 0 as before"))

    // A fault: the last good page is kept, with a box above it.
    start = try watching.length
    let good = try workspace.text(of: "page.html")
    try workspace.write(
      Self.brief.replacingOccurrences(of: "coast-guard-1", with: "coast-gard-1"), to: "brief.md")
    #expect(client.read(until: "data: 5\n").contains("data: 5\n"))
    #expect(try watching.said("no node", after: start).contains("error[B130]"))
    #expect(try workspace.text(of: "page.html") == good)
    let box = try served(port)
    #expect(box.contains("role=\"alert\""))
    #expect(box.contains("no node is called 'coast-gard-1'") && box.contains("More text."))

    // Mended.
    start = try watching.length
    try workspace.write(Self.brief, to: "brief.md")
    #expect(client.read(until: "data: 6\n").contains("data: 6\n"))
    #expect(try watching.said("as before", after: start).contains("0 drawn, 2 as before"))
    #expect(!(try served(port).contains("role=\"alert\"")))

    #expect(watching.interrupt() == 130)
    #expect(LoopbackClient(port: port) == nil)
  }

  @Test func datasetsThatDoNotLoad() throws {
    let workspace = try Self.workspace()
    try workspace.write("- nothing: {", to: "harbour/facts/broken.yaml")
    let watching = try Watching(
      ["report", "brief.md", "-o", "page.html", "--watch", "-q"], in: workspace)
    let port = try port(in: try watching.said("does not load"))
    let empty = try served(port)
    #expect(empty.contains("There is no page yet.") && empty.contains("broken.yaml:1"))
    let client = try #require(LoopbackClient(port: port))
    client.get("/events?1", port: port)
    try FileManager.default.removeItem(at: workspace.file("harbour/facts/broken.yaml"))
    #expect(client.read(until: "data: 2\n").contains("event: reload"))
    #expect(try served(port).contains("Estmark"))

    let taken = try workspace.run("entente report brief.md -o other.html --watch --port \(port)")
    #expect(taken.status == 2 && taken.errorText.contains("port \(port) is taken"))
  }

  @Test func markdownIsWrittenAnewToo() throws {
    let workspace = try Self.workspace()
    let watching = try Watching(["report", "brief.md", "-o", "page.md", "--watch"], in: workspace)
    #expect(!(try watching.said("as before").contains("http:")))
    let start = try watching.length
    try workspace.write(Self.brief + "\nMore text.\n", to: "brief.md")
    _ = try watching.said("as before", after: start)
    #expect(try workspace.text(of: "page.md").contains("More text."))
  }

  @Test func misuse() throws {
    let workspace = try Self.workspace()
    for options in ["--watch", "--watch -o -", "--watch --check", "-o x.html --port 80"] {
      let outcome = try workspace.run("entente report brief.md \(options)")
      #expect(outcome.status == 2, "\(options)")
    }
  }
}
