// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Decodes one value.
struct ValueDecoder: Decoder, SingleValueDecodingContainer {
  let value: Value
  let place: RowPlace

  var codingPath: [any CodingKey] { place.path }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let members) = value else {
      throw place.error(RowDecodingError.wants([Value].self, not: value))
    }
    return MemberContainer(members: members, place: place)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .map(let map) = value else {
      throw place.error(RowDecodingError.wants([String: Value].self, not: value))
    }
    return KeyedDecodingContainer(
      EntryContainer(
        place: place, names: map.keys, value: { map[$0] },
        missing: { RowDecodingError.noEntry($0, known: map.keys) }))
  }

  func decodeNil() -> Bool { value == .null }

  func decode<Kind: Decodable>(_ type: Kind.Type) throws -> Kind {
    if let direct = try Self.direct(type, value, place) { return direct }
    return try type.init(from: self)
  }

  /// The value as it is, for types that hold one; nil for all others.
  static func direct<Kind: Decodable>(
    _ type: Kind.Type, _ value: Value, _ place: RowPlace
  ) throws -> Kind? {
    func mismatch() -> RowDecodingError { place.error(RowDecodingError.wants(type, not: value)) }
    let payload: Any
    switch (type, value) {
    case (is Value.Type, _): payload = value
    case (is Bool.Type, .boolean(let truth)): payload = truth
    case (is String.Type, .string(let text)): payload = text
    case (is Double.Type, .float(let number)): payload = number
    case (is Double.Type, .integer(let number)): payload = Double(number)
    case (is Float.Type, .float(let number)): payload = Float(number)
    case (is Float.Type, .integer(let number)): payload = Float(number)
    case (is NodeID.Type, .node(let node)): payload = node
    case (is EdgeID.Type, .edge(let edge)): payload = edge
    case (is CalendarDate.Type, .date(let day)): payload = day
    case (is CalendarDate.Type, .partialDate(let date)):
      guard date.precision == .day else { throw place.error(RowDecodingError.notADay(value)) }
      payload = date.earliest
    case (is PartialDate.Type, .partialDate(let date)): payload = date
    case (is PartialDate.Type, .date(let day)):
      guard let date = PartialDate(day) else {
        throw place.error(RowDecodingError.outOfRange(type, value))
      }
      payload = date
    case (is LocalTime.Type, .localTime(let time)): payload = time
    case (is ZonedTime.Type, .time(let time)): payload = time
    case (is LocalDateTime.Type, .localDateTime(let moment)): payload = moment
    case (is ZonedDateTime.Type, .dateTime(let moment)): payload = moment
    case (is CalendarDuration.Type, .duration(let duration)): payload = duration
    default:
      if isHeldByValue(type) { throw mismatch() }
      if let integers = type as? any FixedWidthInteger.Type {
        guard case .integer(let number) = value else { throw mismatch() }
        guard let exact = integers.init(exactly: number) as? Kind else {
          throw place.error(RowDecodingError.outOfRange(type, value))
        }
        return exact
      }
      return nil
    }
    return payload as? Kind
  }

  private static func isHeldByValue(_ type: any Decodable.Type) -> Bool {
    type is Bool.Type || type is String.Type || type is Double.Type || type is Float.Type
      || type is NodeID.Type || type is EdgeID.Type || type is CalendarDate.Type
      || type is PartialDate.Type || type is LocalTime.Type || type is ZonedTime.Type
      || type is LocalDateTime.Type || type is ZonedDateTime.Type || type is CalendarDuration.Type
  }
}

/// The entries of a map, or the columns of a row.
struct EntryContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let place: RowPlace
  let names: [String]
  let value: (String) -> Value?

  /// What is said where there is no entry of a name.
  let missing: (String) -> String

  var codingPath: [any CodingKey] { place.path }
  var allKeys: [Key] { names.compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { value(key.stringValue) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).decodeNil() }

  func decode<Kind: Decodable>(_ type: Kind.Type, forKey key: Key) throws -> Kind {
    try decoder(key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try decoder(PlaceKey(stringValue: "super")) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: any CodingKey) throws -> ValueDecoder {
    guard let value = value(key.stringValue) else {
      throw place.error(missing(key.stringValue))
    }
    return ValueDecoder(value: value, place: place.appending(key))
  }
}

/// The members of a list.
struct MemberContainer: UnkeyedDecodingContainer {
  let members: [Value]
  let place: RowPlace
  private(set) var currentIndex = 0

  init(members: [Value], place: RowPlace) {
    self.members = members
    self.place = place
  }

  var codingPath: [any CodingKey] { place.path }
  var count: Int? { members.count }
  var isAtEnd: Bool { currentIndex >= members.count }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, members[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Kind: Decodable>(_ type: Kind.Type) throws -> Kind {
    try next().decode(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }

  private mutating func next() throws -> ValueDecoder {
    guard !isAtEnd else { throw place.error(RowDecodingError.endOfList(members.count)) }
    defer { currentIndex += 1 }
    return ValueDecoder(
      value: members[currentIndex], place: place.appending(PlaceKey(intValue: currentIndex)))
  }
}
