// SPDX-License-Identifier: Apache-2.0

/// A fixed offset from UTC, at most 18 hours either way.
@frozen
public struct ZoneOffset: Hashable, Comparable, Sendable {
  /// Seconds east of Greenwich, -64 800 to 64 800.
  public let seconds: Int32

  /// UTC itself.
  public static let utc = ZoneOffset(uncheckedSeconds: 0)

  /// The offset of so many seconds, nil beyond 18 hours.
  public init?(seconds: Int) {
    guard (-64_800...64_800).contains(seconds) else { return nil }
    self.seconds = Int32(seconds)
  }

  init(uncheckedSeconds: Int32) {
    seconds = uncheckedSeconds
  }

  /// The whole minutes of the offset.
  public var minutes: Int { Int(seconds) / 60 }

  /// Orders from west to east.
  @inlinable
  public static func < (left: ZoneOffset, right: ZoneOffset) -> Bool {
    left.seconds < right.seconds
  }
}

extension ZoneOffset: CustomStringConvertible {
  /// `Z`, `+01:00`, `-02:05:07`.
  public var description: String {
    guard seconds != 0 else { return "Z" }
    let magnitude = Int(seconds.magnitude)
    var text = seconds < 0 ? "-" : "+"
    text += DecimalText.padded(magnitude / 3600, to: 2)
    text += ":" + DecimalText.padded(magnitude / 60 % 60, to: 2)
    if magnitude % 60 != 0 { text += ":" + DecimalText.padded(magnitude % 60, to: 2) }
    return text
  }
}
