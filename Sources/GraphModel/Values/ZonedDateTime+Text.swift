// SPDX-License-Identifier: Apache-2.0

extension ZonedDateTime {
  /// Reads a local date and time followed by an offset, by the name of a zone in brackets, or by
  /// both: `2015-07-21T21:40:32.142+02:00[Europe/Stockholm]`.
  ///
  /// A text with neither is at the default offset. With a name alone the offset comes from the
  /// zone. With both, the offset must be one that the zone has at that time; where the zone is not
  /// known the stated offset is believed. Nil in every other case.
  public init?(
    _ text: some StringProtocol, defaultOffset: ZoneOffset = .utc,
    zones: TimeZoneDatabase = .system
  ) {
    guard var scanner = TemporalScanner(text), let local = scanner.takeLocalDateTime() else {
      return nil
    }
    var offset: ZoneOffset?
    if !scanner.isAtEnd, scanner.next != UInt8(ascii: "[") {
      guard let stated = scanner.takeOffset() else { return nil }
      offset = stated
    }
    guard scanner.take("[") else {
      guard scanner.isAtEnd else { return nil }
      self.init(local: local, offset: offset ?? defaultOffset)
      return
    }
    guard let name = scanner.takeText(upTo: "]"), scanner.isAtEnd,
      TimeZoneDatabase.isWellFormed(name)
    else { return nil }
    guard let offset else {
      self.init(local: local, zoneName: name, zones: zones)
      return
    }
    if let rules = zones.rules(named: name), !rules.offsets(at: local).contains(offset) {
      return nil
    }
    self.init(local: local, offset: offset, zoneName: name)
  }
}

extension ZonedDateTime: CustomStringConvertible {
  /// The ISO 8601 text with the zone in brackets: `2015-07-21T21:40+02:00[Europe/Stockholm]`.
  public var description: String {
    "\(local)\(offset)" + (zoneName.map { "[\($0)]" } ?? "")
  }
}
