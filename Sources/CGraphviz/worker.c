// SPDX-License-Identifier: Apache-2.0
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CGraphviz.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
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
  sigaddset(&standard, SIGXFSZ);
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

// The system counts processor time over the whole life of a process, so the limit moves along; the
// hard limit stays where it was.
static int limit_processor(unsigned long more_seconds) {
  struct rusage used;
  struct rlimit limit;
  if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return errno;
  rlim_t value = (rlim_t)used.ru_utime.tv_sec + (rlim_t)used.ru_stime.tv_sec + 1 + more_seconds;
  if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < value) value = limit.rlim_max;
  limit.rlim_cur = value;
  return setrlimit(RLIMIT_CPU, &limit) == 0 ? 0 : errno;
}

int cgraphviz_limit_self(unsigned long more_cpu_seconds, unsigned long memory_bytes) {
  int result = lower(RLIMIT_CORE, 0);
  if (result == 0) result = lower(RLIMIT_FSIZE, 0);
  if (result == 0) result = limit_processor(more_cpu_seconds);
#ifndef __APPLE__
  // Darwin reserves far more address space than it uses, and refuses a small limit.
  if (result == 0) result = lower(RLIMIT_AS, (rlim_t)memory_bytes);
#else
  (void)memory_bytes;
#endif
  return result;
}

unsigned long cgraphviz_resident_kib(void) {
#ifdef __linux__
  // Not getrusage: its peak is inherited from the process that started this one.
  char text[128];
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return 0;
  text[count] = '\0';
  unsigned long all = 0, resident = 0;
  if (sscanf(text, "%lu %lu", &all, &resident) != 2) return 0;
  return resident * ((unsigned long)sysconf(_SC_PAGESIZE) / 1024);
#else
  struct rusage used;
  if (getrusage(RUSAGE_SELF, &used) != 0) return 0;
  return (unsigned long)used.ru_maxrss / 1024;
#endif
}

static void *watch_parent(void *unused) {
  (void)unused;
  struct pollfd input = {.fd = 0, .events = 0, .revents = 0};
  while (1) {
    if (poll(&input, 1, -1) > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) _exit(0);
  }
  return NULL;
}

int cgraphviz_end_with_parent(void) {
  struct stat input;
  if (fstat(0, &input) != 0) return errno;
  if (!S_ISSOCK(input.st_mode)) return 0;
  pthread_attr_t attributes;
  pthread_t thread;
  int result = pthread_attr_init(&attributes);
  if (result != 0) return result;
  pthread_attr_setstacksize(&attributes, (size_t)128 << 10);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  result = pthread_create(&thread, &attributes, watch_parent, NULL);
  pthread_attr_destroy(&attributes);
  return result;
}
