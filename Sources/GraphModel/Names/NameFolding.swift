// SPDX-License-Identifier: Apache-2.0

/// Brings names that a reader takes for the same to one form: case, diacritics, punctuation and
/// spacing are left out, so "Türkiye" and "TURKIYE", "Czech–Polish" and "czech polish" agree.
///
/// Letters of other scripts are kept; nothing is transliterated.
public enum NameFolding {
  /// The folded form: lower-case letters and digits in words separated by one space.
  ///
  /// Complexity: linear in the length of the name.
  public static func folded(_ name: some StringProtocol) -> String {
    var folded = String.UnicodeScalarView()
    var isBetweenWords = false
    for scalar in name.unicodeScalars {
      if scalar.isASCII {
        append(scalar.lowerASCII, to: &folded, isBetweenWords: &isBetweenWords)
        continue
      }
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        if lower.properties.generalCategory == .nonspacingMark { continue }
        if let letters = ligatures[lower] {
          for letter in letters.unicodeScalars {
            append(letter, to: &folded, isBetweenWords: &isBetweenWords)
          }
        } else {
          append(bases[lower] ?? lower, to: &folded, isBetweenWords: &isBetweenWords)
        }
      }
    }
    return String(folded)
  }

  private static func append(
    _ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView,
    isBetweenWords: inout Bool
  ) {
    let isWord =
      scalar.isASCII
      ? scalar.isLetterOrDigitASCII
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    if isWord {
      if isBetweenWords, !folded.isEmpty { folded.append(" ") }
      folded.append(scalar)
      isBetweenWords = false
    } else if scalar != "'" && scalar != "\u{2019}" {
      // An apostrophe joins what it stands between; everything else separates words.
      isBetweenWords = true
    }
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij",
  ]

  /// Each group is a base letter followed by the letters that fold to it.
  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in groups.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let base = group.unicodeScalars.first else { continue }
      for letter in group.unicodeScalars.dropFirst() { bases[letter] = base }
    }
    return bases
  }()

  private static let groups = """
    aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ bƀḃḅḇ cçćĉċčḉ dðďđḋḍḏḑḓ eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ fḟ
    gĝğġģǧǵḡ hĥħȟḣḥḧḩḫẖ iìíîïĩīĭįıǐȉȋḭḯỉị jĵǰ kķǩḱḳḵ lĺļľłḷḹḻḽ mḿṁṃ nñńņňŋǹṅṇṉṋ
    oòóôõöøōŏőơǒǫǭȍȏȫȭȯȱɵṍṏṑṓọỏốồổỗộớờởỡợ pṕṗ rŕŗřȑȓṙṛṝṟ sśŝşšșṡṣṥṧṩ tţťŧțṫṭṯṱẗ
    uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự vṽṿ wŵẁẃẅẇẉẘ xẋẍ yýÿŷȳẏẙỳỵỷỹ zźżžẑẓẕ æǣǽ øǿ ſẛ ʒǯ
    αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ εέἐἑἒἓἔἕὲέ ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ ιΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ
    οόὀὁὂὃὄὅὸό ρῤῥ σς υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ аӑӓ гѓғ еѐёӗ жӂӝ зӟ
    ийіѝӣӥ кќқҝҟҡ нңҥ оӧө уўүұӯӱӳ хҳһ чҷҹӵ ыӹ эӭ ії әӛ өӫ
    """
}

extension Unicode.Scalar {
  fileprivate var lowerASCII: Unicode.Scalar {
    value >= 0x41 && value <= 0x5A ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }

  fileprivate var isLetterOrDigitASCII: Bool {
    (value >= 0x61 && value <= 0x7A) || (value >= 0x41 && value <= 0x5A)
      || (value >= 0x30 && value <= 0x39)
  }
}
