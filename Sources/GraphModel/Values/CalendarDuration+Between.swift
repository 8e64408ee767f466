// SPDX-License-Identifier: Apache-2.0

/// The units in which the distance between two dates or times is told.
public enum DistanceUnit: Sendable, Hashable, CaseIterable {
  /// Whole months, then whole days, then seconds: `duration.between`.
  case mixed
  /// Whole months: `duration.inMonths`.
  case months
  /// Whole days: `duration.inDays`.
  case days
  /// Seconds and nanoseconds: `duration.inSeconds`.
  case seconds
}

extension CalendarDuration {
  /// The time from one date or time to another, negative when the second is earlier.
  ///
  /// What one side lacks it takes from the other: a missing date, a missing zone; a missing time
  /// of day is midnight. Where only one side has a date there are no months or days between them.
  /// When both sides have a zone, the second is read on the clock of the first. Nil when a value
  /// is not a date or time, a named zone is not known, or the result is out of range.
  public static func between(
    _ start: Value, _ end: Value, in unit: DistanceUnit = .mixed,
    zones: TimeZoneDatabase = .system
  ) -> CalendarDuration? {
    guard let start = TemporalParts(start), let end = TemporalParts(end),
      let clock = DistanceClock(start.zone ?? end.zone, zones: zones)
    else { return nil }
    let date = start.date ?? end.date ?? CalendarDate(uncheckedDayNumber: 0)
    let from = LocalDateTime(date: start.date ?? date, time: start.time)
    let fromMoment = start.zone.map { from.localSecond - Int64($0.offset.seconds) }
    var target = LocalDateTime(date: end.date ?? date, time: end.time)
    let targetMoment = end.zone.map { target.localSecond - Int64($0.offset.seconds) }
    if start.zone != nil, let targetMoment {
      guard let shown = clock.shown(at: targetMoment, nanosecond: target.nanosecond) else {
        return nil
      }
      target = shown
    }
    let haveDates = start.date != nil && end.date != nil
    let months = haveDates && unit != .seconds ? from.wholeMonths(until: target) : 0
    switch unit {
    case .months:
      return CalendarDuration(months: months)
    case .days:
      return CalendarDuration(days: haveDates ? from.wholeDays(until: target) : 0)
    case .seconds:
      let seconds =
        (targetMoment ?? clock.moment(of: target)) - (fromMoment ?? clock.moment(of: from))
      return CalendarDuration(
        seconds: seconds, nanoseconds: Int64(target.nanosecond) - Int64(from.nanosecond))
    case .mixed:
      guard let monthsLater = from.date.adding(months: months) else { return nil }
      let near = LocalDateTime(date: monthsLater, time: from.time)
      let days = haveDates ? near.wholeDays(until: target) : 0
      guard let daysLater = monthsLater.adding(days: days) else { return nil }
      let nearest = LocalDateTime(date: daysLater, time: from.time)
      let isMoved = nearest != from
      let nearestMoment = (isMoved ? nil : fromMoment) ?? clock.moment(of: nearest)
      return CalendarDuration(
        months: months, days: days,
        seconds: (targetMoment ?? clock.moment(of: target)) - nearestMoment,
        nanoseconds: Int64(target.nanosecond) - Int64(from.nanosecond))
    }
  }
}

/// What a date or time says: perhaps a date, a time of day, perhaps an offset and a zone.
private struct TemporalParts {
  var date: CalendarDate?
  var time = LocalTime.midnight
  var zone: (offset: ZoneOffset, name: String?)?

  init?(_ value: Value) {
    switch value {
    case .date(let date):
      self.date = date
    case .localTime(let time):
      self.time = time
    case .time(let zoned):
      time = zoned.time
      zone = (zoned.offset, nil)
    case .localDateTime(let local):
      date = local.date
      time = local.time
    case .dateTime(let zoned):
      date = zoned.local.date
      time = zoned.local.time
      zone = (zoned.offset, zoned.zoneName)
    default:
      return nil
    }
  }
}

/// The clock that both ends of a distance are read on.
private struct DistanceClock {
  private let rules: TimeZoneRules

  /// The clock of a zone, UTC where there is none; nil when the zone is not known.
  init?(_ zone: (offset: ZoneOffset, name: String?)?, zones: TimeZoneDatabase) {
    guard let name = zone?.name else {
      rules = TimeZoneRules(fixed: zone?.offset ?? .utc)
      return
    }
    guard let found = zones.rules(named: name) else { return nil }
    rules = found
  }

  /// What the clock shows at a moment; nil outside the range of dates.
  func shown(at moment: Int64, nanosecond: Int) -> LocalDateTime? {
    rules.moment(epochSecond: moment, nanosecond: nanosecond, name: nil)?.local
  }

  /// The moment that a time on the clock means.
  func moment(of local: LocalDateTime) -> Int64 {
    // Only the very last hours of the calendar have no moment; they are taken as UTC.
    rules.resolve(local, name: nil)?.epochSecond ?? local.localSecond
  }
}

extension LocalDateTime {
  /// The whole months to another date and time, rounded towards zero.
  fileprivate func wholeMonths(until end: LocalDateTime) -> Int64 {
    let (first, last) = (date.civil, end.lastWholeDay(from: self).civil)
    // A month counts as 32 days, so that the quotient drops a month that is not complete.
    let firstDay = (Int64(first.year) * 12 + Int64(first.month - 1)) * 32 + Int64(first.day)
    let lastDay = (Int64(last.year) * 12 + Int64(last.month - 1)) * 32 + Int64(last.day)
    return (lastDay - firstDay) / 32
  }

  /// The whole days to another date and time, rounded towards zero.
  fileprivate func wholeDays(until end: LocalDateTime) -> Int64 {
    end.lastWholeDay(from: self).dayNumber - date.dayNumber
  }

  /// The day of this time, or its neighbour when the last day from `start` is not complete.
  private func lastWholeDay(from start: LocalDateTime) -> CalendarDate {
    let shift: Int64
    if start.date < date, time < start.time {
      shift = -1
    } else if date < start.date, start.time < time {
      shift = 1
    } else {
      shift = 0
    }
    return CalendarDate(uncheckedDayNumber: date.dayNumber + shift)
  }
}
