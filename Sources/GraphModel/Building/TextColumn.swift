// SPDX-License-Identifier: Apache-2.0

/// Many texts, one after the other in one piece of memory: what a column of strings is added from.
///
/// Texts are UTF-8; whoever appends bytes vouches for that.
public struct TextColumn: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  public init() {}

  public init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  public var count: Int { ends.count }

  /// Appends a text. Complexity: amortised linear in its length.
  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Appends a text by its UTF-8. Complexity: amortised linear in its length.
  public mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// The text at a position. Complexity: linear in its length.
  public subscript(position: Int) -> String {
    withUTF8(at: position) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the UTF-8 of the text at a position.
  @inline(__always)
  package func withUTF8<Result>(
    at position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = position == 0 ? 0 : ends[position - 1]
    let end = ends[position]
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }

  /// Makes room, so that appending so much does not move what is there.
  package mutating func reserve(texts: Int, bytes: Int) {
    ends.reserveCapacity(texts)
    self.bytes.reserveCapacity(bytes)
  }

  /// Takes all texts out, and keeps the room for as many.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
