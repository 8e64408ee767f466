// SPDX-License-Identifier: Apache-2.0

/// Bytes on their way to a worker or back, with their number in front, so that many follow each
/// other on one channel.
///
/// The head has twelve bytes: "ENT1", the number of bytes that follow, and the memory that the
/// sender uses in KiB (0 for none of the reader's business), both as four bytes, highest first.
struct LayoutFrame: Sendable, Hashable {
  var payload: [UInt8]
  var residentKiB: Int

  static let headLength = 12
  private static let mark: [UInt8] = [0x45, 0x4e, 0x54, 0x31]

  enum Reading: Sendable, Hashable {
    case incomplete
    case complete(LayoutFrame)
    /// The payload would have more bytes than allowed.
    case tooLong
    case malformed(String)
  }

  static func bytes(_ payload: [UInt8], residentKiB: Int = 0) -> [UInt8] {
    mark + number(payload.count) + number(residentKiB) + payload
  }

  /// Reads one frame, which must fill the bytes; a payload of more than `limit` bytes is refused
  /// as soon as its head is there.
  static func reading(_ bytes: [UInt8], limit: Int) -> Reading {
    guard bytes.starts(with: mark.prefix(bytes.count)) else {
      return .malformed("no frame where one begins")
    }
    guard bytes.count >= headLength else { return .incomplete }
    let count = value(bytes[4..<8])
    guard count <= limit else { return .tooLong }
    guard bytes.count <= headLength + count else {
      return .malformed("more bytes than the frame has")
    }
    guard bytes.count == headLength + count else { return .incomplete }
    return .complete(
      LayoutFrame(payload: Array(bytes[headLength...]), residentKiB: value(bytes[8..<12])))
  }

  /// Bytes of the frame that begins here, its head included; nil before the head is complete.
  static func length(_ bytes: [UInt8]) -> Int? {
    bytes.count < headLength ? nil : headLength + value(bytes[4..<8])
  }

  private static func number(_ value: Int) -> [UInt8] {
    let value = UInt32(clamping: value)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
