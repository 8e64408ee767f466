// SPDX-License-Identifier: Apache-2.0

public import GraphModel

extension QueryResult {
  /// The rows as values of a type of yours.
  ///
  /// Each stored property takes the column of its name; a column that is called `s.name` is also
  /// found as `name`, where no other column ends so. Columns that nothing asks for are left aside.
  /// A type that is a single value, such as `String` or ``Value``, takes the one column there is.
  ///
  /// | in the row | becomes |
  /// | --- | --- |
  /// | booleans, strings | `Bool`, `String`, enumerations with such raw values |
  /// | integers | any integer type that holds the number, `Double`, `Float` |
  /// | floats | `Double`, `Float` |
  /// | dates, times, durations | `CalendarDate`, `PartialDate`, `LocalTime`, …; a `CalendarDate` of a partial date only where the day is known |
  /// | nodes, edges, paths | `NodeID`, `EdgeID`; `Value` |
  /// | null | an optional |
  /// | lists, maps | arrays, sets; dictionaries, or types of yours |
  /// | anything | `Value` |
  ///
  /// - Throws: ``RowDecodingError`` with the row and the column, and what a type's own `init(from:)`
  ///   throws.
  /// - Complexity: O(rows · columns).
  public func rows<Row: Decodable>(as type: Row.Type) throws -> [Row] {
    let decoder = RowDecoder(columns)
    var decoded: [Row] = []
    decoded.reserveCapacity(rows.count)
    for (number, row) in rows.enumerated() {
      decoded.append(try decoder.decode(type, row, number: number + 1))
    }
    return decoded
  }
}

extension PropertyGraph {
  /// Answers a query that only reads with values of a type of yours.
  ///
  /// ```swift
  /// struct Programme: Decodable {
  ///   let name: String
  ///   let since: PartialDate?
  /// }
  /// let programmes = try graph.query(
  ///   "MATCH (p:Programme) WHERE p.since.year >= $year RETURN p.name, p.since",
  ///   ["year": 2012], as: Programme.self)
  /// ```
  ///
  /// ``QueryResult/rows(as:)`` says what becomes what.
  ///
  /// - Throws: ``QueryError``; ``RowDecodingError`` where a row does not fit the type.
  public func query<Row: Decodable>(
    _ text: String, _ parameters: [String: Value] = [:], limits: QueryLimits = .standard,
    as type: Row.Type
  ) throws -> [Row] {
    try PreparedQuery(text, for: self).run(on: self, parameters, limits: limits, as: type)
  }
}

extension PreparedQuery {
  /// Runs a query that only reads, and gives its rows as values of a type of yours.
  ///
  /// - Throws: ``QueryError``; ``RowDecodingError`` where a row does not fit the type.
  public func run<Row: Decodable>(
    on graph: PropertyGraph, _ parameters: [String: Value] = [:], limits: QueryLimits = .standard,
    as type: Row.Type
  ) throws -> [Row] {
    var rows: [Row] = []
    try run(on: graph, parameters, limits: limits, as: type) { row in
      rows.append(row)
      return true
    }
    return rows
  }

  /// Runs a query that only reads, and hands over its rows one by one, as values of a type of
  /// yours, until `row` says false. A row is handed over before the next one is looked for.
  ///
  /// ```swift
  /// try programmes.run(on: graph, ["year": 2012], as: Programme.self) { programme in
  ///   print(programme.name)
  ///   return !Task.isCancelled
  /// }
  /// ```
  ///
  /// - Throws: ``QueryError``; ``RowDecodingError`` where a row does not fit the type; what `row`
  ///   throws.
  public func run<Row: Decodable>(
    on graph: PropertyGraph, _ parameters: [String: Value] = [:], limits: QueryLimits = .standard,
    as type: Row.Type, row body: (Row) throws -> Bool
  ) throws {
    let decoder = RowDecoder(columns)
    var number = 0
    var failure: (any Error)?
    try run(on: graph, parameters, limits: limits) { row in
      number += 1
      do {
        return try body(decoder.decode(type, row, number: number))
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
  }
}
