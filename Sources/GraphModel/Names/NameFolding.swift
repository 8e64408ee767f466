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
    var name = String(name)
    return name.withUTF8(foldedASCII) ?? foldedUnicode(name)
  }

  /// Most names are ASCII and need no properties of letters; nil for any other.
  private static func foldedASCII(_ utf8: UnsafeBufferPointer<UInt8>) -> String? {
    if utf8.contains(where: { $0 >= 0x80 }) { return nil }
    return String(unsafeUninitializedCapacity: utf8.count) { fold(utf8, into: $0) }
  }

  /// Folds a name that is ASCII into the beginning of an array, which grows where it must.
  /// - Returns: the length of the folded form; nil for any other name.
  static func fold(_ utf8: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) -> Int? {
    if utf8.contains(where: { $0 >= 0x80 }) { return nil }
    if folded.count < utf8.count { folded = [UInt8](repeating: 0, count: 2 * utf8.count) }
    return folded.withUnsafeMutableBufferPointer { fold(utf8, into: $0) }
  }

  /// Folds ASCII into a buffer that is as long; returns the length of the folded form.
  private static func fold(
    _ utf8: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var isBetweenWords = false
    for byte in utf8 {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
      let isWord = (lower >= 0x61 && lower <= 0x7A) || (lower >= 0x30 && lower <= 0x39)
      if isWord {
        // A space stands for at least one byte that was left out, so there is room for it.
        if isBetweenWords, count > 0 {
          folded[count] = 0x20
          count += 1
        }
        folded[count] = lower
        count += 1
        isBetweenWords = false
      } else if byte != 0x27 {
        isBetweenWords = true
      }
    }
    return count
  }

  private static func foldedUnicode(_ name: String) -> String {
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
