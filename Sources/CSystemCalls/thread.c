// SPDX-License-Identifier: Apache-2.0
// The functions that Linux has for processors are declared only for those who ask for extensions.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CSystemCalls.h"

#include <errno.h>
#include <sched.h>
#include <stdbool.h>
#include <stdlib.h>

struct work {
  void (*body)(void *);
  void *context;
#ifdef CPU_SETSIZE
  bool is_placed;
  cpu_set_t allowed;
#endif
};

static void *run(void *argument) {
  struct work work = *(struct work *)argument;
  free(argument);
#ifdef CPU_SETSIZE
  // Where it runs from here on is for the scheduler to say.
  if (work.is_placed)
    (void)pthread_setaffinity_np(pthread_self(), sizeof work.allowed, &work.allowed);
#endif
  work.body(work.context);
  return NULL;
}

#ifdef CPU_SETSIZE
// Leaves out the processor that this thread runs on, where there is another.
static bool place_elsewhere(struct work *work, pthread_attr_t *attributes) {
  cpu_set_t others;
  int here = sched_getcpu();
  if (here < 0 || here >= CPU_SETSIZE) return false;
  if (sched_getaffinity(0, sizeof work->allowed, &work->allowed) != 0) return false;
  others = work->allowed;
  CPU_CLR(here, &others);
  return CPU_COUNT(&others) > 0 &&
         pthread_attr_setaffinity_np(attributes, sizeof others, &others) == 0;
}
#endif

int start_thread(struct started_thread *thread, size_t stack_size, void (*body)(void *),
                 void *context) {
  struct work *work = calloc(1, sizeof *work);
  if (work == NULL) return ENOMEM;
  work->body = body;
  work->context = context;
  pthread_t detached;
  pthread_attr_t attributes;
  int result = pthread_attr_init(&attributes);
  if (result == 0) {
    result = pthread_attr_setstacksize(&attributes, stack_size);
    if (result == 0 && thread == NULL)
      result = pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
#ifdef CPU_SETSIZE
    if (result == 0) work->is_placed = place_elsewhere(work, &attributes);
#endif
    if (result == 0)
      result = pthread_create(thread == NULL ? &detached : &thread->handle, &attributes, run, work);
    pthread_attr_destroy(&attributes);
  }
  if (result != 0) free(work);
  return result;
}

void join_thread(struct started_thread thread) { (void)pthread_join(thread.handle, NULL); }

void leave_thread(struct started_thread thread) { (void)pthread_detach(thread.handle); }
