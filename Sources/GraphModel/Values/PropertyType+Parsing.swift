// SPDX-License-Identifier: Apache-2.0

extension PropertyType {
  /// Reads a text of a dataset as a value of this type.
  ///
  /// Nothing is trimmed, guessed or taken from a locale: booleans are `true` and `false`, integers
  /// are digits with an optional sign, floats have a decimal point, dates are `2009-04-27`. Under
  /// `ANY` every text is a text. Linear in the text.
  public func parse(_ text: some StringProtocol) -> Result<Value, ValueParsingProblem> {
    switch self {
    case .any, .string: .success(.string(String(text)))
    case .boolean: PropertyType.boolean(String(text))
    case .integer: PropertyType.integer(String(text))
    case .float: PropertyType.float(String(text))
    case .date: DateParsing.date(String(text))
    case .partialDate: DateParsing.partialDate(String(text))
    case .localTime: temporal(String(text), LocalTime.init(_:), Value.localTime)
    case .time: temporal(String(text), PropertyType.zonedTime, Value.time)
    case .localDateTime: temporal(String(text), PropertyType.localDateTime, Value.localDateTime)
    case .dateTime: temporal(String(text), PropertyType.zonedDateTime, Value.dateTime)
    case .duration: temporal(String(text), CalendarDuration.init(_:), Value.duration)
    case .list, .map: .failure(.notScalar(String(text), self))
    }
  }

  private func temporal<Temporal>(
    _ text: String, _ read: (String) -> Temporal?, _ wrap: (Temporal) -> Value
  ) -> Result<Value, ValueParsingProblem> {
    read(text).map { .success(wrap($0)) } ?? .failure(.notTemporal(text, self))
  }

  /// A time that says its offset; data does not take one for granted.
  private static func zonedTime(_ text: String) -> ZonedTime? {
    LocalTime(text) == nil ? ZonedTime(text) : nil
  }

  /// A date and time with both parts.
  private static func localDateTime(_ text: String) -> LocalDateTime? {
    text.utf8.contains(UInt8(ascii: "T")) ? LocalDateTime(text) : nil
  }

  /// A date and time with both parts that says its offset or zone.
  private static func zonedDateTime(_ text: String) -> ZonedDateTime? {
    LocalDateTime(text) == nil && text.utf8.contains(UInt8(ascii: "T"))
      ? ZonedDateTime(text) : nil
  }

  private static func boolean(_ text: String) -> Result<Value, ValueParsingProblem> {
    switch text {
    case "true": .success(.boolean(true))
    case "false": .success(.boolean(false))
    default: .failure(.notBoolean(text))
    }
  }

  private static func integer(_ text: String) -> Result<Value, ValueParsingProblem> {
    let digits =
      text.utf8.first.map { $0 == 0x2B || $0 == 0x2D } ?? false
      ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return .failure(isNumberWithComma(text) ? .decimalComma(text, .integer) : .notInteger(text))
    }
    return Int64(text).map { .success(.integer($0)) } ?? .failure(.integerOutOfRange(text))
  }

  private static func float(_ text: String) -> Result<Value, ValueParsingProblem> {
    guard isDecimal(text) else {
      return .failure(isNumberWithComma(text) ? .decimalComma(text, .float) : .notFloat(text))
    }
    // What is too small to tell from zero reads as zero.
    guard let value = Double(text), value.isFinite else { return .failure(.floatOutOfRange(text)) }
    return .success(.float(value))
  }

  /// Whether a text is an optional sign, digits with an optional point among or around them, and
  /// an optional exponent.
  private static func isDecimal(_ text: String) -> Bool {
    var bytes = text.utf8[...]
    func skip(_ characters: Unicode.Scalar...) -> Bool {
      guard let first = bytes.first, characters.contains(Unicode.Scalar(first)) else {
        return false
      }
      bytes = bytes.dropFirst()
      return true
    }
    func skipDigits() -> Int {
      let digits = bytes.prefix { (0x30...0x39).contains($0) }
      bytes = bytes.dropFirst(digits.count)
      return digits.count
    }
    _ = skip("+", "-")
    var digitCount = skipDigits()
    if skip(".") { digitCount += skipDigits() }
    guard digitCount > 0 else { return false }
    if skip("e", "E") {
      _ = skip("+", "-")
      guard skipDigits() > 0 else { return false }
    }
    return bytes.isEmpty
  }

  /// Whether a text would be a number if its commas were points or left out.
  private static func isNumberWithComma(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return false }
    return isDecimal(String(text.filter { $0 != "," && $0 != "." }))
  }
}
