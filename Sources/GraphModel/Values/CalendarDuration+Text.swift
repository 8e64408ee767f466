// SPDX-License-Identifier: Apache-2.0

extension CalendarDuration {
  /// Reads an ISO 8601 duration: `P12Y5M14DT16H12M70S`, `P2.5W`, `PT0.75M`, or the form of a date,
  /// `P2012-02-02T14:37:21.545`.
  ///
  /// Each number may have a sign and a fraction. The fraction of a year goes over to months, that
  /// of a month to days and seconds by the average month, and so on. Nil when the text is not a
  /// duration or the duration is too long.
  public init?(_ text: some StringProtocol) {
    guard var scanner = TemporalScanner(text) else { return nil }
    let sign = scanner.takeSign() ?? 1
    guard scanner.take("P") else { return nil }
    let amount =
      [4, 8].contains(scanner.digitCount)
      ? scanner.takeDateLikeDuration() ?? scanner.takeDurationParts()
      : scanner.takeDurationParts()
    guard let amount, scanner.isAtEnd, let duration = CalendarDuration(amount) else { return nil }
    guard sign < 0 else {
      self = duration
      return
    }
    guard let negated = duration.negated else { return nil }
    self = negated
  }
}

extension TemporalScanner {
  /// Reads `2012-02-02T14:37:21.545` or `20120202T143721.545`; leaves the scanner where it was
  /// when the text has another form.
  fileprivate mutating func takeDateLikeDuration() -> DurationAmount? {
    var scanner = self
    let isHyphenated = scanner.digitCount == 4
    guard let years = scanner.takeNumber(digits: 4), !isHyphenated || scanner.take("-"),
      let months = scanner.takeNumber(digits: 2), !isHyphenated || scanner.take("-"),
      let days = scanner.takeNumber(digits: 2), months <= 12, days <= 31
    else { return nil }
    var amount = DurationAmount()
    amount.add(Int64(years), .years)
    amount.add(Int64(months), .months)
    amount.add(Int64(days), .days)
    if scanner.take("T") {
      guard let time = scanner.takeTime() else { return nil }
      amount.add(Int64(time.secondOfDay), .seconds)
      amount.add(Int64(time.nanosecond), .nanoseconds)
    }
    guard scanner.isAtEnd else { return nil }
    self = scanner
    return amount
  }

  /// Reads numbers with their letters, in the order of ISO 8601; at least one, and at least one
  /// after `T`.
  fileprivate mutating func takeDurationParts() -> DurationAmount? {
    var amount = DurationAmount()
    var partCount = 0
    var remaining: ArraySlice<(Unicode.Scalar, DurationUnit)> = [
      ("Y", .years), ("M", .months), ("W", .weeks), ("D", .days),
    ]
    var isTime = false
    while !isAtEnd {
      if !isTime, take("T") {
        remaining = [("H", .hours), ("M", .minutes), ("S", .seconds)]
        isTime = true
        if isAtEnd { return nil }
      }
      guard let (whole, fraction) = takeSignedDecimal() else { return nil }
      guard let index = remaining.firstIndex(where: { take($0.0) }) else { return nil }
      amount.add(whole, remaining[index].1)
      amount.add(fraction: fraction, remaining[index].1)
      remaining = remaining[(index + 1)...]
      partCount += 1
    }
    return partCount > 0 ? amount : nil
  }

  /// Reads a number with an optional sign and up to nine digits of a fraction.
  private mutating func takeSignedDecimal() -> (whole: Int64, fraction: Double)? {
    let sign = takeSign() ?? 1
    let count = digitCount
    guard count > 0, let whole = takeNumber(digits: count) else { return nil }
    guard take(".") || take(",") else { return (Int64(sign * whole), 0) }
    guard let billionths = takeFraction() else { return nil }
    return (Int64(sign * whole), Double(sign * billionths) / 1e9)
  }
}

extension CalendarDuration: CustomStringConvertible {
  /// The ISO 8601 text: `P12Y5M-14DT16H`, `PT-1M-0.001S`, `PT0S` for no time at all.
  public var description: String {
    var text = "P"
    let time = truncatedSeconds
    let fraction = truncatedNanoseconds
    for (number, letter) in [(months / 12, "Y"), (months % 12, "M"), (days, "D")]
    where number != 0 {
      text += "\(number)\(letter)"
    }
    if time != 0 || fraction != 0 {
      text += "T"
      for (number, letter) in [(time / 3600, "H"), (time / 60 % 60, "M")] where number != 0 {
        text += "\(number)\(letter)"
      }
      if time % 60 != 0 || fraction != 0 {
        let sign = time % 60 < 0 || fraction < 0 ? "-" : ""
        let digits = DecimalText.fraction(nanoseconds: Int(fraction.magnitude))
        text += "\(sign)\((time % 60).magnitude)\(digits)S"
      }
    }
    return text == "P" ? "PT0S" : text
  }
}
