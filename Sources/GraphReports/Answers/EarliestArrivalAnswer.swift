// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphDrawing
public import GraphModel
public import SourceDiagnostics

/// How early what one node has can reach another, over links used one after the other.
public struct EarliestArrivalAnswer: Answer {
  private let graph: PropertyGraph
  private let start: NodeID
  private let end: NodeID
  private let departure: CalendarDate?
  private let arrival: EarliestArrival?
  private let readings: [EdgeReading]

  /// - Parameter arrival: nil when there is no way.
  public init(
    _ arrival: EarliestArrival?, from start: NodeID, to end: NodeID, departure: CalendarDate?,
    in graph: PropertyGraph
  ) {
    self.graph = graph
    self.start = start
    self.end = end
    self.departure = departure
    self.arrival = arrival
    readings = arrival?.path.steps.map { EdgeReading($0.edge, in: graph) } ?? []
  }

  public var isEmpty: Bool { arrival == nil }
  public var schema: String { "entente.earliest-arrival/1" }

  public var blocks: [AnswerBlock] {
    let leaving = departure.map { "Leaving on \($0) or later, " } ?? ""
    guard let arrival else {
      return [
        .paragraph(
          "\(leaving)links used one after the other never lead from \(name(start)) to "
            .capitalisedFirst + "\(name(end)).")
      ]
    }
    var numbering = SourceNumbering(graph)
    var blocks: [AnswerBlock] = [.heading("\(name(start)) to \(name(end))")]
    let day = arrival.day.map { "on \($0)" } ?? "on any day: no link on the way has a start"
    blocks.append(.paragraph("\(leaving)the earliest arrival is \(day).".capitalisedFirst))
    if !readings.isEmpty {
      blocks.append(
        .steps(
          zip(readings, arrival.stepDays).map { reading, day in
            "\(day.map { "\($0):" } ?? "any day:") \(reading.statement(&numbering))"
          }))
      blocks.append(.note("Each step begins with the first day on which its link can be used."))
    }
    blocks.append(.sources(numbering.sources))
    return blocks
  }

  /// A row for each step.
  public var table: AnswerTable {
    AnswerTable(
      columns: ["step", "day", "edge", "from", "to", "sources"],
      rows: zip(readings, arrival?.stepDays ?? []).enumerated().map { position, step in
        let (reading, day) = step
        return [
          String(position + 1), day?.description ?? "", graph.typeName(of: reading.edge),
          name(graph.source(of: reading.edge)), name(graph.target(of: reading.edge)),
          reading.citations.map { graph.source($0.source).key }.uniqued.joined(separator: " "),
        ]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    var numbering = SourceNumbering(graph)
    for reading in readings { numbering.number(reading.citations) }
    json.key("from")
    json.writeNode(start, in: graph)
    json.key("to")
    json.writeNode(end, in: graph)
    json.member("departure", departure?.description)
    json.member("is_reached", arrival != nil)
    json.member("day", arrival?.day?.description)
    json.member("steps") { json in
      json.array { json in
        for (position, reading) in readings.enumerated() {
          json.object { json in
            json.member("day", arrival?.stepDays[position]?.description)
            json.member("edge") { json in
              json.write(
                reading, &numbering, in: graph,
                isReversed: arrival?.path.steps[position].isReversed)
            }
          }
        }
      }
    }
    json.writeSources(numbering.sources)
  }

  /// The way, when there is one.
  public func figure() -> Figure? {
    guard let arrival else { return nil }
    return CitedPaths(arrival.path, in: graph)
      .figure(title: "\(name(start)) to \(name(end)), link after link")
  }

  private func name(_ node: NodeID) -> String { graph.displayName(of: node) }
}
