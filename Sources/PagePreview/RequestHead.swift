// SPDX-License-Identifier: Apache-2.0

/// The head of an HTTP/1 request (RFC 9112), as far as a preview needs it.
///
/// What is not plain is refused: a request comes from a browser on this machine, or from somebody
/// who has no business here.
package struct RequestHead: Sendable, Hashable {
  package let method: String

  /// The path and the query as they were sent.
  package let target: String

  /// Nil where none is given.
  package let host: String?

  /// Where the page comes from that asks; nil where the browser does not say.
  package let origin: String?

  /// Why a request is refused, by the number that the answer begins with.
  package enum Fault: Int, Error, Sendable {
    case malformed = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case tooSlow = 408
    case tooLarge = 431
    case busy = 503

    package var reason: String {
      switch self {
      case .malformed: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .tooSlow: "Request Timeout"
      case .tooLarge: "Request Header Fields Too Large"
      case .busy: "Service Unavailable"
      }
    }
  }

  /// More bytes, and more lines, are not read.
  static let sizeLimit = 8 << 10
  static let lineLimit = 64

  /// The head at the start of some bytes; nil while its end has not come.
  ///
  /// Complexity: linear in the number of bytes, of which there are at most 8 KiB.
  package static func read(_ bytes: [UInt8]) throws(Fault) -> RequestHead? {
    guard let end = end(of: bytes) else {
      if bytes.count >= sizeLimit { throw .tooLarge }
      return nil
    }
    guard end <= sizeLimit else { throw .tooLarge }
    guard let text = String(validating: bytes[..<end], as: UTF8.self) else { throw .malformed }
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    guard let first = lines.first else { throw .malformed }
    guard lines.count <= lineLimit else { throw .tooLarge }
    let words = first.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0",
      words[1].hasPrefix("/"), words[0].allSatisfy({ $0.isASCII && $0.isUppercase })
    else { throw .malformed }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), line.first != " ", line.first != "\t",
        line.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\t" })
      else { throw .malformed }
      let name = line[..<colon].lowercased()
      let value = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
      // Of two hosts, programs believe different ones.
      guard !["host", "origin"].contains(name) || fields[name] == nil else { throw .malformed }
      fields[name] = value
    }
    // Nothing that is asked for here has a body.
    guard fields["transfer-encoding"] == nil, ["0", nil].contains(fields["content-length"]) else {
      throw .malformed
    }
    return RequestHead(
      method: String(words[0]), target: String(words[1]), host: fields["host"],
      origin: fields["origin"])
  }

  /// Where the empty line ends that closes a head.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    let mark: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    return (0...(bytes.count - 4)).first { bytes[$0..<$0 + 4].elementsEqual(mark) }.map { $0 + 4 }
  }

  /// Refuses what was not sent to this server by its own name: a page elsewhere whose name has been
  /// made to lead here (DNS rebinding) sends its own.
  package func check(port: UInt16) throws(Fault) {
    let names = ["127.0.0.1:\(port)", "localhost:\(port)"]
    guard let host, names.contains(host.lowercased()) else { throw .forbidden }
    if let origin, !names.contains(where: { origin.lowercased() == "http://\($0)" }) {
      throw .forbidden
    }
    guard method == "GET" || method == "HEAD" else { throw .methodNotAllowed }
  }
}
