// SPDX-License-Identifier: Apache-2.0
#ifndef CSYSTEMCALLS_H
#define CSYSTEMCALLS_H

#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

/// Has the system begin to bring a part of a file to the disk, where it can be told so. Does not
/// wait and promises nothing.
void start_flushing_file(int descriptor, int64_t offset, int64_t count);

/// Has all threads allocate from one heap, where the allocator has several. What one thread frees
/// can then be used by any other, at the price of their waiting for each other.
void allocate_from_one_heap(void);

/// A thread that somebody waits for.
struct started_thread {
  pthread_t handle;
};

/// Starts a thread that begins on another processor than the one that this thread runs on, where
/// there is one. A scheduler may leave a new thread behind the one that made it for a whole time
/// slice, which is longer than a small figure takes. Afterwards the thread runs wherever the
/// scheduler wants it. Where all others are busy it may begin late: who waits for it looks first
/// whether it has begun, and does the work where it has not.
///
/// Returns 0, or the error of the system, and then `body` never runs. Without a place for `thread`
/// nobody can wait for it; else it has to be joined or left.
int start_thread(struct started_thread *thread, size_t stack_size, void (*body)(void *),
                 void *context);

/// Waits for the end of a thread.
void join_thread(struct started_thread thread);

/// Lets a thread end by itself.
void leave_thread(struct started_thread thread);

#endif
