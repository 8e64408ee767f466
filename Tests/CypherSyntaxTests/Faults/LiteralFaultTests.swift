// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("Faults of literals and characters")
struct LiteralFaultTests {
  @Test("each text has its faults, word for word and in their places")
  func faults() {
    expectFaults(Self.faults)
  }

  /// A text with its places marked, and below it, indented, its faults.
  static let faults = #"""
    RETURN a 1️⃣!=2️⃣ b
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '!=', expected '<>' for a comparison
        help: did you mean '<>'?
    RETURN a 1️⃣==2️⃣ b
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '==', expected '=' for a comparison
        help: did you mean '='?
    RETURN 1 1️⃣#2️⃣ 2
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '#', expected the next clause or the end of the query
    RETURN 42 1️⃣—2️⃣ 41
      1️⃣-2️⃣ InvalidUnicodeCharacter: unexpected character '—' (U+2014), expected an operator or the end of the expression
        help: did you mean '-'?
    RETURN 1️⃣“2️⃣abc”
      1️⃣-2️⃣ InvalidUnicodeCharacter: unexpected character '“' (U+201C), expected an expression
        help: did you mean the straight quote "?
    RETURN a 1️⃣≤2️⃣ b
      1️⃣-2️⃣ InvalidUnicodeCharacter: unexpected character '≤' (U+2264), expected the next clause or the end of the query
        help: did you mean '<='?
    RETURN 1️⃣12abc2️⃣
      1️⃣-2️⃣ InvalidNumberLiteral: '12abc' is not a number, expected digits only
    RETURN 1️⃣1_0002️⃣
      1️⃣-2️⃣ InvalidNumberLiteral: '1_000' is not a number, expected digits only
    RETURN 1️⃣0xZ2️⃣
      1️⃣-2️⃣ InvalidNumberLiteral: '0xZ' is not a number, expected hexadecimal digits after '0x'
    RETURN 1️⃣0o82️⃣
      1️⃣-2️⃣ InvalidNumberLiteral: '0o8' is not a number, expected octal digits after '0o'
    RETURN 1️⃣92233720368547758082️⃣
      1️⃣-2️⃣ IntegerOverflow: '9223372036854775808' is too large for an integer, expected a number from -9223372036854775808 to 9223372036854775807
    RETURN -1️⃣92233720368547758092️⃣
      1️⃣-2️⃣ IntegerOverflow: '-9223372036854775809' is too large for an integer, expected a number from -9223372036854775808 to 9223372036854775807
    RETURN 1️⃣0x80000000000000002️⃣
      1️⃣-2️⃣ IntegerOverflow: '0x8000000000000000' is too large for an integer, expected a number from -9223372036854775808 to 9223372036854775807
    RETURN 1️⃣1.34E9992️⃣
      1️⃣-2️⃣ FloatingPointOverflow: '1.34E999' is too large for a floating-point number, expected at most 1.7976931348623157e+308
    RETURN 'a1️⃣\q2️⃣b'
      1️⃣-2️⃣ UnexpectedSyntax: unknown escape '\q' in a string, expected one of \\ \' \" \` \b \f \n \r \t \uhhhh \Uhhhhhhhh
        help: write '\\' for a backslash
    RETURN '1️⃣\uH2️⃣'
      1️⃣-2️⃣ InvalidUnicodeLiteral: '\uH' is not a Unicode escape, expected 4 hexadecimal digits after '\u'
    RETURN '1️⃣\U00001232️⃣'
      1️⃣-2️⃣ InvalidUnicodeLiteral: '\U0000123' is not a Unicode escape, expected 8 hexadecimal digits after '\U'
    RETURN '1️⃣\uD8002️⃣x'
      1️⃣-2️⃣ InvalidUnicodeLiteral: '\uD800' stands for no character, expected a code point up to 10FFFF that is no half of a surrogate pair
    RETURN '1️⃣\U001100002️⃣'
      1️⃣-2️⃣ InvalidUnicodeLiteral: '\U00110000' stands for no character, expected a code point up to 10FFFF that is no half of a surrogate pair
    RETURN 1️⃣'abc2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: the string 'abc' is not closed, expected ' at its end
    RETURN 1️⃣"abc2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: the string 'abc' is not closed, expected " at its end
    RETURN 1️⃣`abc2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: the name 'abc' is not closed, expected ` at its end
    RETURN 1 1️⃣/* abc2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: the comment ' abc' is not closed, expected */ at its end
    RETURN 1️⃣$2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: '$' without a name, expected the name of a parameter after it
    RETURN 1️⃣$`abc2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: the name 'abc' is not closed, expected ` at its end
    MATCH (n) WHERE n. 1️⃣=2️⃣ 1 RETURN n.x, 'abc3️⃣\q4️⃣' UNWIND 5 5️⃣ORDER6️⃣ BY
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '=', expected the name of a property after '.'
      3️⃣-4️⃣ UnexpectedSyntax: unknown escape '\q' in a string, expected one of \\ \' \" \` \b \f \n \r \t \uhhhh \Uhhhhhhhh
        help: write '\\' for a backslash
      5️⃣-6️⃣ UnexpectedSyntax: unexpected 'ORDER', expected AS and a name
    """#
}
