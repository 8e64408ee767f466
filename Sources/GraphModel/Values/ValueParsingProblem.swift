// SPDX-License-Identifier: Apache-2.0

/// Why a text of a dataset is not a value of the type it should have.
public enum ValueParsingProblem: Error, Hashable, Sendable {
  /// Not `true` or `false`.
  case notBoolean(String)
  /// Not a whole decimal number.
  case notInteger(String)
  /// A whole number beyond 64 bits.
  case integerOutOfRange(String)
  /// Not a decimal number.
  case notFloat(String)
  /// A number with a comma where the decimal point belongs.
  case decimalComma(String, PropertyType)
  /// A number too large for a float.
  case floatOutOfRange(String)
  /// Not a date or time of the wanted type.
  case notTemporal(String, PropertyType)
  /// A date without its day or month, where the day is needed.
  case incompleteDate(String)
  /// A day that its month does not have.
  case noSuchDay(String, year: Int, month: Int)
  /// A month that no year has.
  case noSuchMonth(String, month: Int)
  /// A year outside 0001 to 9999.
  case noSuchYear(String)
  /// Day, month and year in an order that readers do not agree on: `27/04/2009`.
  case ambiguousDate(String)
  /// A date that a spreadsheet has rewritten: `Apr-09`.
  case spreadsheetMonth(String)
  /// The day number that a spreadsheet shows for a date.
  case spreadsheetDayNumber(String, CalendarDate)
  /// Lists and maps have no form as a single text.
  case notScalar(String, PropertyType)
}

extension ValueParsingProblem: CustomStringConvertible {
  /// The message: what is wrong, then what was expected.
  public var description: String {
    switch self {
    case .notBoolean(let text):
      "\(quoted(text)) is not a BOOL: write true or false"
    case .notInteger(let text):
      "\(quoted(text)) is not an INTEGER: use digits with an optional sign, as in 42 or -7"
    case .integerOutOfRange(let text):
      "\(quoted(text)) is out of range for an INTEGER: from \(Int64.min) to \(Int64.max)"
    case .notFloat(let text):
      "\(quoted(text)) is not a FLOAT: use a decimal number, as in 12.5 or 1e-3"
    case .decimalComma(let text, let type):
      type == .float
        ? "\(quoted(text)) is not a FLOAT: use a decimal point"
        : "\(quoted(text)) is not \(article(type)): write it without a comma"
    case .floatOutOfRange(let text):
      "\(quoted(text)) is out of range for a FLOAT: at most 1.7976931348623157e308 either way"
    case .notTemporal(let text, let type):
      "\(quoted(text)) is not \(article(type)): \(expectation(type))"
    case .incompleteDate(let text):
      "\(quoted(text)) is not a DATE: the day is missing, as in 2009-04-27"
    case .noSuchDay(let text, let year, let month):
      "\(quoted(text)) is not a date: \(ValueParsingProblem.monthNames[month - 1]) \(year) has "
        + "\(CalendarDate.dayCount(year: year, month: month)) days"
    case .noSuchMonth(let text, let month):
      "\(quoted(text)) is not a date: there is no month \(month)"
    case .noSuchYear(let text):
      "\(quoted(text)) is not a date: years go from 0001 to 9999"
    case .ambiguousDate(let text):
      "\(quoted(text)) is not a date: write year, month and day, as in 2009-04-27"
    case .spreadsheetMonth(let text):
      "\(quoted(text)) is not a date: a spreadsheet may have rewritten it; "
        + "write year, month and day, as in 2009-04-27"
    case .spreadsheetDayNumber(let text, let day):
      "\(quoted(text)) is not a date: a spreadsheet may have rewritten it; "
        + "as a spreadsheet's day number it means \(day)"
    case .notScalar(let text, let type):
      "\(quoted(text)) is not \(article(type)): a single text cannot be one"
    }
  }

  private func article(_ type: PropertyType) -> String {
    switch type {
    case .any, .integer: "an \(type.name)"
    default: "a \(type.name)"
    }
  }

  private func expectation(_ type: PropertyType) -> String {
    switch type {
    case .date: "write year, month and day, as in 2009-04-27"
    case .partialDate: "write 2009, 2009-04 or 2009-04-27"
    case .localTime: "write hours and minutes, as in 14:30 or 14:30:15.5"
    case .time: "write a time and its offset, as in 14:30+02:00"
    case .localDateTime: "write date and time, as in 2009-04-27T14:30"
    case .dateTime: "write date, time and offset, as in 2009-04-27T14:30+02:00"
    case .duration: "write it as in P1Y2M10DT2H30M"
    default: "there is no form for it"
    }
  }

  /// The text in quotes, cut where it is long.
  private func quoted(_ text: String) -> String {
    let longest = 60
    let scalars = text.unicodeScalars.prefix(longest + 1)
    if scalars.count <= longest { return QuotedText.quoted(text) }
    return QuotedText.quoted(String(String.UnicodeScalarView(scalars.dropLast())) + "…")
  }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
