// SPDX-License-Identifier: Apache-2.0

/// What the server says to each request: the page, its script, and the stream of events.
struct PreviewAnswers {
  let page: PreviewPage
  let port: UInt16

  /// - Returns: the bytes, and the version that the browser shows when it stays to listen.
  func answer(to head: RequestHead) throws(RequestHead.Fault) -> ([UInt8], Int?) {
    let parts = head.target.split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    switch parts[0] {
    case "/":
      return (
        Self.whole("text/html; charset=utf-8", page.served, isHead: head.method == "HEAD"), nil
      )
    case "/reload.js":
      return (
        Self.whole(
          "text/javascript; charset=utf-8", PreviewPage.script, isHead: head.method == "HEAD"), nil
      )
    case "/events":
      guard head.method == "GET" else { throw .methodNotAllowed }
      let known = parts.count > 1 ? Int(parts[1]) : nil
      return (
        Array(
          (Self.head(200, "OK", type: "text/event-stream", length: nil) + "retry: 500\n\n").utf8),
        known ?? page.version
      )
    default: throw .notFound
    }
  }

  static func refusal(_ fault: RequestHead.Fault) -> [UInt8] {
    let text = "\(fault.rawValue) \(fault.reason)\n"
    return Array(
      (head(
        fault.rawValue, fault.reason, type: "text/plain; charset=utf-8", length: text.utf8.count)
        + text).utf8)
  }

  private static func whole(_ type: String, _ text: String, isHead: Bool) -> [UInt8] {
    let bytes = Array(head(200, "OK", type: type, length: text.utf8.count).utf8)
    return isHead ? bytes : bytes + text.utf8
  }

  private static func head(_ status: Int, _ reason: String, type: String, length: Int?) -> String {
    var lines = ["HTTP/1.1 \(status) \(reason)", "Content-Type: \(type)"]
    if let length { lines.append("Content-Length: \(length)") }
    lines += [
      "Cache-Control: no-store", "Connection: close", "X-Content-Type-Options: nosniff",
      "X-Frame-Options: DENY", "Cross-Origin-Resource-Policy: same-origin",
      "Referrer-Policy: no-referrer",
    ]
    return lines.joined(separator: "\r\n") + "\r\n\r\n"
  }
}
