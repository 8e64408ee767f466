// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// The harness sees what the other tests rely on it to see.
@Suite struct HarnessTests {
  @Test func statusesAndStreams() throws {
    let workspace = try Workspace()
    #expect(
      try workspace.transcript("echo out; echo err >&2; exit 7")
        == "$ echo out; echo err >&2; exit 7\nout\n2> err\n[exit 7]\n")
    #expect(try workspace.run("printf open").transcript == "open\n\\ no line end\n")
    #expect(try workspace.run("kill -SEGV $$").status == 128 + SIGSEGV)
    #expect(try workspace.run("echo a >&2; echo b", isMerged: true).outputText == "a\nb\n")
  }

  @Test func nothingOfTheMachineReachesTheProgram() throws {
    let outcome = try Workspace().run("env | sed 's/=.*//' | sort")
    let names = Set(outcome.outputText.split(separator: "\n").map(String.init))
    #expect(
      names.subtracting(["_", "OLDPWD", "SHLVL"]) == [
        "HOME", "LANG", "PATH", "PWD", "XDG_CACHE_HOME",
      ])
  }

  @Test func whatTakesTooLongIsKilledWithItsChildren() throws {
    let workspace = try Workspace()
    let start = Date()
    let outcome = try workspace.run("sleep 97 & echo $! > child; wait", timeLimit: 0.5)
    #expect(outcome.isTimedOut)
    #expect(Date().timeIntervalSince(start) < 60)
    #expect(outcome.transcript.contains("[time limit]\n"))
    Thread.sleep(forTimeInterval: 0.2)
    let child = try #require(Int32(try workspace.text(of: "child").dropLast()))
    // A process that was killed may wait for its parent to take note.
    let state = try workspace.run("ps -o stat= -p \(child) | grep -v Z").outputText
    #expect(state == "")
  }

  @Test func aDifferenceIsSeen() throws {
    let workspace = try Workspace()
    try workspace.write("one\ntwo\n", to: "golden.txt")
    #expect(Golden.difference("one\ntwo\n", from: "one\ntwo\n").contains("line 4"))
    #expect(
      Golden.difference("one\nthree\n", from: "one\ntwo\n")
        == "differs in line 2\nexpected:\n- one\n- two\n- \ngot:\n+ one\n+ three\n+ ")
    if !Recording.isOn {
      #expect(Golden.difference("one\ntwo\n", from: workspace.file("golden.txt")) == nil)
      #expect(
        Golden.difference("new", from: workspace.file("missing.txt"))
          == "missing.txt is not there; run once with ENTENTE_RECORD=1")
    }
  }
}
