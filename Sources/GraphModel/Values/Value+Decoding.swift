// SPDX-License-Identifier: Apache-2.0

// What rows of queries are decoded to. The decoder of rows hands values over as they are; any other
// decoder gives their texts and numbers.

extension NodeID: Decodable {
  /// Reads the number.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(UInt32.self))
  }
}

extension EdgeID: Decodable {
  /// Reads the number.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(UInt32.self))
  }
}

extension CalendarDate: Decodable {
  /// Reads a text such as `2009-04-27`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.read("a date", CalendarDate.init(_:))
  }
}

extension PartialDate: Decodable {
  /// Reads a text such as `2009`, `2009-04` or `2009-04-27`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.read("a date", PartialDate.init(_:))
  }
}

extension CalendarDuration: Decodable {
  /// Reads a text such as `P1Y6M`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.read("a duration", CalendarDuration.init(_:))
  }
}

extension LocalTime: Decodable {
  /// Reads a text such as `18:30`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.read("a time", LocalTime.init(_:))
  }
}

extension LocalDateTime: Decodable {
  /// Reads a text such as `2009-04-27T18:30`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.read("a date and time", LocalDateTime.init(_:))
  }
}

extension ZonedTime: Decodable {
  /// Reads a text such as `18:30+01:00`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.read("a time with an offset") { ZonedTime($0) }
  }
}

extension ZonedDateTime: Decodable {
  /// Reads a text such as `2009-04-27T18:30+01:00`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.read("a date and time with an offset") { ZonedDateTime($0) }
  }
}

extension Value: Decodable {
  /// Reads what is there: null, a truth, a number, a text, a list or a map.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.singleValueContainer() {
      if container.decodeNil() {
        self = .null
        return
      }
      if let truth = try? container.decode(Bool.self) {
        self = .boolean(truth)
        return
      }
      if let number = try? container.decode(Int64.self) {
        self = .integer(number)
        return
      }
      if let number = try? container.decode(Double.self) {
        self = .float(number)
        return
      }
      if let text = try? container.decode(String.self) {
        self = .string(text)
        return
      }
      if let members = try? container.decode([Value].self) {
        self = .list(members)
        return
      }
    }
    let map = try decoder.singleValueContainer().decode([String: Value].self)
    self = .map(ValueMap(map.map { ($0.key, $0.value) }))
  }
}

extension Decoder {
  fileprivate func read<Kind>(_ expected: String, _ kind: (String) -> Kind?) throws -> Kind {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = kind(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not \(expected)")
    }
    return value
  }
}
