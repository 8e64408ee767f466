// SPDX-License-Identifier: Apache-2.0
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CLineEditing.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static atomic_int interrupts;

static void remember(int signal) {
  (void)signal;
  // Whoever asks three times is not being heard.
  if (atomic_fetch_add(&interrupts, 1) >= 2) _exit(130);
}

void clineediting_catch_interrupts(void) {
  struct sigaction known, action;
  if (sigaction(SIGINT, NULL, &known) == 0 && known.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = remember;
  // Without SA_RESTART a read that waits comes back.
  sigaction(SIGINT, &action, NULL);
  // Whoever started the program may have held the signal back.
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  pthread_sigmask(SIG_UNBLOCK, &interrupt, NULL);
}

int clineediting_is_interrupted(void) { return atomic_load(&interrupts) > 0; }

void clineediting_forget_interrupts(void) { atomic_store(&interrupts, 0); }
