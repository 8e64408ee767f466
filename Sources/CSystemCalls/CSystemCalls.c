// SPDX-License-Identifier: Apache-2.0
// The function that Linux has for flushing is declared only for those who ask for extensions.
#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void start_flushing_file(int descriptor, int64_t offset, int64_t count) {
#ifdef SYNC_FILE_RANGE_WRITE
  (void)sync_file_range(descriptor, offset, count, SYNC_FILE_RANGE_WRITE);
#else
  (void)descriptor;
  (void)offset;
  (void)count;
#endif
}

void allocate_from_one_heap(void) {
#ifdef __GLIBC__
  (void)mallopt(M_ARENA_MAX, 1);
#endif
}
