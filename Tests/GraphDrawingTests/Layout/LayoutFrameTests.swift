// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

@Suite struct LayoutFrameTests {
  @Test("A frame is read as it was written, and no part of it before it is whole")
  func roundTrip() {
    let payload = Array("some text".utf8)
    let bytes = LayoutFrame.bytes(payload, residentKiB: 70_000)
    for count in bytes.indices {
      #expect(LayoutFrame.reading(Array(bytes[..<count]), limit: 9) == .incomplete)
    }
    #expect(
      LayoutFrame.reading(bytes, limit: 9)
        == .complete(LayoutFrame(payload: payload, residentKiB: 70_000)))
    #expect(LayoutFrame.length(bytes) == bytes.count)
  }

  @Test("What is too long is refused by its head alone, and what is no frame by its first byte")
  func refused() {
    let bytes = LayoutFrame.bytes(Array(repeating: 0, count: 10))
    #expect(LayoutFrame.reading(Array(bytes[..<12]), limit: 9) == .tooLong)
    #expect(LayoutFrame.reading([0x45, 0x4f], limit: 9) == .malformed("no frame where one begins"))
    #expect(
      LayoutFrame.reading(bytes + [0], limit: 10) == .malformed("more bytes than the frame has"))
    #expect(LayoutFrame.reading([], limit: 9) == .incomplete)
    // A number that does not fit is written as the largest, not cut to a small one.
    #expect(LayoutFrame.bytes([], residentKiB: Int.max)[8...] == [255, 255, 255, 255])
  }
}
