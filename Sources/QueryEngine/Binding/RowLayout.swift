// SPDX-License-Identifier: Apache-2.0

/// How a slot of a row is kept.
enum SlotKind: Sendable, Hashable {
  /// The number of a node, or none.
  case node
  /// The number of an edge, or none.
  case edge
  /// Any value.
  case value
  /// The position of a row in the batch that a plan within a plan was given.
  case ordinal
}

/// The slots of the rows of one query: each variable, named or not, has one.
///
/// A slot keeps its meaning from the clause that fills it to the end of the query, so handing
/// rows from clause to clause copies nothing.
final class RowLayout {
  private(set) var kinds: [SlotKind] = []

  /// Values of the query around this one, which are the same in every row.
  private(set) var imports: [SlotImport] = []

  /// What the query calls the slots, for descriptions of plans.
  private(set) var names: [Int: String] = [:]

  func addSlot(_ kind: SlotKind, named name: String? = nil) -> Int {
    kinds.append(kind)
    names[kinds.count - 1] = name
    return kinds.count - 1
  }

  /// The slot that a place of the query around this one is copied to.
  func slot(
    importing place: VariablePlace, kind: SlotKind, named name: String
  ) -> Int {
    if let known = imports.first(where: { $0.outer == place }) { return known.slot }
    let slot = addSlot(kind, named: name)
    imports.append(SlotImport(outer: place, slot: slot))
    return slot
  }
}

/// Where the value of a variable lies while a row is looked at.
enum VariablePlace: Hashable, Sendable {
  case slot(Int)
  /// The variable of a comprehension, a quantifier or a reduction.
  case local(Int)
}

/// A value that a query within a query takes from the row around it.
struct SlotImport: Sendable {
  let outer: VariablePlace
  let slot: Int
}
