// SPDX-License-Identifier: Apache-2.0

import PagePreview
import ProgramTestSupport
import Testing

/// The server, asked through real sockets.
@Suite struct PreviewServerTests {
  private static let html = """
    <!doctype html>
    <html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
    </head><body>
    <p>Text with </body> in it</p>
    </body>
    </html>

    """

  private func served(_ path: String, by server: PreviewServer) throws -> String {
    let client = try #require(LoopbackClient(port: server.port))
    client.get(path, port: server.port)
    return client.read()
  }

  @Test func thePageWithItsScript() throws {
    let page = PreviewPage()
    let server = try PreviewServer(page, port: 0)
    defer { server.stop() }
    #expect(server.address == "http://127.0.0.1:\(server.port)/")
    #expect(try served("/", by: server).contains("There is no page yet."))
    page.show(Self.html)
    let text = try served("/", by: server)
    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"))
    #expect(text.contains("content=\"script-src 'self'; connect-src 'self'; default-src 'none'\""))
    #expect(
      text.hasSuffix(
        "</p>\n<script src=\"/reload.js\" data-version=\"1\"></script>\n</body>\n</html>\n"))
    #expect(try served("/reload.js", by: server).contains("EventSource"))
    #expect(try served("/other", by: server).hasPrefix("HTTP/1.1 404 "))
    #expect(try served("/../etc/passwd", by: server).hasPrefix("HTTP/1.1 404 "))
  }

  @Test func aNewerPageIsTold() throws {
    let page = PreviewPage()
    page.show(Self.html)
    let server = try PreviewServer(page, port: 0)
    defer { server.stop() }
    let client = try #require(LoopbackClient(port: server.port))
    client.get("/events?1", port: server.port)
    #expect(client.read(until: "retry: 500\n\n").contains("Content-Type: text/event-stream"))
    page.show(Self.html)
    #expect(client.read(until: "data: 2\n\n") == "event: reload\ndata: 2\n\n")

    // A browser that comes late is told at once.
    let late = try #require(LoopbackClient(port: server.port))
    late.get("/events?1", port: server.port)
    #expect(late.read(until: "data: 2\n\n").hasSuffix("event: reload\ndata: 2\n\n"))
  }

  @Test func aFaultStandsAboveTheLastPage() throws {
    let page = PreviewPage()
    page.show(Self.html)
    page.show(fault: "brief.md:3: <b>no node</b> & more\u{1B}[0m")
    #expect(page.served.contains("<p>Text with"))
    #expect(page.served.contains("role=\"alert\""))
    #expect(page.served.contains("brief.md:3: &lt;b&gt;no node&lt;/b&gt; &amp; more\u{FFFD}[0m"))
    page.show(Self.html)
    #expect(!page.served.contains("role=\"alert\""))
  }

  @Test func whoHasNoBusinessHereIsRefused() throws {
    let server = try PreviewServer(PreviewPage(), port: 0)
    defer { server.stop() }
    func answer(_ request: String) throws -> String {
      let client = try #require(LoopbackClient(port: server.port))
      client.send(request)
      return String(client.read().prefix(12))
    }
    let own = "Host: 127.0.0.1:\(server.port)\r\n"
    #expect(try answer("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n") == "HTTP/1.1 403")
    #expect(try answer("GET / HTTP/1.1\r\n\r\n") == "HTTP/1.1 403")
    #expect(
      try answer("GET /events HTTP/1.1\r\n\(own)Origin: http://evil.example\r\n\r\n")
        == "HTTP/1.1 403")
    #expect(try answer("POST / HTTP/1.1\r\n\(own)\r\n") == "HTTP/1.1 405")
    #expect(try answer("nonsense\r\n\r\n") == "HTTP/1.1 400")
    #expect(try answer("GET /" + String(repeating: "a", count: 9_000)) == "HTTP/1.1 431")
  }

  /// A browser that sends its request by the byte is not waited for.
  @Test func aSlowRequestIsEnded() throws {
    let server = try PreviewServer(PreviewPage(), port: 0)
    defer { server.stop() }
    let client = try #require(LoopbackClient(port: server.port))
    client.send("GET / HT")
    #expect(client.read(seconds: 12).hasPrefix("HTTP/1.1 408 "))
  }

  @Test func onlySoManyConnections() throws {
    let server = try PreviewServer(PreviewPage(), port: 0)
    defer { server.stop() }
    var clients: [LoopbackClient] = []
    for _ in 0..<PreviewServer.connectionLimit {
      let client = try #require(LoopbackClient(port: server.port))
      client.get("/events", port: server.port)
      #expect(client.read(until: "retry").contains("200 OK"))
      clients.append(client)
    }
    let oneMore = try #require(LoopbackClient(port: server.port))
    #expect(oneMore.read().hasPrefix("HTTP/1.1 503 "))
    clients.removeLast()
    var answer = ""
    for _ in 0..<20 where !answer.contains("200 OK") { answer = try served("/", by: server) }
    #expect(answer.contains("200 OK"), "a place is free again")
  }

  @Test func aPortThatIsTaken() throws {
    let server = try PreviewServer(PreviewPage(), port: 0)
    #expect(throws: PreviewServer.Failure.portTaken(server.port)) {
      try PreviewServer(PreviewPage(), port: server.port)
    }
    let port = server.port
    server.stop()
    #expect(LoopbackClient(port: port) == nil)
    try PreviewServer(PreviewPage(), port: port).stop()
  }
}
