// SPDX-License-Identifier: Apache-2.0

/// Finds the rules of time zones by name, as in `Europe/Stockholm`.
///
/// Reads the files of the system's time zone database and keeps what it has read. Safe to use from
/// many threads. A name is only ever looked up below the given folders: it consists of ASCII
/// letters, digits, `_`, `+`, `-` and single slashes, so that it cannot lead anywhere else.
public final class TimeZoneDatabase: Sendable {
  /// The database of the system, in its usual places.
  ///
  /// It finds nothing where there is none.
  public static let system = TimeZoneDatabase(
    folders: ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/var/db/timezone/zoneinfo"])

  private let folders: [String]
  private let known = GuardedDictionary<TimeZoneRules>(capacity: 4_096)

  /// No file of the database is larger; what is larger is not read.
  private static let largestFile = 1 << 18

  /// A database of TZif files in the given folders, the first folder first.
  public init(folders: [String]) {
    self.folders = folders
  }

  /// A database that knows the given zones and no files.
  public init(rules: [String: TimeZoneRules]) {
    folders = []
    for (name, zone) in rules { known.insert(zone, for: name) }
  }

  /// The rules of a zone, nil when there is no such zone or its file is damaged.
  ///
  /// `Z`, `UTC` and `GMT` are known without files.
  public func rules(named name: String) -> TimeZoneRules? {
    guard TimeZoneDatabase.isWellFormed(name) else { return nil }
    if let rules = known.value(for: name) { return rules }
    if ["Z", "UTC", "GMT"].contains(name) {
      return TimeZoneRules(fixed: .utc)
    }
    for candidate in [TimeZoneDatabase.mergedZones[name], name].compactMap({ $0 }) {
      for folder in folders {
        if let bytes = SystemFile.bytes(
          at: folder + "/" + candidate, atMost: TimeZoneDatabase.largestFile),
          let rules = TimeZoneRules(tzif: bytes)
        {
          known.insert(rules, for: name)
          return rules
        }
      }
    }
    return nil
  }

  /// Whether a name may be one of a zone: parts of letters, digits, `_`, `+` and `-`, at most 64
  /// characters, joined by single slashes.
  static func isWellFormed(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count) else { return false }
    var isPartEmpty = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if isPartEmpty { return false }
        isPartEmpty = true
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "+"),
        UInt8(ascii: "-"):
        isPartEmpty = false
      default:
        return false
      }
    }
    return !isPartEmpty
  }

  /// Zones that have kept the same time as another one since 1970 and are links to it in the
  /// database as published.
  ///
  /// Some systems ship older, different histories for them; taking the published link gives the
  /// same answer on every system.
  ///
  /// Source: the file `backward` of the time zone database, release 2022b and later.
  static let mergedZones = [
    "Asia/Brunei": "Asia/Kuching",
    "Asia/Kuala_Lumpur": "Asia/Singapore",
    "Atlantic/Reykjavik": "Africa/Abidjan",
    "Europe/Amsterdam": "Europe/Brussels",
    "Europe/Copenhagen": "Europe/Berlin",
    "Europe/Luxembourg": "Europe/Brussels",
    "Europe/Monaco": "Europe/Paris",
    "Europe/Oslo": "Europe/Berlin",
    "Europe/Stockholm": "Europe/Berlin",
    "Indian/Christmas": "Asia/Bangkok",
    "Indian/Cocos": "Asia/Yangon",
    "Indian/Kerguelen": "Indian/Maldives",
    "Indian/Mahe": "Asia/Dubai",
    "Indian/Reunion": "Asia/Dubai",
    "Pacific/Chuuk": "Pacific/Port_Moresby",
    "Pacific/Funafuti": "Pacific/Tarawa",
    "Pacific/Majuro": "Pacific/Tarawa",
    "Pacific/Pohnpei": "Pacific/Guadalcanal",
    "Pacific/Wake": "Pacific/Tarawa",
    "Pacific/Wallis": "Pacific/Tarawa",
  ]
}
