// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// `entente shell` on a terminal, which Python's `pty` plays where it is installed.
@Suite struct ShellTerminalTests {
  /// Types keys, each list of keys when the program has printed what stands before it.
  private static let driver = """
    import os, pty, select, sys, time
    steps = eval(open('steps').read())
    child, terminal = pty.fork()
    if child == 0:
        os.execvp('entente', ['entente', 'shell', '-g', 'harbour'])
    printed, seen, deadline = b'', 0, time.time() + 90
    def read():
        global printed
        if time.time() > deadline: sys.exit('nothing more was printed')
        if select.select([terminal], [], [], 0.1)[0]:
            try: piece = os.read(terminal, 65536)
            except OSError: piece = b''
            printed += piece
            return piece != b''
        return True
    for wanted, keys in steps:
        while printed.find(wanted.encode(), seen) < 0:
            if not read(): break
        seen = max(seen, printed.find(wanted.encode(), seen) + len(wanted.encode()))
        time.sleep(0.3)
        os.write(terminal, keys.encode())
    while read(): pass
    sys.stdout.buffer.write(printed)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """

  private static let isPossible =
    (try? Workspace().run("python3 -c 'import pty, os; os.waitstatus_to_exitcode'").status) == 0

  private func type(
    _ steps: String, in workspace: Workspace, history: String = "off"
  ) throws -> Outcome {
    try workspace.write(Self.driver, to: "driver.py")
    try workspace.write(steps, to: "steps")
    return try workspace.run(
      "python3 driver.py", environment: ["ENTENTE_HISTORY": history, "TERM": "dumb"])
  }

  @Test(.enabled(if: isPossible, "Python is missing"))
  func aPromptAndAClock() throws {
    let workspace = try Sessions.harbour()
    let outcome = try type(
      """
      [('entente> ', 'RETURN 1\\r'), ('-> ', 'AS one;\\r'), ('1 row in ', 'RETURN x;\\r'),
       ('1 error', ':quit\\r')]
      """, in: workspace)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(outcome.outputText.contains("one\r\n───\r\n1\r\n1 row in "))
    #expect(outcome.outputText.contains("<query>:1:8"))
  }

  @Test(.enabled(if: isPossible, "Python is missing"))
  func interruption() throws {
    let workspace = try Sessions.harbour()
    let endless = "MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN sum(size(a.name));"
    let outcome = try type(
      """
      [('entente> ', 'some words'), ('words', '\\x03'), ('entente> ', '\(endless)\\r'),
       ('\\n', '\\x03'), ('was interrupted', ''), ('entente> ', 'RETURN 7 AS seven;\\r'),
       ('1 row in ', '\\x04')]
      """, in: workspace)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(outcome.outputText.contains("seven\r\n─────\r\n7\r\n"))
    #expect(!outcome.outputText.contains("'some'"))
  }

  @Test(.enabled(if: isPossible, "Python is missing"))
  func completionAndAHistoryForTheUserOnly() throws {
    let workspace = try Sessions.harbour()
    let path = workspace.file("state/history").path
    let outcome = try type(
      """
      [('entente> ', 'RETURN 1\\r'), ('-> ', 'AS one;\\r'),
       ('entente> ', 'MATCH (s:Sta\\t {name: "Arl\\t"}) RETURN s.isoA\\t;\\r'),
       ('entente> ', ':quit\\r')]
      """, in: workspace, history: path)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    // Without libedit there is neither.
    guard FileManager.default.fileExists(atPath: path) else { return }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let lines = try workspace.text(of: "state/history").split(separator: "\n")
    #expect(lines.filter { $0.contains("RETURN") }.count == 2)
    #expect(outcome.outputText.contains("s.isoAlpha2\r\n───────────\r\nAR\r\n"))
  }
}
