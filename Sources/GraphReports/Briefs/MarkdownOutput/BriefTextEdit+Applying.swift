// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

extension BriefTextEdit {
  /// The text from `start` on, with the edits made; of edits that overlap, the first is made.
  ///
  /// Further lines of an edit begin as the line does in which it stands: with the marks of a
  /// quotation, and with spaces in place of those of a list.
  static func applied(_ edits: [BriefTextEdit], to source: SourceText, from start: Int) -> String {
    var bytes: [UInt8] = []
    var index = start
    for edit in edits.sorted(by: { $0.span.lowerBound < $1.span.lowerBound })
    where edit.span.lowerBound >= index {
      bytes += source.utf8[index..<edit.span.lowerBound]
      if edit.text.utf8.contains(0x0A) {
        bytes += edit.lines(in: source)
      } else {
        bytes += edit.text.utf8
      }
      index = edit.span.upperBound
    }
    bytes += source.utf8[max(index, start)...]
    return String(decoding: bytes, as: UTF8.self)
  }

  private func lines(in source: SourceText) -> [UInt8] {
    let line = source.range(ofLine: source.line(at: span.lowerBound))
    let prefix = source.utf8[line.lowerBound..<max(line.lowerBound, span.lowerBound)]
      .map { Self.isContainerMark($0) ? $0 : 0x20 }
    let lineEnd = source.utf8[line.upperBound...].starts(with: [0x0D]) ? "\r\n" : "\n"
    var bytes: [UInt8] = []
    for (position, text) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard position > 0 else {
        bytes += text.utf8
        continue
      }
      bytes += lineEnd.utf8
      let content = prefix + Array(text.utf8)
      bytes += content.prefix(content.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0)
    }
    return bytes
  }

  private static func isContainerMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == 0x09
  }
}
