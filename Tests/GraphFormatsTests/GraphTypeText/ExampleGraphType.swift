// SPDX-License-Identifier: Apache-2.0

import Testing

/// A graph type text that is right.
struct ExampleGraphType: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  /// In all forms of the grammar.
  static let all = [
    ExampleGraphType(testDescription: "visual form", text: visual),
    ExampleGraphType(testDescription: "visual form with names", text: named),
    ExampleGraphType(testDescription: "form in words", text: words),
    ExampleGraphType(testDescription: "our extensions", text: extended),
    ExampleGraphType(testDescription: "the rest of the standard", text: standard),
  ]

  static let visual = """
    CREATE GRAPH TYPE cooperation AS {
      (s:State => {iso STRING NOT NULL, name STRING NOT NULL}),
      (p:Programme => {name STRING NOT NULL, startDate DATE, endDate DATE}),
      (a:PolicyArea => {code STRING NOT NULL}),
      (s)-[:PARTICIPATES_IN {since DATE, source STRING NOT NULL}]->(p),
      (p)-[:COVERS]->(a) }
    """

  static let named = """
    CREATE OR REPLACE PROPERTY GRAPH TYPE coop AS {
      NODE TYPE StateType (s:State => :Actor {iso STRING NOT NULL}),
      NODE TYPE DialogueType (d:Dialogue),
      DIRECTED EDGE TYPE MemberOf (s)-[:MEMBER_OF {since DATE}]->(d),
      UNDIRECTED EDGE TYPE Borders (s)~[:BORDERS]~(s) }
    """

  static let words = """
    CREATE GRAPH TYPE coop AS { NODE State LABEL State {iso STRING NOT NULL} AS s,
      NODE Programme LABEL Programme AS p,
      DIRECTED EDGE PartIn LABEL PARTICIPATES_IN {since DATE} CONNECTING (s TO p) }
    """

  static let extended = #"""
    // comments: //, --, /* */
    CREATE GRAPH TYPE eu_central_asia AS {
      ABSTRACT NODE TYPE Instrument (:Instrument {
        status STRING IN ['initialled', 'signed', 'in force', 'ended'] -- a comment
      }),
      NODE TYPE Programme (:Programme {
        budget INTEGER, currency STRING MATCHES '^[A-Z]{3}$',
        iatiSectors LIST<STRING>, announced PARTIAL DATE
      }) EXTENDS Instrument,
      NODE TYPE State (:State {isoAlpha2 STRING NOT NULL UNIQUE MATCHES '^[A-Z]{2}$'})
        KEY (isoAlpha2),
      NODE TYPE StateGroup (:StateGroup), NODE TYPE PolicyArea (:PolicyArea {`a b` STRING}),
      DIRECTED EDGE TYPE COVERS (:Programme)-[:COVERS {role STRING}]->(:State|StateGroup),
      DIRECTED EDGE TYPE PHASE_OF (:Programme)-[:PHASE_OF]->(:Programme) OUT 0..1, /* one */
      DIRECTED EDGE TYPE BROADER (:PolicyArea)-[:BROADER]->(:PolicyArea) IN 0..* OUT 0..2
    }
    """#

  static let standard = """
    CREATE PROPERTY GRAPH TYPE IF NOT EXISTS "everything" {
      VERTEX TYPE A LABELS A & B {a BOOLEAN, b STRING(2, 4) NOT NULL, c TIMESTAMP WITH TIME ZONE},
      (x IS C => IS D & E {f DOUBLE PRECISION, g INT LIST, h LIST<LIST<DATE>>}) ,
      NODE F { d DURATION, e ANY VALUE IN [1, 'x', 2.5, DATE '2020-02-29'] } AS f,
      RELATIONSHIP R (x)<-[LABEL R]-(f), EDGE TYPE S (:A|C)->(), ()~[:T IMPLIES]~(:A&B),
      UNDIRECTED RELATIONSHIP TYPE U {level INTEGER IN [-1, +1]} CONNECTING (x ~ f)
    };
    """
}
