// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// What a machine has of the things the program can use.
public struct CheckUp: Answer {
  public struct Row: Sendable, Hashable {
    public let name: String

    /// Where or which; nil when it is missing.
    public let found: String?
    public let purpose: String

    /// Whether a part of the program does not work without it.
    public let isNeeded: Bool

    public init(_ name: String, _ found: String?, _ purpose: String, isNeeded: Bool) {
      self.name = name
      self.found = found
      self.purpose = purpose
      self.isNeeded = isNeeded
    }
  }

  private let rows: [Row]

  public init(rows: [Row]) { self.rows = rows }

  /// Whether everything needed is there.
  public var isSound: Bool { rows.allSatisfy { !$0.isNeeded || $0.found != nil } }

  public var isEmpty: Bool { rows.isEmpty }
  public var schema: String { "entente.check-up/1" }
  public var blocks: [AnswerBlock] { [.table(table)] }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["what", "found", "for"],
      rows: rows.map { [$0.name, $0.found ?? "missing", $0.purpose] })
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("sound", isSound)
    json.member("items") { json in
      json.array { json in
        for row in rows {
          json.object { json in
            json.member("name", row.name)
            json.member("found", row.found)
            json.member("purpose", row.purpose)
            json.member("needed", row.isNeeded)
          }
        }
      }
    }
  }
}
