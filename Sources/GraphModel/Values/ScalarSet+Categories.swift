// SPDX-License-Identifier: Apache-2.0

extension ScalarSet {
  /// The scalars of a category by its name in a pattern: `L`, `Lu`, `IsAlphabetic`, `Alpha`; nil
  /// when the name is none.
  ///
  /// The names of POSIX are of ASCII, those of Unicode of all scalars. The first use of a category
  /// looks at every scalar.
  static func category(named name: String) -> ScalarSet? {
    if let known = known.value(for: name) { return known }
    guard let set = ascii(named: name) ?? unicode(named: name) else { return nil }
    known.insert(set, for: name)
    return set
  }

  private static let known = GuardedDictionary<ScalarSet>(capacity: 128)

  private static func ascii(named name: String) -> ScalarSet? {
    switch name {
    case "Lower": ScalarSet([0x61...0x7A])
    case "Upper": ScalarSet([0x41...0x5A])
    case "Alpha": ScalarSet([0x41...0x5A, 0x61...0x7A])
    case "Digit": digits
    case "Alnum": ScalarSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A])
    case "Punct": ScalarSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])
    case "Space": spaces
    case "ASCII": ScalarSet([0...0x7F])
    default: nil
    }
  }

  private static func unicode(named name: String) -> ScalarSet? {
    switch name {
    case "IsAlphabetic": matching { $0.isAlphabetic }
    case "IsUppercase": matching { $0.isUppercase }
    case "IsLowercase": matching { $0.isLowercase }
    case "IsWhite_Space": matching { $0.isWhitespace }
    case "IsDigit": matching { $0.generalCategory == .decimalNumber }
    default: general(named: name)
    }
  }

  /// A category of two letters, or of one for all that begin with it.
  private static func general(named name: String) -> ScalarSet? {
    let name = name.hasPrefix("Is") ? name.dropFirst(2) : name[...]
    let categories = generalCategories.filter { $0.name.hasPrefix(name) }.map(\.category)
    guard (1...2).contains(name.utf8.count), !categories.isEmpty else { return nil }
    return ScalarSet(categoryRuns.filter { categories.contains($0.category) }.map(\.range))
  }

  private static func matching(
    _ isMember: (Unicode.Scalar.Properties) -> Bool
  ) -> ScalarSet {
    ScalarSet(runs(of: isMember).filter(\.value).map(\.range))
  }

  /// The stretches of scalars of one category, found once for all categories.
  private static let categoryRuns = runs { $0.generalCategory }
    .map { (range: $0.range, category: $0.value) }

  /// The stretches of scalars that a property has one value for. Surrogates are in none.
  private static func runs<Property: Equatable>(
    of property: (Unicode.Scalar.Properties) -> Property
  ) -> [(range: ClosedRange<UInt32>, value: Property)] {
    var runs: [(range: ClosedRange<UInt32>, value: Property)] = []
    func append(_ range: ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(range.lowerBound) else { return }
      let value = property(scalar.properties)
      if let last = runs.last, last.range.upperBound + 1 == range.lowerBound, last.value == value {
        runs[runs.count - 1].range = last.range.lowerBound...range.upperBound
      } else {
        runs.append((range, value))
      }
    }
    for value in 0...UInt32(0x3FFFF) { append(value...value) }
    // Ten planes have no character yet; the last two are for private use but for their ends.
    append(0x40000...0xDFFFF)
    for value in 0xE0000...UInt32(0xE0FFF) { append(value...value) }
    append(0xE1000...0xEFFFF)
    for plane in [0xF0000, 0x100000] as [UInt32] {
      append(plane...(plane + 0xFFFD))
      append((plane + 0xFFFE)...(plane + 0xFFFF))
    }
    return runs
  }

  private static let generalCategories: [(name: String, category: Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
    ("Lm", .modifierLetter), ("Lo", .otherLetter), ("Mn", .nonspacingMark),
    ("Mc", .spacingMark), ("Me", .enclosingMark), ("Nd", .decimalNumber), ("Nl", .letterNumber),
    ("No", .otherNumber), ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation),
    ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation),
    ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol),
    ("Sc", .currencySymbol), ("Sk", .modifierSymbol), ("So", .otherSymbol),
    ("Zs", .spaceSeparator), ("Zl", .lineSeparator), ("Zp", .paragraphSeparator),
    ("Cc", .control), ("Cf", .format), ("Co", .privateUse), ("Cn", .unassigned),
  ]
}

extension ScalarSet {
  /// The set with every letter in all its cases.
  ///
  /// Linear in the number of letters that have cases.
  var ignoringCase: ScalarSet {
    var added: [ClosedRange<UInt32>] = []
    for (first, second) in ScalarSet.casePairs {
      if contains(first) { added.append(second.value...second.value) }
      if contains(second) { added.append(first.value...first.value) }
    }
    return added.isEmpty ? self : ScalarSet(ranges + added)
  }

  /// Each letter with its other case, where that is one scalar.
  private static let casePairs: [(Unicode.Scalar, Unicode.Scalar)] = {
    var pairs: [(Unicode.Scalar, Unicode.Scalar)] = []
    // No script beyond has cases.
    for value in 0x41...UInt32(0x1E943) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isCased else { continue }
      for mapping in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
        let mapped = mapping.unicodeScalars
        if mapped.count == 1, let other = mapped.first, other != scalar {
          pairs.append((scalar, other))
        }
      }
    }
    return pairs
  }()
}
