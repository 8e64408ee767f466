// SPDX-License-Identifier: Apache-2.0

extension TimeZoneRules {
  /// Reads the contents of a TZif file, versions 1 to 4; nil when they are damaged.
  ///
  /// Files that count leap seconds are refused, since no date or time here does.
  /// Source: RFC 9636, section 3.
  public init?(tzif bytes: [UInt8]) {
    guard let first = TZifHeader(bytes, at: 0) else { return nil }
    if first.version == 0 {
      self.init(bytes, header: first, timeSize: 4, footer: nil)
      return
    }
    // Version 2 and later repeat everything with 64-bit moments after the 32-bit block.
    guard let second = TZifHeader(bytes, at: first.dataStart + first.dataSize(timeSize: 4)) else {
      return nil
    }
    let footerStart = second.dataStart + second.dataSize(timeSize: 8)
    guard footerStart < bytes.count, bytes[footerStart] == 0x0A,
      let footerEnd = bytes[(footerStart + 1)...].firstIndex(of: 0x0A)
    else { return nil }
    let footer = String(decoding: bytes[(footerStart + 1)..<footerEnd], as: UTF8.self)
    self.init(bytes, header: second, timeSize: 8, footer: footer.isEmpty ? nil : footer)
  }

  private init?(_ bytes: [UInt8], header: TZifHeader, timeSize: Int, footer: String?) {
    guard header.leapCount == 0, header.typeCount > 0,
      header.dataStart + header.dataSize(timeSize: timeSize) <= bytes.count
    else { return nil }
    let indexStart = header.dataStart + header.timeCount * timeSize
    let typeStart = indexStart + header.timeCount
    var types: [ZoneOffset] = []
    for type in 0..<header.typeCount {
      let seconds = bytes.bigEndianInteger(at: typeStart + type * 6, size: 4)
      guard let offset = ZoneOffset(seconds: Int(seconds)) else { return nil }
      types.append(offset)
    }
    var transitions: [Int64] = []
    var offsets: [ZoneOffset] = []
    for index in 0..<header.timeCount {
      let moment = bytes.bigEndianInteger(at: header.dataStart + index * timeSize, size: timeSize)
      let type = Int(bytes[indexStart + index])
      guard type < types.count, moment > transitions.last ?? .min else { return nil }
      transitions.append(moment)
      offsets.append(types[type])
    }
    var continuation: PosixTimeZone?
    if let footer {
      guard let zone = PosixTimeZone(footer) else { return nil }
      continuation = zone
    }
    self.init(
      transitions: transitions, offsets: offsets, firstOffset: types[0],
      continuation: continuation)
  }
}

/// The counts at the head of a TZif block.
private struct TZifHeader {
  let version: UInt8
  let dataStart: Int
  let timeCount: Int
  let typeCount: Int
  let leapCount: Int
  private let otherSize: Int

  /// More changes than any zone will ever have; a larger count is damage.
  private static let largestCount: Int64 = 20_000

  init?(_ bytes: [UInt8], at start: Int) {
    guard start + 44 <= bytes.count, Array(bytes[start..<(start + 4)]) == Array("TZif".utf8) else {
      return nil
    }
    let counts = (0..<6).map { bytes.bigEndianInteger(at: start + 20 + $0 * 4, size: 4) }
    guard counts.allSatisfy({ (0...TZifHeader.largestCount).contains($0) }) else { return nil }
    version = bytes[start + 4]
    dataStart = start + 44
    otherSize = Int(counts[0] + counts[1] + counts[5])
    leapCount = Int(counts[2])
    timeCount = Int(counts[3])
    typeCount = Int(counts[4])
  }

  /// The bytes of the block after the header.
  func dataSize(timeSize: Int) -> Int {
    timeCount * (timeSize + 1) + typeCount * 6 + leapCount * (timeSize + 4) + otherSize
  }
}

extension [UInt8] {
  /// A signed integer of 4 or 8 bytes; the bytes must be there.
  fileprivate func bigEndianInteger(at start: Int, size: Int) -> Int64 {
    let magnitude = self[start..<(start + size)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let shift = UInt64(64 - size * 8)
    return Int64(bitPattern: magnitude << shift) >> Int64(shift)
  }
}
