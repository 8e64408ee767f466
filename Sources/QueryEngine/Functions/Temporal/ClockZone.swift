// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A time zone as a query states it: an offset from UTC or a name.
enum ClockZone: Sendable, Hashable {
  case offset(ZoneOffset)
  case named(String)

  /// Reads `+01:00`, `Z`, `Europe/Stockholm`; a space in a name stands for an underscore.
  init(_ text: String) throws(EvaluationProblem) {
    if let offset = ZoneOffset(text) {
      self = .offset(offset)
      return
    }
    let name = String(text.map { $0 == " " ? "_" : $0 })
    guard TimeZoneDatabase.system.rules(named: name) != nil else { throw .zone(text) }
    self = .named(name)
  }

  /// The moment at which a clock in the zone shows this date and time; nil beyond the calendar.
  func moment(showing local: LocalDateTime) -> ZonedDateTime? {
    switch self {
    case .offset(let offset): ZonedDateTime(local: local, offset: offset)
    case .named(let name): ZonedDateTime(local: local, zoneName: name)
    }
  }

  /// The same moment on a clock in this zone; nil beyond the calendar.
  func moment(at moment: ZonedDateTime) -> ZonedDateTime? {
    switch self {
    case .offset(let offset): moment.converted(to: offset)
    case .named(let name): moment.converted(toZoneNamed: name)
    }
  }

  /// The offset that the zone has at a moment.
  func offset(at moment: ZonedDateTime) -> ZoneOffset {
    switch self {
    case .offset(let offset): offset
    case .named: self.moment(at: moment)?.offset ?? .utc
    }
  }
}
