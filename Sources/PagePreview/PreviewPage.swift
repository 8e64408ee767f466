// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// The page that a preview shows: the last one that was made, and what is wrong with the newest.
public final class PreviewPage: Sendable {
  private struct State: Sendable {
    var html = ""
    var fault: String?
    var version = 0
  }

  private let state = Mutex(State())

  public init() {}

  /// Shows a page, and has browsers that show an older one load it.
  public func show(_ html: String) {
    state.withLock { state in
      state.html = html
      state.fault = nil
      state.version += 1
    }
  }

  /// Shows, above the last page that was made, why there is no newer one.
  public func show(fault: String) {
    state.withLock { state in
      state.fault = fault
      state.version += 1
    }
  }

  /// Rises with every change, from 0 for nothing.
  public var version: Int { state.withLock { $0.version } }

  /// The page as it is served: with the script that loads it anew, and never written to a file so.
  package var served: String {
    let state = state.withLock { $0 }
    var html = state.html.isEmpty ? Self.emptyPage : state.html
    // Of two directives of one name, the first counts.
    html = Self.inserting(
      "script-src 'self'; connect-src 'self'; ",
      after: "<meta http-equiv=\"Content-Security-Policy\" content=\"", in: html)
    if let fault = state.fault {
      html = Self.inserting(Self.box(fault), after: "<body>", in: html)
    }
    let script = "<script src=\"/reload.js\" data-version=\"\(state.version)\"></script>\n"
    guard let end = html.range(ofLast: "</body>") else { return html + script }
    return html[..<end] + script + html[end...]
  }

  /// Asks to be told of a newer version; where the server has gone, it goes on asking.
  package static let script = """
    (() => {
      const version = document.currentScript.dataset.version;
      const events = new EventSource("/events?" + version);
      events.addEventListener("reload", () => { events.close(); location.reload(); });
    })();

    """

  private static let emptyPage = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>No page yet</title>
    </head>
    <body>
    <main><p>There is no page yet.</p></main>
    </body>
    </html>

    """

  private static func box(_ fault: String) -> String {
    """

    <div role="alert" style="margin:0 0 1.5em;padding:.8em 1em;border:3px solid #a40000;\
    background:#fff4f4;color:#3a0000;font:14px/1.45 monospace">\
    <strong>The page below is older than its brief.</strong>\
    <pre style="white-space:pre-wrap;margin:.6em 0 0;font:inherit">\(escaped(fault))</pre></div>
    """
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "\n": result += "\n"
      case _ where scalar.value < 0x20: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func inserting(_ text: String, after mark: String, in html: String) -> String {
    guard let place = html.firstRange(of: mark) else { return html }
    return html[..<place.upperBound] + text + html[place.upperBound...]
  }
}

extension String {
  /// Where the last occurrence of a text begins.
  fileprivate func range(ofLast text: String) -> String.Index? {
    let (bytes, sought) = (utf8, Array(text.utf8))
    guard bytes.count >= sought.count else { return nil }
    var start = bytes.index(bytes.endIndex, offsetBy: -sought.count)
    while true {
      if bytes[start...].starts(with: sought) { return start }
      guard start > bytes.startIndex else { return nil }
      start = bytes.index(before: start)
    }
  }
}
