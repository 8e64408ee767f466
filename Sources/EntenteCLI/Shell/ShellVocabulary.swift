// SPDX-License-Identifier: Apache-2.0

/// The words of the language that a shell completes.
enum ShellVocabulary {
  static let keywords = [
    "ALL", "AND", "ANY", "AS", "ASC", "ASCENDING", "BY", "CALL", "CASE", "CONTAINS", "COUNT",
    "CREATE", "DELETE", "DESC", "DESCENDING", "DETACH", "DISTINCT", "ELSE", "END", "ENDS WITH",
    "EXISTS", "EXPLAIN", "FALSE", "IN", "IS NOT NULL", "IS NULL", "LIMIT", "MATCH", "MERGE", "NONE",
    "NOT", "NULL", "ON CREATE SET", "ON MATCH SET", "OPTIONAL MATCH", "OR", "ORDER BY", "PROFILE",
    "REMOVE", "RETURN", "SET", "SHORTEST", "SINGLE", "SKIP", "STARTS WITH", "THEN", "TRUE", "UNION",
    "UNWIND", "WHEN", "WHERE", "WITH", "XOR", "YIELD",
  ]

  static let functions = [
    "abs", "acos", "asin", "atan", "atan2", "avg", "ceil", "coalesce", "collect", "cos", "cot",
    "count", "date", "datetime", "degrees", "duration", "e", "elementId", "endNode", "exists",
    "exp",
    "floor", "head", "id", "isEmpty", "isNaN", "key", "keys", "labels", "last", "left", "length",
    "localdatetime", "localtime", "log", "log10", "lTrim", "max", "min", "name", "nodes",
    "normalize",
    "percentileCont", "percentileDisc", "pi", "properties", "radians", "rand", "randomUUID",
    "range",
    "reduce", "relationships", "replace", "reverse", "right", "round", "rTrim", "sign", "sin",
    "size",
    "sources", "split", "sqrt", "startNode", "stDev", "stDevP", "substring", "sum", "tail", "tan",
    "time", "toBoolean", "toFloat", "toInteger", "toLower", "toString", "toUpper", "trim", "type",
    "validity", "valueType",
  ]
}
