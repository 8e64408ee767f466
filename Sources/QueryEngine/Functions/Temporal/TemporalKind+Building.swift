// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension TemporalKind {
  /// A value made of a map: of stated fields, of another value's parts, or of both, where stated
  /// fields win.
  ///
  /// A zone that is stated for a part with a zone of its own moves the clock: the moment stays.
  func built(
    from map: ValueMap, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    let fields = try TemporalFields(map, for: function, known: self.fields)
    if fields.isUnknown { return .null }
    let zone = try fields.zone()
    if let zone, fields.names.count == 1 {
      guard let moment = zone.moment(at: context.now) else { throw .outOfCalendar(function) }
      return shown(at: moment)
    }
    if zone != nil, !hasZone { throw .unknownField("timezone", function, nearest: nil) }
    switch self {
    case .date:
      return .date(try fields.date(from: fields.source("date")?.date))
    case .localTime:
      return .localTime(try fields.time(from: timeBase(fields)?.time))
    case .time:
      let base = try timeBase(fields)
      let time = ZonedTime(time: try fields.time(from: base?.time), offset: base?.offset ?? .utc)
      guard let zone else { return .time(time) }
      let offset = zone.offset(at: context.now)
      return .time(
        base?.offset == nil
          ? ZonedTime(time: time.time, offset: offset) : time.converted(to: offset))
    case .localDateTime:
      return .localDateTime(try localDateTime(fields))
    case .dateTime:
      return .dateTime(try dateTime(fields, zone))
    }
  }

  /// The time that another one is made of; without one, the hour must be stated.
  private func timeBase(_ fields: TemporalFields) throws(EvaluationProblem) -> TemporalSource? {
    if let base = try fields.source("time") { return base }
    if !fields.has("hour") { throw .missingField("hour", for: nil, function) }
    return nil
  }

  private func localDateTime(
    _ fields: TemporalFields
  ) throws(EvaluationProblem) -> LocalDateTime {
    let both = try fields.source("datetime")
    let date = try fields.source("date")
    let time = try fields.source("time")
    return LocalDateTime(
      date: try fields.date(from: (both ?? date)?.date),
      time: try fields.time(from: (both ?? time)?.time))
  }

  private func dateTime(
    _ fields: TemporalFields, _ zone: ClockZone?
  ) throws(EvaluationProblem) -> ZonedDateTime {
    var local: LocalDateTime
    var ownZone: ClockZone?
    if fields.has("epochSeconds") || fields.has("epochMillis") {
      local = try epochMoment(fields).local
      ownZone = .offset(.utc)
    } else {
      local = try localDateTime(fields)
      let (both, time) = (try fields.source("datetime"), try fields.source("time"))
      ownZone = (both ?? time)?.zone
    }
    let moment = (ownZone ?? zone ?? .offset(.utc)).moment(showing: local)
    let moved = ownZone == nil ? moment : moment.flatMap { zone?.moment(at: $0) ?? $0 }
    guard let moved else { throw .outOfCalendar(function) }
    return moved
  }

  private func epochMoment(_ fields: TemporalFields) throws(EvaluationProblem) -> ZonedDateTime {
    let known = ["epochSeconds", "epochMillis", "nanosecond", "timezone"]
    let name = fields.has("epochSeconds") ? "epochSeconds" : "epochMillis"
    if let other = fields.names.first(where: { $0 != name && !known.dropFirst(2).contains($0) }) {
      throw .conflictingFields(name, other, function)
    }
    let count = try fields.integer(name)
    let isSeconds = name == "epochSeconds"
    let nanosecond =
      try fields.integer("nanosecond", 0...(isSeconds ? 999_999_999 : 999_999))
    let moment =
      isSeconds
      ? ZonedDateTime(epochSecond: count ?? 0, nanosecond: nanosecond ?? 0)
      : ZonedDateTime(epochMillisecond: count ?? 0).flatMap {
        ZonedDateTime(epochSecond: $0.epochSecond, nanosecond: $0.nanosecond + (nanosecond ?? 0))
      }
    guard let moment else { throw .outOfCalendar(function) }
    return moment
  }
}
