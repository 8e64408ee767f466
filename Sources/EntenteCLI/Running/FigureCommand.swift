// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// The command that makes a figure again, as text for a shell: without what only says where and in
/// which format it is written, and without places of one machine.
enum FigureCommand {
  private static let droppedWithValue: Set<String> = [
    "-g", "--graph", "-o", "--output", "--format", "--color", "--scale", "--alt",
  ]
  private static let droppedFlags: Set<String> = ["-q", "--quiet"]
  private static let filesRead: Set<String> = ["--style", "--keep", "--layout", "-f", "--file"]

  /// The command that a figure was drawn by which is being drawn again.
  private static let repeated = Mutex<String?>(nil)

  /// Makes figures say from now on that this command made them.
  static func repeating(_ command: String?) { repeated.withLock { $0 = command } }

  /// From the program's own arguments; nil where no command stands among them that draws by itself.
  static var current: String? {
    if let command = repeated.withLock({ $0 }) { return command }
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Nothing has to be moved behind the command's name.
    if arguments.first?.hasPrefix("-") == false { return text(of: arguments) }
    guard let sorted = try? ArgumentOrder.sorted(arguments, root: EntenteCommand.self) else {
      return nil
    }
    return text(of: sorted)
  }

  /// - Parameter arguments: with the name of the command first.
  static func text(of arguments: [String]) -> String? {
    guard let first = arguments.first, first != "shell" else { return nil }
    var words = first == "draw" ? ["entente"] : ["entente", "draw"]
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        words += arguments[(index - 1)...]
        break
      }
      if droppedFlags.contains(argument) || isDroppedWithValue(argument) { continue }
      if droppedWithValue.contains(argument) {
        index += 1
        continue
      }
      // The versions of a comparison may be folders.
      let isVersion = words.starts(with: ["entente", "draw", "diff"]) && argument.hasPrefix("/")
      words.append(isVersion ? lastPart(of: argument) : shortened(argument))
      if filesRead.contains(argument), index < arguments.count {
        words.append(lastPart(of: arguments[index]))
        index += 1
      }
    }
    return words.map(quoted).joined(separator: " ")
  }

  private static func isDroppedWithValue(_ argument: String) -> Bool {
    droppedWithValue.contains { $0.hasPrefix("--") && argument.hasPrefix("\($0)=") }
  }

  /// `--style=/home/me/house.css` without the folders.
  private static func shortened(_ argument: String) -> String {
    for option in filesRead where option.hasPrefix("--") && argument.hasPrefix("\(option)=") {
      return "\(option)=" + lastPart(of: String(argument.dropFirst(option.count + 1)))
    }
    return argument
  }

  /// A path from the root of a machine says nothing on another.
  private static func lastPart(of path: String) -> String {
    guard path.hasPrefix("/"), let part = path.split(separator: "/").last else { return path }
    return String(part)
  }

  // MARK: Words of a shell

  /// A word that bash reads as this text, on one line.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./:=,+@%".unicodeScalars.contains(scalar)
    }
    if isPlain, !word.isEmpty { return word }
    let isPrintable = word.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
      default: true
      }
    }
    if isPrintable { return "'\(word.replacing("'", with: "'\\''"))'" }
    var escaped = "$'"
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case "'": escaped += "\\'"
      case "\\": escaped += "\\\\"
      case " "..."~": escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return escaped + "'"
  }

  /// The words of a text that ``text(of:)`` wrote; nil for any other that a shell would not read so.
  static func words(of text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if character == " " {
        if let word { words.append(word) }
        word = nil
      } else if character == "'" {
        guard let end = rest.firstIndex(of: "'") else { return nil }
        word = (word ?? "") + rest[..<end]
        rest = rest[rest.index(after: end)...]
      } else if character == "\\" {
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      } else if character == "$" {
        guard rest.popFirst() == "'", let part = escapedPart(&rest) else { return nil }
        word = (word ?? "") + part
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// What stands in `$'…'`, from behind its first quote.
  private static func escapedPart(_ rest: inout Substring) -> String? {
    var part = ""
    while let character = rest.popFirst() {
      if character == "'" { return part }
      guard character == "\\" else {
        part.append(character)
        continue
      }
      switch rest.popFirst() {
      case "n": part += "\n"
      case "t": part += "\t"
      case "U":
        let digits = rest.prefix(8)
        guard digits.count == 8, let value = UInt32(digits, radix: 16),
          let scalar = Unicode.Scalar(value)
        else { return nil }
        part.unicodeScalars.append(scalar)
        rest = rest.dropFirst(8)
      case let other?: part.append(other)
      case nil: return nil
      }
    }
    return nil
  }
}
