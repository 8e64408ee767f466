// SPDX-License-Identifier: Apache-2.0

/// The kinds of value, as a record tells them apart. Numbers are never given anew.
private enum ValueTag: UInt8 {
  case null, no, yes, integer, float, string, list, map, date, localTime, time, localDateTime
  case dateTime, duration, partialDate, node, edge, path
}

extension RecordWriter {
  /// A tag for the kind, then the value.
  package mutating func write(_ value: Value) {
    switch value {
    case .null: tag(.null)
    case .boolean(let value): tag(value ? .yes : .no)
    case .integer(let value):
      tag(.integer)
      write(signed: value)
    case .float(let value):
      tag(.float)
      write(value.bitPattern)
    case .string(let value):
      tag(.string)
      write(value)
    case .list(let values):
      tag(.list)
      write(list: values) { $0.write($1) }
    case .map(let map):
      tag(.map)
      write(list: map.entries) { writer, entry in
        writer.write(entry.key)
        writer.write(entry.value)
      }
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration, .partialDate:
      write(temporal: value)
    case .node(let node):
      tag(.node)
      write(UInt64(node.rawValue))
    case .edge(let edge):
      tag(.edge)
      write(UInt64(edge.rawValue))
    case .path(let path):
      tag(.path)
      write(list: path.edges) { $0.write(UInt64($1.rawValue)) }
      for node in path.nodes { write(UInt64(node.rawValue)) }
    }
  }

  private mutating func write(temporal value: Value) {
    switch value {
    case .date(let date):
      tag(.date)
      write(signed: date.dayNumber)
    case .partialDate(let date):
      tag(.partialDate)
      write(signed: Int64(date.rawValue))
    case .localTime(let time):
      tag(.localTime)
      write(signed: time.nanosecondOfDay)
    case .time(let time):
      tag(.time)
      write(signed: time.time.nanosecondOfDay)
      write(signed: Int64(time.offset.seconds))
    case .localDateTime(let moment):
      tag(.localDateTime)
      write(moment)
    case .dateTime(let moment):
      tag(.dateTime)
      write(moment.local)
      write(signed: Int64(moment.offset.seconds))
      write(moment.zoneName)
    case .duration(let duration):
      tag(.duration)
      write(signed: duration.months)
      write(signed: duration.days)
      write(signed: duration.seconds)
      write(signed: Int64(duration.nanosecond))
    default: break
    }
  }

  private mutating func write(_ moment: LocalDateTime) {
    write(signed: moment.localSecond)
    write(moment.nanosecond)
  }

  private mutating func tag(_ tag: ValueTag) { write(byte: tag.rawValue) }
}

extension RecordReader {
  /// How deep lists and maps may lie in each other: what a thread's stack surely holds.
  package static let nestingLimit = 512

  package mutating func value() throws(DamagedRecord) -> Value {
    try value(nesting: RecordReader.nestingLimit)
  }

  private mutating func value(nesting: Int) throws(DamagedRecord) -> Value {
    guard nesting > 0, let tag = ValueTag(rawValue: try byte()) else { throw DamagedRecord() }
    switch tag {
    case .null: return .null
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .integer: return .integer(try signedNumber())
    case .float: return .float(Double(bitPattern: try number()))
    case .string: return .string(try text())
    case .list:
      return .list(
        try list { (reader: inout RecordReader) throws(DamagedRecord) in
          try reader.value(nesting: nesting - 1)
        })
    case .map:
      return .map(
        ValueMap(
          try list { (reader: inout RecordReader) throws(DamagedRecord) in
            (try reader.text(), try reader.value(nesting: nesting - 1))
          }))
    case .node: return .node(NodeID(rawValue: try number32()))
    case .edge: return .edge(EdgeID(rawValue: try number32()))
    case .path:
      let edges = try list { (reader: inout RecordReader) throws(DamagedRecord) in
        EdgeID(rawValue: try reader.number32())
      }
      var nodes: [NodeID] = []
      for _ in 0...edges.count { nodes.append(NodeID(rawValue: try number32())) }
      return .path(PathValue(nodes: nodes, edges: edges))
    default: return try temporal(tag)
    }
  }

  private mutating func temporal(_ tag: ValueTag) throws(DamagedRecord) -> Value {
    let value: Value? =
      switch tag {
      case .date: CalendarDate(dayNumber: try signedNumber()).map(Value.date)
      case .partialDate:
        PartialDate(rawValue: Int32(truncatingIfNeeded: try signedNumber()))
          .map(Value.partialDate)
      case .localTime: .localTime(try localTime())
      case .time: .time(ZonedTime(time: try localTime(), offset: try offset()))
      case .localDateTime: .localDateTime(try localDateTime())
      case .dateTime:
        .dateTime(
          ZonedDateTime(
            local: try localDateTime(), offset: try offset(), zoneName: try optionalText()))
      case .duration:
        CalendarDuration(
          months: try signedNumber(), days: try signedNumber(), seconds: try signedNumber(),
          nanoseconds: try signedNumber()
        ).map(Value.duration)
      default: nil
      }
    guard let value else { throw DamagedRecord() }
    return value
  }

  private mutating func localTime() throws(DamagedRecord) -> LocalTime {
    guard let time = LocalTime(nanosecondOfDay: try signedNumber()) else { throw DamagedRecord() }
    return time
  }

  private mutating func offset() throws(DamagedRecord) -> ZoneOffset {
    let seconds = try signedNumber()
    guard let offset = ZoneOffset(seconds: Int(seconds)) else { throw DamagedRecord() }
    return offset
  }

  private mutating func localDateTime() throws(DamagedRecord) -> LocalDateTime {
    let second = try signedNumber()
    let nanosecond = try number(below: 1_000_000_000)
    guard let moment = LocalDateTime(localSecond: second, nanosecond: nanosecond) else {
      throw DamagedRecord()
    }
    return moment
  }
}
