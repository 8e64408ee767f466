// SPDX-License-Identifier: Apache-2.0
#ifndef CSYSTEMCALLS_H
#define CSYSTEMCALLS_H

#include <stdint.h>

/// Has the system begin to bring a part of a file to the disk, where it can be told so. Does not
/// wait and promises nothing.
void start_flushing_file(int descriptor, int64_t offset, int64_t count);

/// Has all threads allocate from one heap, where the allocator has several. What one thread frees
/// can then be used by any other, at the price of their waiting for each other.
void allocate_from_one_heap(void);

#endif
