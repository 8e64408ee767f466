// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import Testing

@Suite struct CostModelTextTests {
  @Test(
    "texts and what they mean",
    arguments: [
      ("hops", .hops, "hops"), ("instruments", .instruments, "instruments"),
      (" specificity ", .specificity, "specificity"),
      ("weight", .property("weight"), "property:weight"),
      ("property:hops", .property("hops"), "property:hops"),
      ("weight = 2.5", .property("weight", missing: 2.5), "property:weight = 2.5"),
      (
        "instruments+0.5*specificity", .instruments + 0.5 * .specificity,
        "instruments + 0.5 * specificity"
      ),
      (
        "2 * property:cost of entry=0 + hops",
        2 * .property("cost of entry", missing: .zero) + .hops,
        "2 * property:cost of entry = 0 + hops"
      ),
    ] as [(String, CostModel, String)])
  func texts(_ text: String, _ model: CostModel, _ printed: String) throws {
    let found = try CostModel(text: text)
    #expect(found == model)
    #expect(found.description == printed)
    #expect(try CostModel(text: printed) == model)
  }

  @Test(
    "texts that are none",
    arguments: [
      ("", "a measure is missing: write hops, instruments, specificity or a property"),
      ("hops +", "a measure is missing: write hops, instruments, specificity or a property"),
      ("3 *", "a measure is missing: write hops, instruments, specificity or a property"),
      ("property:", "a measure is missing: write hops, instruments, specificity or a property"),
      ("two * hops", "'two' is not a number: write digits, with at most six decimals"),
      (
        "weight = 0.1234567", "'0.1234567' is not a number: write digits, with at most six decimals"
      ),
      ("-1 * hops", "'-1' is negative; costs and weights must not be"),
      ("weight=-2", "'-2' is negative; costs and weights must not be"),
    ])
  func faults(_ text: String, _ message: String) {
    do throws(CostModelFault) {
      _ = try CostModel(text: text)
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.description == message)
    }
  }
}
