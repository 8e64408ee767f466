// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

// What the codes about the text of a query mean.

extension QueryFaultCatalogue {
  static let text: [DiagnosticCatalogue.Entry] = [
    entry(
      .unexpectedSyntax, "Something else is expected here",
      explanation: """
        The text does not go on as the language does. The caret is under the first word or sign
        that does not fit, and the message says what was expected. A word of the language that
        serves as a name stands in backquotes.
        """,
      example: "MATCH (s:State) RETRUN s.name",
      correction: "MATCH (s:State) RETURN s.name"),
    entry(
      .integerOverflow, "Integer too large",
      explanation: """
        Integers have 64 bits. A larger number is written as a float, with a point or an exponent.
        """,
      example: "RETURN 9223372036854775808",
      correction: "RETURN 9223372036854775808.0"),
    entry(
      .floatingPointOverflow, "Floating-point number too large",
      explanation: "A float goes up to about 1.8e308.",
      example: "RETURN 1e400",
      correction: "RETURN 1e308"),
    entry(
      .invalidNumberLiteral, "Not a number",
      explanation: """
        Digits stand beside something that is none. Hexadecimal numbers begin with 0x, octal ones
        with 0o.
        """,
      example: "RETURN 0x1G",
      correction: "RETURN 0x1F"),
    entry(
      .invalidUnicodeLiteral, "Escape that stands for no character",
      explanation: """
        In a string, \\u takes four hexadecimal digits and \\U eight, and they must be those of a
        character.
        """,
      example: "RETURN '\\u20'",
      correction: "RETURN '\\u0020'"),
    entry(
      .invalidUnicodeCharacter, "Character that the language does not have",
      explanation: """
        Outside strings, names and comments a query has letters, digits and the signs of ASCII.
        Word processors put other quotes, dashes and arrows in their place.
        """,
      example: "RETURN “Kazakhstan”",
      correction: "RETURN \"Kazakhstan\""),
    entry(
      .nestingTooDeep, "Nested too deep",
      explanation: """
        Brackets, patterns and queries may lie about two hundred levels deep within each other, and
        a query has a limited number of clauses. So no text can exhaust the program.
        """,
      example: "RETURN ((((… 300 parentheses …))))"),
    entry(
      .textTooLong, "Query too long",
      explanation: """
        A query has at most a mebibyte of text and half a million words and signs. Hand long lists
        over as parameters.
        """,
      example: "a query of two million bytes"),
    entry(
      .invalidClauseComposition, "Clauses that do not go together",
      explanation: """
        A query ends with RETURN or with a clause that writes. RETURN stands nowhere else, UNION
        and UNION ALL are not mixed, and a query within an expression does not write.
        """,
      example: "MATCH (s:State)",
      correction: "MATCH (s:State) RETURN s"),
    entry(
      .differentColumnsInUnion, "Union of different columns",
      explanation: """
        The queries that UNION joins answer with columns of the same names in the same order.
        """,
      example: "RETURN 1 AS a UNION RETURN 2 AS b",
      correction: "RETURN 1 AS a UNION RETURN 2 AS a"),
    entry(
      .columnNameConflict, "Two columns of one name",
      explanation: "Each column has a name of its own. Give one of them another with AS.",
      example: "RETURN 1 AS a, 2 AS a",
      correction: "RETURN 1 AS a, 2 AS b"),
    entry(
      .noExpressionAlias, "Expression without a name",
      explanation: """
        WITH hands columns on by their names, so that an expression that is not a mere variable
        needs one.
        """,
      example: "MATCH (s:State) WITH s.name RETURN 1",
      correction: "MATCH (s:State) WITH s.name AS name RETURN name"),
    entry(
      .noVariablesInScope, "Nothing that * could stand for",
      explanation: "RETURN * and WITH * hand on all variables in scope, and there are none.",
      example: "MATCH (:State) RETURN *",
      correction: "MATCH (s:State) RETURN *"),
  ]
}
