// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// The names of value types: those that are read, and those of the standard that are not.
///
/// Source: ISO/IEC 39075, value types. `PARTIAL DATE` and `MAP` are ours.
enum ValueTypeName {
  /// By their words in lower case; names that begin alike stand with the longer one first.
  static let supported: [(words: [String], type: PropertyType)] = [
    named("any property value", .any), named("any value", .any), named("any", .any),
    named("bool", .boolean), named("boolean", .boolean), named("string", .string),
    named("varchar", .string), named("char", .string), named("signed integer", .integer),
    named("signed int", .integer), named("big integer", .integer), named("integer", .integer),
    named("int", .integer), named("integer64", .integer), named("int64", .integer),
    named("bigint", .integer), named("float", .float), named("float64", .float),
    named("double precision", .float), named("double", .float), named("date", .date),
    named("partial date", .partialDate), named("local time", .localTime),
    named("time without time zone", .localTime), named("zoned time", .time),
    named("time with time zone", .time), named("local datetime", .localDateTime),
    named("timestamp without time zone", .localDateTime), named("zoned datetime", .dateTime),
    named("timestamp with time zone", .dateTime), named("timestamp", .localDateTime),
    named("duration", .duration), named("map", .map), named("list", .list(.any)),
    named("array", .list(.any)),
  ]

  private static func named(
    _ words: String, _ type: PropertyType
  ) -> (words: [String], type: PropertyType) {
    (words.split(separator: " ").map(String.init), type)
  }

  /// What to use instead of a type that is not read, by the words that name it.
  static let unsupported: [(words: [String], advice: String)] =
    each(
      """
      int8 int16 int32 int128 int256 integer8 integer16 integer32 integer128 integer256 smallint \
      uint uint8 uint16 uint32 uint64 uint128 uint256 usmallint ubigint
      """, "use INTEGER, which has 64 bits")
    + each("float16 float32 float128 float256 real", "use FLOAT, which has 64 bits")
    + each("decimal dec numeric", "use FLOAT, or STRING with MATCHES to keep the digits")
    + each("bytes binary varbinary", "use STRING")
    + each("time", "use LOCAL TIME or ZONED TIME")
    + each("datetime", "use LOCAL DATETIME or ZONED DATETIME")
    + each("record", "use MAP")
    + each("node vertex edge relationship path graph table", "declare an edge type instead")
    + each("null nothing", "leave the property out")
    + [
      (["small", "integer"], "use INTEGER, which has 64 bits"),
      (["unsigned", "integer"], "use INTEGER, which has 64 bits"),
      (["binding", "table"], "declare an edge type instead"),
    ]

  private static func each(
    _ names: String, _ advice: String
  ) -> [(words: [String], advice: String)] {
    names.split(separator: " ").map { (words: [String($0)], advice: advice) }
  }

  /// Names from elsewhere, and what they are called here.
  static let foreign: [String: String] = [
    "text": "STRING", "str": "STRING", "uri": "STRING", "url": "STRING", "long": "INTEGER",
    "number": "FLOAT", "instant": "ZONED DATETIME", "year": "PARTIAL DATE", "object": "MAP",
    "json": "MAP", "set": "LIST", "logical": "BOOL", "interval": "DURATION",
  ]
}
