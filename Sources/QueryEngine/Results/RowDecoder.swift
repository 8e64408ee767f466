// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Makes values of any type of the rows of one answer.
struct RowDecoder {
  let columns: [String]

  /// The place of each column by its name, and by what stands after its last point where that is
  /// the only one.
  private let places: [String: Int]

  init(_ columns: [String]) {
    self.columns = columns
    var short: [String: [Int]] = [:]
    for (place, name) in columns.enumerated() {
      let end = name.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init)
      short[end ?? name, default: []].append(place)
    }
    var places = short.compactMapValues { $0.count == 1 ? $0[0] : nil }
    for (place, name) in columns.enumerated() { places[name] = place }
    self.places = places
  }

  /// - Parameter number: of the row, counted from 1, for the error.
  func decode<Row: Decodable>(_ type: Row.Type, _ row: [Value], number: Int) throws -> Row {
    let place = RowPlace(row: number, columns: columns, path: [])
    do {
      if let value = place.single(in: row) {
        let column = place.appending(PlaceKey(stringValue: columns[0]))
        if let direct = try ValueDecoder.direct(type, value, column) { return direct }
      }
      return try type.init(from: WholeRowDecoder(row: row, places: places, place: place))
    } catch let error as DecodingError {
      throw place.error(error)
    }
  }
}

/// Where a decoder is, for what it says when something does not fit.
struct RowPlace {
  let row: Int
  let columns: [String]

  /// The column, then entries of maps and places in lists.
  var path: [any CodingKey]

  func appending(_ key: any CodingKey) -> RowPlace {
    RowPlace(row: row, columns: columns, path: path + [key])
  }

  func error(_ reason: String) -> RowDecodingError {
    let names = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    return RowDecodingError(
      row: row, column: names.first, path: Array(names.dropFirst()), reason: reason)
  }

  /// What a type's own `init(from:)` says.
  func error(_ error: DecodingError) -> RowDecodingError {
    let context: DecodingError.Context
    switch error {
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
      .dataCorrupted(let found):
      context = found
    @unknown default: return self.error("\(error)")
    }
    let place = RowPlace(row: row, columns: columns, path: context.codingPath)
    return place.error(context.debugDescription)
  }

  /// The only value of a row.
  func single(in row: [Value]) -> Value? { row.count == 1 ? row[0] : nil }
}

/// A key of a list or of a column.
struct PlaceKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = "\(intValue)"
    self.intValue = intValue
  }
}

/// The decoder of a row, which is like a map of its columns.
private struct WholeRowDecoder: Decoder {
  let row: [Value]
  let places: [String: Int]
  let place: RowPlace

  var codingPath: [any CodingKey] { place.path }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(
      EntryContainer(
        place: place, names: place.columns,
        value: { name in places[name].map { row[$0] } },
        missing: { RowDecodingError.noColumn($0, known: place.columns) }))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let value = place.single(in: row) else { throw place.error(RowDecodingError.notAList) }
    return try single(value).unkeyedContainer()
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    guard let value = place.single(in: row) else {
      // A dictionary of columns comes this way.
      return ValueDecoder(
        value: .map(ValueMap(zip(place.columns, row).map { ($0, $1) })), place: place)
    }
    return single(value)
  }

  private func single(_ value: Value) -> ValueDecoder {
    ValueDecoder(
      value: value, place: place.appending(PlaceKey(stringValue: place.columns[0])))
  }
}
