// SPDX-License-Identifier: Apache-2.0
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CGraphviz.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

extern char **environ;

// A descriptor above the standard three, so that joining it to 0 and 1 in the child is a real copy.
static int above_standard(int descriptor) {
  if (descriptor > 2) return descriptor;
  int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  int reason = errno;
  close(descriptor);
  errno = reason;
  return moved;
}

static int open_channel(int ends[2]) {
#ifdef SOCK_CLOEXEC
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
#else
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
  for (int i = 0; i < 2; i++) {
    ends[i] = above_standard(ends[i]);
    if (ends[i] < 0) {
      int reason = errno;
      close(ends[1 - i]);
      return reason;
    }
  }
#ifdef SO_NOSIGPIPE
  int on = 1;
  setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
  return 0;
}

int cgraphviz_spawn(const char *path, const char *const *arguments, int *channel, int *process) {
  int ends[2];
  int result = open_channel(ends);
  if (result != 0) return result;

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, standard;
  sigemptyset(&none);
  sigemptyset(&standard);
  sigaddset(&standard, SIGPIPE);
  sigaddset(&standard, SIGINT);
  sigaddset(&standard, SIGTERM);
  sigaddset(&standard, SIGXCPU);
  sigaddset(&standard, SIGCHLD);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  result = posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
  if (result == 0) result = posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  if (result == 0)
    result = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  if (result == 0) result = posix_spawnattr_setsigmask(&attributes, &none);
  if (result == 0) result = posix_spawnattr_setsigdefault(&attributes, &standard);
  if (result == 0)
    result = posix_spawnattr_setflags(&attributes,
                                      POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  char *const *words = (char *const *)arguments;
  if (result == 0) result = posix_spawn(&child, path, &actions, &attributes, words, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[1]);
  if (result != 0) {
    close(ends[0]);
    return result;
  }
  *channel = ends[0];
  *process = (int)child;
  return 0;
}

long cgraphviz_send(int channel, const void *bytes, size_t count) {
  int flags = MSG_DONTWAIT;
#ifdef MSG_NOSIGNAL
  flags |= MSG_NOSIGNAL;
#endif
  ssize_t sent = send(channel, bytes, count, flags);
  if (sent >= 0) return (long)sent;
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || errno == ENOBUFS ? 0 : -1;
}

void cgraphviz_finish_sending(int channel) { shutdown(channel, SHUT_WR); }

// Lowers a limit; never raises one that is already tighter.
static int lower(int resource, rlim_t value) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return errno;
  if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < value) value = limit.rlim_cur;
  if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < value) value = limit.rlim_max;
  limit.rlim_cur = value;
  limit.rlim_max = value;
  return setrlimit(resource, &limit) == 0 ? 0 : errno;
}

int cgraphviz_limit_self(unsigned long cpu_seconds, unsigned long memory_bytes) {
  int result = lower(RLIMIT_CORE, 0);
  if (result == 0) result = lower(RLIMIT_FSIZE, 0);
  if (result == 0) result = lower(RLIMIT_CPU, (rlim_t)cpu_seconds);
#ifndef __APPLE__
  // Darwin reserves far more address space than it uses, and refuses a small limit.
  if (result == 0) result = lower(RLIMIT_AS, (rlim_t)memory_bytes);
#else
  (void)memory_bytes;
#endif
  return result;
}
