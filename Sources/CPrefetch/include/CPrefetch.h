// SPDX-License-Identifier: Apache-2.0
#ifndef CPREFETCH_H
#define CPREFETCH_H

/// Asks the processor to fetch the line of cache at an address, which will be read soon.
/// An address that nobody may read does no harm.
static inline void prefetch_line(const void *address) {
  __builtin_prefetch(address, 0, 3);
}

#endif
