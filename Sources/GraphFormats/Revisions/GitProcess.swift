// SPDX-License-Identifier: Apache-2.0

/// One run of git: an array of arguments and no shell, under limits of time and output.
///
/// Git is told to write nothing, to ask nobody and to fetch nothing. Variables that would lead it to
/// another repository than that of the folder are kept from it.
struct GitProcess {
  var executable: String
  var arguments: [String]
  var seconds: Int
  var outputBytes: Int

  /// Runs git and reads all that it writes; it is killed at the deadline and on too much output.
  func run(input: [UInt8] = []) throws(GitFailure) -> ChildProgram.Outcome {
    var program = ChildProgram(
      executable: executable, arguments: arguments, seconds: seconds, outputBytes: outputBytes)
    program.environment = Self.environment
    do throws(ChildProgram.Failure) {
      return try program.run(input: input)
    } catch {
      switch error {
      case .notStarted(let code): throw .notStarted(code: code)
      case .malformedArgument: throw .failed(reason: "an argument contains a NUL character")
      case .timedOut(let seconds): throw .timedOut(seconds: seconds)
      case .tooLarge(let bytes): throw .tooLarge(limit: bytes, unit: "bytes")
      }
    }
  }

  /// The variables of this process, but those that would change which repository is read or how.
  private static var environment: [String] {
    let kept = ChildProgram.ownEnvironment.filter { variable in
      let isOfGit = variable.hasPrefix("GIT_")
      // Settings may say whose repositories are trusted.
      let isKept = variable.hasPrefix("GIT_CONFIG_") || variable.hasPrefix("GIT_CEILING_")
      return (!isOfGit || isKept) && !variable.hasPrefix("LC_ALL=")
    }
    return kept + [
      "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1",
      "GIT_LITERAL_PATHSPECS=1", "GIT_ALLOW_PROTOCOL=none",
    ]
  }
}
