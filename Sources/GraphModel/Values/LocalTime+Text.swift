// SPDX-License-Identifier: Apache-2.0

extension LocalTime {
  /// Reads `21:40:32.142`, `214032.142`, `21:40:32`, `214032`, `21:40`, `2140` or `21`.
  public init?(_ text: some StringProtocol) {
    guard var scanner = TemporalScanner(text), let time = scanner.takeTime(), scanner.isAtEnd
    else { return nil }
    self = time
  }
}

extension LocalTime: CustomStringConvertible {
  /// The ISO 8601 text: `21:40`, `21:40:32`, `21:40:32.142`.
  public var description: String {
    let text = DecimalText.padded(hour, to: 2) + ":" + DecimalText.padded(minute, to: 2)
    guard second != 0 || nanosecond != 0 else { return text }
    let secondText = DecimalText.padded(second, to: 2)
    return "\(text):\(secondText)\(DecimalText.fraction(nanoseconds: nanosecond))"
  }
}

extension ZoneOffset {
  /// Reads `Z`, `+01`, `+0100`, `+01:00`, `+010030` or `+01:00:30`.
  public init?(_ text: some StringProtocol) {
    guard var scanner = TemporalScanner(text), let offset = scanner.takeOffset(), scanner.isAtEnd
    else { return nil }
    self = offset
  }
}

extension ZonedTime {
  /// Reads a local time followed by an offset: `21:40:32.142+0100`, `2140Z`.
  ///
  /// A text without an offset is at the default offset.
  public init?(_ text: some StringProtocol, defaultOffset: ZoneOffset = .utc) {
    guard var scanner = TemporalScanner(text), let time = scanner.takeTime() else { return nil }
    var offset = defaultOffset
    if !scanner.isAtEnd {
      guard let stated = scanner.takeOffset(), scanner.isAtEnd else { return nil }
      offset = stated
    }
    self.init(time: time, offset: offset)
  }
}

extension LocalDateTime {
  /// Reads a date and a time with `T` between them: `2015-07-21T21:40:32.142`, `2015-W30T2140`.
  ///
  /// Date and time may have any of their forms. A date alone means its midnight.
  public init?(_ text: some StringProtocol) {
    guard var scanner = TemporalScanner(text), let local = scanner.takeLocalDateTime(),
      scanner.isAtEnd
    else { return nil }
    self = local
  }
}

extension TemporalScanner {
  /// Reads a date and, after `T`, a time.
  mutating func takeLocalDateTime() -> LocalDateTime? {
    guard let date = takeDate() else { return nil }
    guard take("T") else { return LocalDateTime(date: date, time: .midnight) }
    return takeTime().map { LocalDateTime(date: date, time: $0) }
  }
}
