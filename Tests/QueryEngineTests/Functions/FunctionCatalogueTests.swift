// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("The catalogue of functions")
struct FunctionCatalogueTests {
  @Test("names are found in any case of letters")
  func lookup() {
    #expect(FunctionCatalogue.scalar(named: "toUpper")?.name == "toUpper")
    #expect(FunctionCatalogue.scalar(named: "TOUPPER")?.name == "toUpper")
    #expect(FunctionCatalogue.scalar(named: "Duration.InDays")?.name == "duration.inDays")
    #expect(FunctionCatalogue.scalar(named: "nothing") == nil)
    #expect(FunctionCatalogue.aggregate(named: "COUNT") == .count)
    #expect(FunctionCatalogue.aggregate(named: "percentileDisc") == .percentileDiscrete)
    #expect(FunctionCatalogue.aggregate(named: "toUpper") == nil)
  }

  @Test("every name is there once, in order")
  func names() {
    let names = FunctionCatalogue.names
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names == names.sorted())
    for name in ["avg", "date.truncate", "localdatetime.realtime", "sources", "toStringOrNull"] {
      #expect(names.contains(name))
    }
  }

  @Test("every function says what it takes")
  func arguments() {
    for function in FunctionCatalogue.all {
      let most = function.arity.upperBound
      #expect(function.argumentKinds.count <= most, "\(function.name)")
      #expect(most == 0 || !function.argumentKinds.isEmpty, "\(function.name)")
    }
    let indeterministic = FunctionCatalogue.all.filter { !$0.isDeterministic }.map(\.name)
    #expect(
      indeterministic.sorted() == [
        "date.realtime", "datetime.realtime", "localdatetime.realtime", "localtime.realtime",
        "rand", "randomUUID", "time.realtime", "timestamp",
      ])
  }

  @Test("null in any place gives null, save where a function asks for it")
  func nulls() throws {
    let context = Calculator().context
    for function in FunctionCatalogue.all where !function.acceptsNull {
      for count in function.arity where (1...3).contains(count) {
        let nulls = [Value](repeating: .null, count: count)
        #expect(try function(nulls, context).isNull, "\(function.name)")
      }
    }
    #expect(
      FunctionCatalogue.all.filter(\.acceptsNull).map(\.name).sorted() == [
        "coalesce", "exists", "valueType",
      ])
  }

  /// Every function with arguments of every kind: a value or a problem, never a trap.
  @Test("nothing that a function is given is a trap")
  func anyArguments() throws {
    let (graph, node, edge) = try SmallGraph.make()
    let context = Calculator(graph: graph, limits: QueryLimits(memory: 1 << 20)).context
    let year = try #require(PartialDate("2009"))
    let samples: [Value] = [
      .boolean(true), .integer(0), .integer(-1), .integer(.max), .integer(.min), .float(1.5),
      .float(.nan), .float(.infinity), .float(-1e300), .string(""), .string("2015-07-21"),
      .string("é😀"), .list([]), .list([.integer(1), .null]), .map([:]),
      .map(ValueMap([("year", .integer(2015)), ("hour", .integer(25))])),
      .node(node), .edge(edge), .path(PathValue(nodes: [node], edges: [])),
      .date(year.earliest), .partialDate(year), .localTime(.midnight),
      .time(ZonedTime(time: .midnight, offset: .utc)), .localDateTime(Calculator.now.local),
      .dateTime(Calculator.now), .duration(.zero),
      .duration(try #require(CalendarDuration(months: -1, days: 1))),
    ]
    for function in FunctionCatalogue.all {
      for first in samples {
        if function.arity.contains(1) { _ = try? function([first], context) }
        for second in samples {
          if function.arity.contains(2) { _ = try? function([first, second], context) }
          if function.arity.contains(3) {
            for third in samples.prefix(12) {
              _ = try? function([first, second, third], context)
            }
          }
        }
      }
    }
    for left in samples {
      for right in samples {
        _ = try? ValueOperators.add(left, right, context)
        _ = try? ValueOperators.subtract(left, right, context)
        _ = try? ValueOperators.multiply(left, right, context)
        _ = try? ValueOperators.divide(left, right, context)
        _ = try? ValueOperators.remainder(left, right, context)
        _ = try? ValueOperators.power(left, right, context)
        _ = try? ValueOperators.concatenate(left, right, context)
        _ = try? ValueOperators.element(at: left, of: right, context)
        _ = try? ValueOperators.slice(of: .list([.null]), from: left, to: right, context)
      }
      _ = try? ValueOperators.negate(left)
    }
  }

  @Test("what an argument may be before the query runs")
  func argumentKinds() {
    #expect(ArgumentKind.number.mayAccept(.integer))
    #expect(ArgumentKind.integer.mayAccept(.number))
    #expect(!ArgumentKind.integer.mayAccept(.float))
    #expect(!ArgumentKind.string.mayAccept(.list))
    #expect(ArgumentKind.edge.mayAccept(.any))
    #expect(ArgumentKind.edge.mayAccept(.null))
    #expect(ArgumentKind.any.mayAccept(.path))
  }
}
