// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// The wording of all findings about briefs.
enum BriefMessages {
  private static func finding(
    _ code: BriefCatalogue.Code, _ message: String, _ location: SourceLocation?,
    severity: Diagnostic.Severity = .error, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: code.rawValue, severity: severity, message: message, at: location, help: help)
  }

  /// The user's text, cut where it is long.
  private static func shown(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(text.unicodeScalars.prefix(59)) + "…"
  }

  private static func listed(_ names: [String]) -> String { names.joined(separator: ", ") }

  // MARK: The file

  static func tooLarge(_ size: Int, limit: Int, name: String) -> Diagnostic {
    finding(
      .unreadable, "the brief has \(size) bytes, and at most \(limit) are read",
      SourceLocation(file: name))
  }

  static func notUTF8(at location: SourceLocation) -> Diagnostic {
    finding(
      .unreadable, "these bytes are not UTF-8", location, help: "save it as UTF-8 in the editor")
  }

  static func nestedTooDeeply(limit: Int, at location: SourceLocation) -> Diagnostic {
    finding(
      .nestedTooDeeply, "more than \(limit) quotations, lists and emphases stand in each other",
      location)
  }

  static func tooManyParts(limit: Int, at location: SourceLocation) -> Diagnostic {
    finding(.unreadable, "the brief has more than \(limit) parts", location)
  }

  static func tooManyQuestions(limit: Int, at location: SourceLocation) -> Diagnostic {
    finding(.unreadable, "the brief asks more than \(limit) questions", location)
  }

  // MARK: Front matter

  static func tooLongFrontMatter(limit: Int, at location: SourceLocation) -> Diagnostic {
    finding(.frontMatterBroken, "the front matter has more than \(limit) bytes", location)
  }

  /// A finding of the reader of YAML.
  static func brokenFrontMatter(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.code = BriefCatalogue.Code.frontMatterBroken.rawValue
    return diagnostic
  }

  static func frontMatterWithoutKeys(at location: SourceLocation) -> Diagnostic {
    finding(
      .frontMatterBroken, "front matter consists of keys with values", location,
      help: "write 'title: …'")
  }

  static func unknownFrontMatterKey(
    _ key: String, among keys: [String], at location: SourceLocation
  ) -> Diagnostic {
    finding(
      .unknownFrontMatterKey, "a brief has no key '\(shown(key))'", location, severity: .warning,
      help: Suggestion.didYouMean(key, among: keys) ?? "the keys are \(listed(keys))")
  }

  static func valueNotText(_ key: String, at location: SourceLocation) -> Diagnostic {
    finding(.badFrontMatterValue, "'\(key)' takes one text", location)
  }

  static func badFrontMatterDate(_ text: String, at location: SourceLocation) -> Diagnostic {
    finding(
      .badFrontMatterValue, "'\(shown(text))' is not a date", location,
      help: "write a day, a month or a year: 2019-12-04, 2019-12, 2019")
  }

  static func badLanguage(_ text: String, at location: SourceLocation) -> Diagnostic {
    finding(
      .badFrontMatterValue, "'\(shown(text))' is not the tag of a language", location,
      help: "write a tag such as en, fr-BE or kk-Cyrl")
  }

  static func unspokenLanguage(
    _ text: String, among languages: [String], at location: SourceLocation
  ) -> Diagnostic {
    finding(
      .badFrontMatterValue, "the page has no words in the language '\(shown(text))'", location,
      severity: .warning,
      help: (Suggestion.didYouMean(text, among: languages).map { "\($0) " } ?? "")
        + "its own words are English then; it speaks \(listed(languages))")
  }

  // MARK: Options of blocks

  static func unknownKey(_ option: BriefOption) -> Diagnostic {
    finding(
      .unknownKey, "a block has no option '\(shown(option.key))'", option.keyPlace,
      help: Suggestion.didYouMean(option.key, among: BriefOptionKey.names)
        ?? "the options are \(listed(BriefOptionKey.names))")
  }

  static func repeatedKey(_ option: BriefOption) -> Diagnostic {
    finding(.repeatedKey, "'\(shown(option.key))' is given twice", option.keyPlace)
  }

  static func emptyValue(_ option: BriefOption) -> Diagnostic {
    finding(.badValue, "'\(shown(option.key))' has no value", option.valuePlace)
  }

  static func tooLongValue(_ option: BriefOption, limit: Int) -> Diagnostic {
    finding(
      .badValue, "the value of '\(shown(option.key))' has more than \(limit) bytes",
      option.valuePlace)
  }

  static func badLabel(_ option: BriefOption) -> Diagnostic {
    finding(
      .badValue, "'\(shown(option.value))' cannot be a label", option.valuePlace,
      help: "begin with a letter and go on with letters, digits, '-', '_', '.' or ':'")
  }

  static func badWidth(_ option: BriefOption) -> Diagnostic {
    finding(
      .badValue, "'\(shown(option.value))' is not a width", option.valuePlace,
      help: "write a share of the text such as 80%, or a length in \(lengthUnits)")
  }

  private static let lengthUnits = BriefLength.Unit.allCases.filter { $0 != .percent }
    .map(\.rawValue).joined(separator: ", ")

  static func badDate(_ option: BriefOption) -> Diagnostic {
    finding(
      .badValue, "'\(shown(option.value))' is not a date", option.valuePlace,
      help: "write a day, a month or a year: 2019-12-04, 2019-12, 2019")
  }

  static func unknownPart(_ name: String, _ option: BriefOption) -> Diagnostic {
    let parts = BriefBlock.Part.allCases.map(\.rawValue)
    return finding(
      .badValue, "a block cannot show '\(shown(name))'", option.valuePlace,
      help: Suggestion.didYouMean(name, among: parts) ?? "it can show \(listed(parts))")
  }

  static func repeatedPart(_ name: String, _ option: BriefOption) -> Diagnostic {
    finding(.badValue, "'\(shown(name))' is to be shown twice", option.valuePlace)
  }

  static func unexpectedAttribute(_ text: String, at location: SourceLocation) -> Diagnostic {
    finding(
      .malformedAttributes, "'\(shown(text))' is not an attribute", location,
      help: "attributes stand in braces: {.entente #fig-name key=\"value\"}")
  }

  static func tooManyAttributes(_ limit: Int, at location: SourceLocation) -> Diagnostic {
    finding(.malformedAttributes, "the block has more than \(limit) attributes", location)
  }

  static func unclosedBrace(at location: SourceLocation) -> Diagnostic {
    finding(
      .malformedAttributes, "the attributes that begin here have no end", location,
      help: "end them with } on the same line")
  }

  static func optionWithoutColon(at location: SourceLocation) -> Diagnostic {
    finding(
      .malformedAttributes, "an option is a key, a colon and a value", location,
      help: "write '#| caption: …'")
  }

  static func lateOption(at location: SourceLocation) -> Diagnostic {
    finding(
      .malformedAttributes, "options stand before the command", location,
      help: "move the line to the start of the block")
  }

  // MARK: Commands

  static func unclosedQuote(at location: SourceLocation) -> Diagnostic {
    finding(.unclosedQuote, "the quote that begins here has no end", location)
  }

  static func emptyBlock(at location: SourceLocation) -> Diagnostic {
    finding(
      .emptyCommand, "the block asks nothing", location,
      help: "write a command without the name of the program, such as 'list programmes'")
  }

  static func emptyQuotation(at location: SourceLocation) -> Diagnostic {
    finding(
      .emptyCommand, "the code asks nothing", location,
      help: "write a command, such as `entente path kazakhstan icmpd`{.entente}")
  }

  static func tooManyWords(_ limit: Int, at location: SourceLocation) -> Diagnostic {
    finding(.commandTooLong, "the command has more than \(limit) words", location)
  }

  static func tooLongBody(_ size: Int, limit: Int, at location: SourceLocation) -> Diagnostic {
    finding(.commandTooLong, "the block has \(size) bytes, and at most \(limit) are read", location)
  }

  static func unknownForm(_ word: BriefWord) -> Diagnostic {
    let forms = BriefQuotation.Form.allCases.map(\.rawValue)
    return finding(
      .unknownForm,
      word.text.isEmpty
        ? "'--format' names no form"
        : "an answer within a sentence cannot be '\(shown(word.text))'",
      word.place,
      help: Suggestion.didYouMean(word.text, among: forms) ?? "it can be \(listed(forms))")
  }

  // MARK: Labels, references and marks

  static func repeatedLabel(_ label: String, at location: SourceLocation, first: SourceLocation)
    -> Diagnostic
  {
    var diagnostic = finding(
      .repeatedLabel, "another block has the label '\(shown(label))'", location,
      help:
        "a label stands for the figure (fig-) and the table (tbl-) of its block; choose another "
        + "word for this one")
    diagnostic.notes = [Diagnostic.Note("the first stands here", at: first)]
    return diagnostic
  }

  static func unknownReference(
    _ reference: String, among labels: [String], at location: SourceLocation
  ) -> Diagnostic {
    finding(
      .unknownReference, "nothing has the label '\(shown(reference))'", location,
      help: Suggestion.didYouMean(reference, among: labels)
        ?? (labels.isEmpty
          ? "no block has a label; give one with '#| label: \(shown(reference))'"
          : "the labels are \(listed(Array(labels.prefix(10))))"))
  }

  static func refusedLink(_ address: String, at location: SourceLocation) -> Diagnostic {
    finding(
      .refusedLink, "'\(shown(address))' is not an address that may be linked", location,
      severity: .warning, help: "link to the web, to a place in the document or to mail")
  }

  static func refusedPicture(_ address: String, at location: SourceLocation) -> Diagnostic {
    finding(
      .refusedLink, "the page does not fetch the picture '\(shown(address))'", location,
      severity: .warning, help: "its text stands in its place")
  }

  static func failed(_ fault: BriefFault, of subject: String, at location: SourceLocation)
    -> Diagnostic
  {
    finding(
      .failed, "\(subject): \(fault.message)", fault.place ?? location, help: fault.help)
  }

  static func unansweredPart(_ part: BriefBlock.Part, at location: SourceLocation) -> Diagnostic {
    finding(.failed, "the answer cannot be shown as '\(part.rawValue)'", location)
  }

  static func unfitDrawing(at location: SourceLocation) -> Diagnostic {
    finding(
      .failed, "the figure is not a drawing of shapes, text and links alone", location)
  }

  static func markWithoutEnd(at location: SourceLocation) -> Diagnostic {
    finding(
      .mark, "the mark that begins here has no end", location,
      help: "end it with a line '<!-- entente:end -->'")
  }

  static func endWithoutMark(at location: SourceLocation) -> Diagnostic {
    finding(.mark, "nothing that begins ends here", location)
  }

  static func unknownMark(
    _ label: String, among labels: [String], at location: SourceLocation
  ) -> Diagnostic {
    finding(
      .mark, "no block has the label '\(shown(label))'", location,
      help: Suggestion.didYouMean(label, among: labels))
  }

  static func repeatedMark(_ label: String, at location: SourceLocation) -> Diagnostic {
    finding(.mark, "'\(shown(label))' has a place already", location)
  }
}
