// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// What is wrong with one question, in lines for standard error.
struct PandocComplaint: Error {
  let lines: [String]
}

/// How faults name a question: the document, the line where it is known, the label or what stands
/// for one.
struct PandocSubject {
  private let file: String
  private let line: Int?
  private var label: String

  /// - Parameter ordinal: which of its kind the question is, from 1.
  init(_ question: PandocQuestion, ordinal: Int, document: String) {
    file = question.file.flatMap { $0.isEmpty ? nil : $0 } ?? document
    line = question.line
    let identifier = question.attributes.identifier
    let kind = question.kind == .block ? "block" : "inline code"
    label = identifier.isEmpty ? Self.label(in: question.text) ?? "\(kind) \(ordinal)" : identifier
  }

  /// The label that a line of options gives, also where another line is at fault.
  private static func label(in body: String) -> String? {
    for line in body.prefix(4_000).split(separator: "\n").prefix(20) {
      guard line.hasPrefix("#|") else { return nil }
      let option = line.dropFirst(2).split(separator: ":", maxSplits: 1)
      let words = option.map { $0.split(separator: " ").joined(separator: " ") }
      if words.count == 2, words[0] == "label", BriefLabel(words[1]).isWellFormed {
        return words[1]
      }
    }
    return nil
  }

  func named(_ label: String?) -> PandocSubject {
    var subject = self
    if let label { subject.label = label }
    return subject
  }

  /// Lines of the body are counted from the fence where that is known.
  func complaint(_ diagnostics: [Diagnostic]) -> PandocComplaint {
    PandocComplaint(
      lines: diagnostics.map { line($0.message, help: $0.help, bodyLine: $0.location?.line) })
  }

  func complaint(_ fault: BriefFault) -> PandocComplaint {
    PandocComplaint(lines: [line(fault.message, help: fault.help, bodyLine: fault.place?.line)])
  }

  /// Of a fence that pandoc took for inline code, in which the ends of lines are lost.
  func misread() -> PandocComplaint {
    PandocComplaint(
      lines: [
        line(
          "pandoc reads a block that begins with '{entente' as inline code, without its lines",
          help: "write '```entente' or '```{.entente}' above the block", bodyLine: nil)
      ])
  }

  private func line(_ message: String, help: String?, bodyLine: Int?) -> String {
    var text = file
    if let line { text += ":\(line + (bodyLine ?? 0))" }
    text += ": \(label): \(message)."
    if let help {
      text += " \(help.prefix(1).uppercased())\(help.dropFirst())"
      if let last = help.last, !".?!".contains(last) { text += "." }
    }
    return TerminalText.harmless(text.replacing("\n", with: " "))
  }
}
