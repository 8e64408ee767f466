// SPDX-License-Identifier: Apache-2.0

extension ZonedDateTime {
  /// The date and time that a clock in a named zone shows, nil when the zone is not known.
  ///
  /// When the clock was set back over this time the earlier moment is meant; when it was set
  /// forward over it, the time is as much later.
  public init?(
    local: LocalDateTime, zoneName: String, zones: TimeZoneDatabase = .system
  ) {
    guard let moment = zones.rules(named: zoneName)?.resolve(local, name: zoneName) else {
      return nil
    }
    self = moment
  }

  /// A moment as a clock at a fixed offset shows it, nil outside the range of dates or when the
  /// nanoseconds are not within one second.
  public init?(epochSecond: Int64, nanosecond: Int = 0, offset: ZoneOffset = .utc) {
    let (second, overflow) = epochSecond.addingReportingOverflow(Int64(offset.seconds))
    guard !overflow, let local = LocalDateTime(localSecond: second, nanosecond: nanosecond) else {
      return nil
    }
    self.init(local: local, offset: offset)
  }

  /// A moment given in milliseconds since 1970-01-01T00:00Z, in UTC; nil outside the range of
  /// dates.
  public init?(epochMillisecond: Int64) {
    let millisecond = Int(epochMillisecond.floorRemainder(dividingBy: 1_000))
    self.init(
      epochSecond: epochMillisecond.floorDivided(by: 1_000), nanosecond: millisecond * 1_000_000)
  }

  /// Milliseconds since 1970-01-01T00:00Z, rounded down; nil when they do not fit in 64 bits.
  public var epochMillisecond: Int64? {
    let (product, overflow) = epochSecond.multipliedReportingOverflow(by: 1_000)
    let (sum, sumOverflow) = product.addingReportingOverflow(Int64(nanosecond / 1_000_000))
    return overflow || sumOverflow ? nil : sum
  }

  /// The name of the zone, or the text of the offset when there is no name.
  public var zoneText: String { zoneName ?? offset.description }

  /// The same moment as a clock at another offset shows it, nil outside the range of dates.
  public func converted(to offset: ZoneOffset) -> ZonedDateTime? {
    ZonedDateTime(epochSecond: epochSecond, nanosecond: nanosecond, offset: offset)
  }

  /// The same moment as a clock in a named zone shows it, nil when the zone is not known.
  public func converted(
    toZoneNamed name: String, zones: TimeZoneDatabase = .system
  ) -> ZonedDateTime? {
    zones.rules(named: name)?
      .moment(epochSecond: epochSecond, nanosecond: nanosecond, name: name)
  }

  /// The moment a duration later: months and days on the clock of the zone, then seconds and
  /// nanoseconds as they pass.
  ///
  /// Nil outside the range of dates and when the zone has a name that is not known.
  public func adding(
    _ duration: CalendarDuration, zones: TimeZoneDatabase = .system
  ) -> ZonedDateTime? {
    let (seconds, nanoseconds) = (duration.seconds, Int64(duration.nanosecond))
    guard let day = local.date.adding(months: duration.months)?.adding(days: duration.days)
    else { return nil }
    let shifted = LocalDateTime(date: day, time: local.time)
    guard let zoneName else {
      return shifted.adding(seconds: seconds, nanoseconds: nanoseconds)
        .map { ZonedDateTime(local: $0, offset: offset) }
    }
    guard let rules = zones.rules(named: zoneName) else { return nil }
    // A moment that no date moved keeps its own offset, also in the hour that comes twice.
    let start = shifted == local ? self : rules.resolve(shifted, name: zoneName)
    guard let start,
      let utc = LocalDateTime(localSecond: start.epochSecond, nanosecond: start.nanosecond)?
        .adding(seconds: seconds, nanoseconds: nanoseconds)
    else { return nil }
    return rules.moment(
      epochSecond: utc.localSecond, nanosecond: utc.nanosecond, name: zoneName)
  }

  /// The moment a duration earlier; nil as for adding.
  public func subtracting(
    _ duration: CalendarDuration, zones: TimeZoneDatabase = .system
  ) -> ZonedDateTime? {
    duration.negated.flatMap { adding($0, zones: zones) }
  }
}
