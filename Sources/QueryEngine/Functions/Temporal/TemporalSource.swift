// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What another date or time can be made of: the parts that a value has.
struct TemporalSource {
  var date: CalendarDate?
  var time: LocalTime?
  var zone: ClockZone?

  /// The offset, where the value has one.
  var offset: ZoneOffset?

  /// The parts of a date or time, nil for a value that is neither.
  ///
  /// A partial date is one of its day, where that is known; see ``Value/isIncompleteDate``.
  init?(_ value: Value) {
    switch value {
    case .date(let date): self.date = date
    case .partialDate(let partial) where partial.precision == .day: date = partial.earliest
    case .localTime(let time): self.time = time
    case .time(let zoned):
      time = zoned.time
      zone = .offset(zoned.offset)
      offset = zoned.offset
    case .localDateTime(let local):
      date = local.date
      time = local.time
    case .dateTime(let moment):
      date = moment.local.date
      time = moment.local.time
      zone = moment.zoneName.map(ClockZone.named) ?? .offset(moment.offset)
      offset = moment.offset
    default: return nil
    }
  }
}

extension Value {
  /// Whether this is a date of which the day is not known, so that what is made of it is not known
  /// either.
  var isIncompleteDate: Bool {
    if case .partialDate(let date) = self { return date.precision != .day }
    return false
  }
}
