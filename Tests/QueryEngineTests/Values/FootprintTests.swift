// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("What values take")
struct FootprintTests {
  @Test("members count")
  func sizes() throws {
    let meter = RunMeter(.standard)
    let cell = Value.cellSize
    #expect(try Value.integer(1).footprint(meter) == cell)
    #expect(try Value.string("abc").footprint(meter) == cell + 3)
    #expect(try Value.list([.null, .string("ab")]).footprint(meter) == 3 * cell + 2)
    #expect(try Value.map(ValueMap([("key", .null)])).footprint(meter) == 2 * cell + 3)
  }

  @Test("a list that holds itself many times over ends at the work")
  func sharing() {
    var value = Value.list([])
    for _ in 0..<60 { value = .list([value, value]) }
    let meter = RunMeter(QueryLimits(work: 100_000))
    do throws(EvaluationProblem) {
      _ = try value.footprint(meter)
      Issue.record("it cannot be counted")
    } catch {
      #expect(error.detail == .workLimit)
    }
  }

  @Test("lists within lists end at a depth")
  func depth() {
    var value = Value.list([])
    for _ in 0..<200 { value = .list([value]) }
    do throws(EvaluationProblem) {
      _ = try value.footprint(RunMeter(.standard))
      Issue.record("it is too deep")
    } catch {
      #expect(
        error
          == EvaluationProblem(
            .limitExceeded, .nestingTooDeep,
            "a value holds more than 200 lists and maps within each other"))
    }
  }

  @Test("lengths that no memory has")
  func tooLong() {
    let context = Calculator(limits: QueryLimits(memory: .max, work: .max)).context
    let expected = EvaluationProblem(
      .limitExceeded, .memoryLimit, "no memory holds a list or a string of this length")
    #expect(throws: expected) { try context.requireRoom(list: 1 << 50) }
    #expect(throws: expected) { try context.requireRoom(text: 1 << 50) }
  }
}
