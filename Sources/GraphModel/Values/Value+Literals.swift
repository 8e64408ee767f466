// SPDX-License-Identifier: Apache-2.0

/// Values as literals of Swift: `["year": 2012, "names": ["Poland", "Norway"]]`.
///
/// Null is ``Value/null``: `nil` stands for "no value at all" wherever there may be none.
extension Value: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .float(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }

  /// A map; where a key comes twice, the last one stays.
  public init(dictionaryLiteral elements: (String, Value)...) { self = .map(ValueMap(elements)) }
}
