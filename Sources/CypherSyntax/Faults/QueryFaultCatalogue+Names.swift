// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

// What the codes about names, functions and values mean.

extension QueryFaultCatalogue {
  static let names: [DiagnosticCatalogue.Entry] = [
    entry(
      .undefinedVariable, "Unknown variable",
      explanation: """
        A variable is used that no clause before has made, or that a WITH has not handed on. The
        message lists those in scope.
        """,
      example: "MATCH (s:State) RETURN state.name",
      correction: "MATCH (s:State) RETURN s.name"),
    entry(
      .variableAlreadyBound, "Variable made twice",
      explanation: "A clause makes a variable that there is already. Choose another name.",
      example: "MATCH (s:State) UNWIND [1, 2] AS s RETURN s",
      correction: "MATCH (s:State) UNWIND [1, 2] AS n RETURN s, n"),
    entry(
      .variableTypeConflict, "Variable of another kind",
      explanation: "A variable is a node in one place and an edge or a path in another.",
      example: "MATCH (s:State)-[s]->(d) RETURN d",
      correction: "MATCH (s:State)-[e]->(d) RETURN d"),
    entry(
      .invalidArgumentType, "Value of the wrong kind",
      explanation: """
        A function, an operator or a clause gets a value of a kind that it has no use for. The
        message says what it takes.
        """,
      example: "MATCH (s:State) RETURN length(s)",
      correction: "MATCH p = (s:State)-->() RETURN length(p)"),
    entry(
      .invalidArgumentValue, "Value that a function cannot take",
      explanation: """
        The kind of the value may fit, but not what it says: a text that is no date, a field that a
        date does not have, a time zone that nobody knows.
        """,
      example: "RETURN date('yesterday')",
      correction: "RETURN date('2019-12-04')"),
    entry(
      .invalidNumberOfArguments, "Too many or too few arguments",
      explanation: "Every function takes a certain number of arguments.",
      example: "MATCH (s:State) RETURN toUpper(s.name, 3)",
      correction: "MATCH (s:State) RETURN toUpper(s.name)"),
    entry(
      .invalidArgumentPassingMode, "Procedure without parentheses",
      explanation: """
        Only a CALL that is the whole query may leave out the parentheses of its arguments.
        """,
      example: "MATCH (s:State) CALL db.labels YIELD label RETURN label",
      correction: "MATCH (s:State) CALL db.labels() YIELD label RETURN label"),
    entry(
      .ambiguousAggregationExpression, "Value beside an aggregate",
      explanation: """
        Where rows are grouped, an expression that holds an aggregate may use only what the rows
        are grouped by.
        """,
      example: "MATCH (s:State)-->(d) RETURN s.name + count(d)",
      correction: "MATCH (s:State)-->(d) WITH s, count(d) AS n RETURN s.name + n"),
    entry(
      .invalidAggregation, "Aggregate in a place that has none",
      explanation: """
        count, sum, collect and their kin stand among the columns of WITH and RETURN. To filter by
        one, hand it on first.
        """,
      example: "MATCH (s:State) WHERE count(s) > 1 RETURN s",
      correction: "MATCH (s:State) WITH count(s) AS n WHERE n > 1 RETURN n"),
    entry(
      .nestedAggregation, "Aggregate within an aggregate",
      explanation: """
        An aggregate cannot take another one. Do it in two steps, with WITH between them.
        """,
      example: "MATCH (s:State) RETURN sum(count(s))",
      correction: "MATCH (s:State) WITH s, count(*) AS n RETURN sum(n)"),
    entry(
      .nonConstantExpression, "Value that changes from row to row",
      explanation: """
        SKIP, LIMIT and the number of paths are one value for the whole query, so that they take
        numbers and parameters, not variables. An aggregate takes no value that is random.
        """,
      example: "MATCH (s:State) RETURN s LIMIT size(s.name)",
      correction: "MATCH (s:State) RETURN s LIMIT 10"),
    entry(
      .negativeIntegerArgument, "Number below zero",
      explanation: "Rows, characters and decimal places are counted from zero.",
      example: "MATCH (s:State) RETURN s LIMIT -1",
      correction: "MATCH (s:State) RETURN s LIMIT 1"),
    entry(
      .invalidParameterUse, "Parameter in the place of properties",
      explanation: """
        A pattern that is looked for takes its properties one by one. A parameter may be the value
        of one.
        """,
      example: "MATCH (s:State $properties) RETURN s",
      correction: "MATCH (s:State {name: $name}) RETURN s"),
    entry(
      .unknownFunction, "Unknown function",
      explanation: """
        The language has no function of this name. The guide's page on querying lists all of them.
        """,
      example: "MATCH (s:State) RETURN toUper(s.name)",
      correction: "MATCH (s:State) RETURN toUpper(s.name)"),
    entry(
      .procedureNotFound, "Unknown procedure",
      explanation: "CALL knows no procedure of this name.",
      example: "CALL db.lables()",
      correction: "CALL db.labels()"),
    entry(
      .missingParameter, "Parameter without a value",
      explanation: """
        The query has a parameter, and the command gives no value for it. Write name=value after
        the query.
        """,
      example: "entente query 'MATCH (s:State {isoAlpha2: $code}) RETURN s'",
      correction: "entente query 'MATCH (s:State {isoAlpha2: $code}) RETURN s' code=KZ"),
    entry(
      .mapElementAccessByNonString, "Map asked for something other than a string",
      explanation: "The entries of a map are found by their names.",
      example: "WITH {first: 1} AS map RETURN map[0]",
      correction: "WITH {first: 1} AS map RETURN map['first']"),
    entry(
      .listElementAccessByNonInteger, "List asked for something other than an integer",
      explanation: """
        The members of a list are found by their places: from 0, or from the end with -1.
        """,
      example: "RETURN [1, 2]['first']",
      correction: "RETURN [1, 2][0]"),
    entry(
      .numberOutOfRange, "Number out of its range",
      explanation: """
        The step of range() is not 0, a percentile lies between 0 and 1, and years have nine digits
        at most.
        """,
      example: "RETURN range(1, 5, 0)",
      correction: "RETURN range(1, 5, 2)"),
    entry(
      .divisionByZero, "Division by zero",
      explanation: "An integer was divided by the integer 0. Floats have an infinity and give it.",
      example: "RETURN 1 / 0",
      correction: "RETURN 1 / 0.0"),
    entry(
      .arithmeticOverflow, "Beyond 64 bits",
      explanation: """
        The result of a calculation with integers has no room in 64 bits, or a date or a duration
        is beyond what can be held. Calculate with floats where exactness is not needed.
        """,
      example: "RETURN 9223372036854775807 + 1",
      correction: "RETURN 9223372036854775807 + 1.0"),
    entry(
      .invalidRegularExpression, "Not a regular expression",
      explanation: """
        What stands behind =~ is not a pattern of text. The message says where it goes wrong.
        """,
      example: "MATCH (s:State) WHERE s.name =~ '(' RETURN s",
      correction: "MATCH (s:State) WHERE s.name =~ '.*stan' RETURN s"),
  ]
}
