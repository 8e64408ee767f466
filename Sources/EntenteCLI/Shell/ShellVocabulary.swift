// SPDX-License-Identifier: Apache-2.0

internal import QueryEngine

/// The words of the language that a shell completes.
enum ShellVocabulary {
  static let keywords = [
    "ACYCLIC", "ALL", "ALL SHORTEST", "AND", "ANY", "ANY SHORTEST", "AS", "AS OF", "ASC",
    "ASCENDING", "CALL", "CASE", "CONTAINS", "COST", "COUNT", "CREATE", "DELETE", "DESC",
    "DESCENDING", "DETACH DELETE", "DISTINCT", "ELSE", "END", "ENDS WITH", "EXISTS", "EXPLAIN",
    "FALSE", "FILTER", "FOR", "IN", "IS NOT NULL", "IS NULL", "LET", "LIMIT", "MATCH", "MERGE",
    "NONE", "NOT", "NULL", "OFFSET", "ON CREATE SET", "ON MATCH SET", "OPTIONAL MATCH", "OR",
    "ORDER BY", "PROFILE", "REMOVE", "RETURN", "SET", "SHORTEST", "SIMPLE", "SINGLE", "SKIP",
    "STARTS WITH", "THEN", "TRAIL", "TRUE", "UNION", "UNION ALL", "UNWIND", "WALK", "WHEN", "WHERE",
    "WITH", "XOR", "YIELD",
  ]

  /// What `CALL` knows, by whole names.
  static let procedures = ProcedureCatalogue.standard.names

  /// What stands before the point in their names.
  static let namespaces = Set(procedures.map { String($0.prefix { $0 != "." }) }).sorted()

  /// All that the engine has, and those that the language reads itself.
  static let functions = (FunctionCatalogue.names + ["reduce", "shortestPath", "allShortestPaths"])
    .sorted()
}
