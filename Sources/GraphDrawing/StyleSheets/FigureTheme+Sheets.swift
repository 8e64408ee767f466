// SPDX-License-Identifier: Apache-2.0

extension FigureTheme {
  static let printSheet = """
    /* Ink on white paper: outlines keep their colours, which paper may lose. */
    @figure {
      text: #000000; quiet: #404040; link: #000000; rule: #808080; outline: #000000;
      ended-line: #767676; ended-fill: #FFFFFF;
    }
    * { fill: #FFFFFF; }
    -*-> { stroke: #1A1A1A; }
    """

  static let monoSheet = """
    /* Shape, dashes and width tell types apart; greys only help. */
    @figure {
      text: #000000; quiet: #404040; link: #000000; rule: #808080; outline: #000000;
      ended-line: #767676; ended-fill: #FFFFFF;
    }
    * { fill: #FFFFFF; stroke: #000000; }
    StateGroup, Organisation, Agreement, Strategy, PolicyArea, Event { fill: #EBEBEB; }
    Programme, Dialogue { fill: #D9D9D9; }
    """

  static let darkSheet = """
    /* The hues of the default theme, dark behind light text, light as outlines. */
    @figure {
      paper: #16191D; text: #ECECEC; quiet: #B8BDC3; link: #8AB8FF; rule: #4A4F57;
      outline: #D6D6D6; ended-line: #8C9199; ended-fill: #1E2227;
    }
    * { fill: #262A30; stroke: #D6D6D6; }
    -*-> { stroke: #C8CCD1; }
    State { fill: #22262B; }
    StateGroup { fill: #33383F; }
    Organisation { fill: #10344C; stroke: #6DB9E8; }
    Programme, Project { fill: #42300A; stroke: #E8B04A; }
    Agreement, Strategy { fill: #45203A; stroke: #E39AC6; }
    AgreementType, Plan { fill: #16191D; stroke: #E39AC6; }
    Document { fill: #16191D; stroke: #C4C4C4; }
    PolicyArea { fill: #0B3B30; stroke: #4FC9A4; }
    Topic { fill: #16191D; stroke: #4FC9A4; }
    Dialogue { fill: #4A2408; stroke: #F09A5C; }
    Event { fill: #33363B; stroke: #C4C4C4; }
    Source { fill: #16191D; stroke: #B0B0B0; }
    """
}
