// SPDX-License-Identifier: Apache-2.0

/// The operators of the language, over values.
///
/// Null in any operand gives null, save where the three-valued logic knows better. What cannot be
/// calculated is a problem, never a wrong number: integers do not wrap, and dates stay in their
/// calendar.
///
/// ## Topics
/// - Calculating: `add`, `subtract`, `multiply`, `divide`, `remainder`, `power`, `negate`
/// - Texts and lists: `concatenate`, `startsWith`, `endsWith`, `contains`, `matches`, `isIn`
/// - Parts of values: `property`, `element`, `slice`
/// - Logic: `and`, `or`, `xor`, `not`
enum ValueOperators {}
