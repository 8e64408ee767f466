// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
internal import GraphModel
public import SourceDiagnostics

extension CitedPaths {
  public func writeMembers(to json: inout JSONWriter) {
    var numbering = numbering
    json.member("as_of", asOf?.description)
    json.member("cost", cost.description)
    json.key("from")
    json.writeNode(start, in: graph)
    json.key("to")
    json.writeNode(end, in: graph)
    json.member("total") { json in
      if let total, !total.isExceeded, total.value <= UInt64(Int.max) {
        json.value(Int(total.value))
      } else {
        json.null()
      }
    }
    json.member("paths") { json in
      json.array { json in
        for path in paths { write(path, to: &json, &numbering) }
      }
    }
    json.member("explanation", explanation)
    json.member("alternative") { json in
      guard let alternative else { return json.null() }
      json.object { json in
        json.member("change", alternative.change)
        json.member("path") { json in write(alternative.path, to: &json, &numbering) }
      }
    }
    json.writeSources(numbering.sources)
  }

  /// The first path as an object.
  func writePath(to json: inout JSONWriter, _ numbering: inout SourceNumbering) {
    if let path = paths.first { write(path, to: &json, &numbering) } else { json.null() }
  }

  private func write(
    _ path: Path, to json: inout JSONWriter, _ numbering: inout SourceNumbering
  ) {
    json.object { json in
      json.member("hops", path.path.hops)
      json.member("cost", path.cost?.description)
      json.member("text", chain(path))
      json.member("held_together", path.validity.interval != nil)
      json.member("together") { json in
        if let interval = path.validity.interval { json.write(interval) } else { json.null() }
      }
      json.member("nodes") { json in
        json.array { json in
          for node in path.path.nodes { json.writeNode(node, in: graph) }
        }
      }
      json.member("steps") { json in
        json.array { json in
          for (step, reading) in zip(path.path.steps, path.readings) {
            json.write(reading, &numbering, in: graph, isReversed: step.isReversed)
          }
        }
      }
    }
  }
}
