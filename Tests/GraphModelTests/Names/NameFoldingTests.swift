// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Testing

@Suite struct NameFoldingTests {
  @Test(arguments: [
    ("Kazakhstan", "kazakhstan"),
    ("Türkiye", "turkiye"),
    ("TÜRKİYE", "turkiye"),
    ("Côte d’Ivoire", "cote divoire"),
    ("Côte d'Ivoire", "cote divoire"),
    ("EU–Central Asia", "eu central asia"),
    ("  EU -- Central   Asia ", "eu central asia"),
    ("Łódź", "lodz"),
    ("Straße", "strasse"),
    ("Ærø", "aero"),
    ("Қазақстан", "казакстан"),
    ("Кыргызстан", "кыргызстан"),
    ("ЁЛКА", "елка"),
    ("Ελλάς", "ελλασ"),
    ("BOMCA-10", "bomca 10"),
    ("e\u{301}cole", "ecole"),
    ("—", ""),
    ("", ""),
  ])
  func folds(_ name: String, _ expected: String) {
    #expect(NameFolding.folded(name) == expected)
  }

  @Test func isIdempotent() {
    for name in ["Türkiye", "EU–Central Asia", "Қазақстан", "Straße", "日本 語"] {
      let once = NameFolding.folded(name)
      #expect(NameFolding.folded(once) == once)
    }
  }
}
