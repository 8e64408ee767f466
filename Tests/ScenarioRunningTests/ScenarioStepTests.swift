// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ScenarioRunning

@Suite("Meaning of steps")
struct ScenarioStepTests {
  @Test(
    "Which order counts",
    arguments: [
      ("the result should be, in any order:", false, false),
      ("the result should be, in order:", true, false),
      ("the result should be (ignoring element order for lists):", false, true),
      ("the result should be, in order (ignoring element order for lists):", true, true),
    ])
  func order(text: String, isOrdered: Bool, ignoresListOrder: Bool) throws {
    let step = Step(text: text, line: 1, argument: .table([["x"], ["[1]"]]))
    #expect(
      try ScenarioStep(step)
        == .expectRows(
          ExpectedRows(
            columns: ["x"], rows: [[.list([.integer(1)])]], isOrdered: isOrdered,
            ignoresListOrder: ignoresListOrder)))
  }

  @Test("Procedures: names, types, rows in the order of the signature")
  func procedures() throws {
    let step = Step(
      text: "there exists a procedure my.proc(in :: INTEGER?) :: (a :: STRING?, b :: FLOAT) :",
      line: 1, argument: .table([["b", "in", "a"], ["1.5", "null", "'x'"]]))
    #expect(
      try ScenarioStep(step)
        == .procedure(
          ScenarioProcedure(
            name: "my.proc", inputs: [.init(name: "in", type: "INTEGER?")],
            outputs: [.init(name: "a", type: "STRING?"), .init(name: "b", type: "FLOAT")],
            rows: [[.null, .string("x"), .float(ScenarioFloat(1.5))]])))
    #expect(
      try ScenarioStep(Step(text: "there exists a procedure do.nothing() :: ():", line: 1))
        == .procedure(ScenarioProcedure(name: "do.nothing", inputs: [], outputs: [], rows: [])))
  }

  @Test("Errors that are due")
  func errors() throws {
    #expect(
      try ScenarioStep(
        Step(text: "a TypeError should be raised at any time: InvalidArgumentType", line: 1))
        == .expectError(
          ExpectedError(kind: "TypeError", phase: .anyTime, detail: "InvalidArgumentType")))
    #expect(
      try ScenarioStep(Step(text: "an X should be raised at compile time: *", line: 1))
        == .expectError(ExpectedError(kind: "X", phase: .compileTime, detail: nil)))
  }

  @Test(
    "Steps that say nothing are refused",
    arguments: [
      Step(text: "executing query:", line: 1),
      Step(text: "the result should be, in order:", line: 1),
      Step(
        text: "the result should be, in order:", line: 1, argument: .table([["a"], ["1", "2"]])),
      Step(text: "the side effects should be:", line: 1, argument: .table([["+stars", "1"]])),
      Step(text: "parameters are:", line: 1, argument: .table([["a", "b", "c"]])),
      Step(text: "there exists a procedure p(a) :: ():", line: 1),
      Step(text: "there exists a procedure p() :: (a :: X):", line: 1, argument: .table([["b"]])),
      Step(text: "a TypeError should be raised at noon: *", line: 1),
    ])
  func mistakes(step: Step) {
    #expect(throws: StepReadingError.self) { try ScenarioStep(step) }
  }
}
