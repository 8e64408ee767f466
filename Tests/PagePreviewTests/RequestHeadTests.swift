// SPDX-License-Identifier: Apache-2.0

import PagePreview
import Testing

/// What is taken for a request, and what is refused.
@Suite struct RequestHeadTests {
  private func read(_ text: String) throws -> RequestHead? {
    try RequestHead.read(Array(text.utf8))
  }

  @Test func whatABrowserSends() throws {
    let head = try #require(
      try read(
        "GET /events?3 HTTP/1.1\r\nHost: localhost:8080\r\nAccept: */*\r\n"
          + "Origin: http://localhost:8080\r\n\r\n"))
    #expect(head.method == "GET" && head.target == "/events?3" && head.host == "localhost:8080")
    try head.check(port: 8080)
    #expect(throws: RequestHead.Fault.forbidden) { try head.check(port: 8081) }
  }

  @Test func aHeadThatHasNotEnded() throws {
    #expect(try read("") == nil)
    #expect(try read("GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n") == nil)
  }

  @Test(arguments: [
    "\r\n\r\n", "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET http://a/ HTTP/1.1\r\n\r\n",
    "GET / HTTP/2\r\n\r\n", "get / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", "GET / HTTP/1.1\r\nA: b\u{0}\r\n\r\n",
    "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
  ])
  func malformedHeads(_ text: String) {
    #expect(throws: RequestHead.Fault.malformed) { try read(text) }
  }

  @Test func bytesThatAreNoText() {
    let bytes = Array("GET /".utf8) + [0xFF] + Array(" HTTP/1.1\r\n\r\n".utf8)
    #expect(throws: RequestHead.Fault.malformed) { try RequestHead.read(bytes) }
  }

  @Test func headsThatAreTooLarge() {
    let long = "GET /" + String(repeating: "a", count: 9_000)
    #expect(throws: RequestHead.Fault.tooLarge) { try read(long) }
    #expect(throws: RequestHead.Fault.tooLarge) { try read(long + " HTTP/1.1\r\n\r\n") }
    let lines = String(repeating: "a: b\r\n", count: 100)
    #expect(throws: RequestHead.Fault.tooLarge) { try read("GET / HTTP/1.1\r\n\(lines)\r\n") }
  }

  /// A name of somebody else's may be made to lead to this machine.
  @Test(arguments: [
    "Host: evil.example:80", "Host: localhost.evil.example:80", "Host: 127.0.0.1", "X: y",
    "Host: 127.0.0.1:80\r\nOrigin: null", "Host: 127.0.0.1:80\r\nOrigin: http://evil.example",
    "Host: 127.0.0.1:80\r\nOrigin: http://127.0.0.1:8080",
  ])
  func otherHostsAndOrigins(_ fields: String) throws {
    let head = try #require(try read("GET / HTTP/1.1\r\n\(fields)\r\n\r\n"))
    #expect(throws: RequestHead.Fault.forbidden) { try head.check(port: 80) }
  }

  @Test func methodsThatWrite() throws {
    let head = try #require(try read("POST / HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n"))
    #expect(throws: RequestHead.Fault.methodNotAllowed) { try head.check(port: 80) }
  }
}
