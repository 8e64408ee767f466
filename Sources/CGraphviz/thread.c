// SPDX-License-Identifier: Apache-2.0
#include "CGraphviz.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

struct work {
  void (*body)(void *);
  void *context;
};

static void *run(void *argument) {
  struct work work = *(struct work *)argument;
  free(argument);
  work.body(work.context);
  return NULL;
}

int cgraphviz_start_thread(void (*body)(void *), void *context) {
  struct work *work = malloc(sizeof *work);
  if (work == NULL) return ENOMEM;
  work->body = body;
  work->context = context;
  pthread_attr_t attributes;
  pthread_t thread;
  int result = pthread_attr_init(&attributes);
  if (result == 0) {
    pthread_attr_setstacksize(&attributes, (size_t)16 << 20);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    result = pthread_create(&thread, &attributes, run, work);
    pthread_attr_destroy(&attributes);
  }
  if (result != 0) free(work);
  return result;
}
