// SPDX-License-Identifier: Apache-2.0
#ifndef CGRAPHVIZ_H
#define CGRAPHVIZ_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// libgraphviz, found when it is needed and used for layout only.
//
// Nothing is linked and no Graphviz header is read: a program that contains this target starts on
// a machine without the library, and does not depend on the struct layouts of one version. Only
// functions that take strings and opaque pointers are called.

enum cgraphviz_status {
  CGRAPHVIZ_OK = 0,
  CGRAPHVIZ_LIBRARY_MISSING = 1,   // no candidate could be opened
  CGRAPHVIZ_LIBRARY_UNFIT = 2,     // opened, but a function or the layout plug-in is missing
  CGRAPHVIZ_GRAPH_REFUSED = 3,     // the DOT text was not understood
  CGRAPHVIZ_LAYOUT_FAILED = 4,     // the engine gave up
  CGRAPHVIZ_OUT_OF_MEMORY = 5,
};

// What a layout left behind. Free with cgraphviz_answer_free.
struct cgraphviz_answer {
  int status;            // enum cgraphviz_status
  char *geometry;        // lines of text, see cgraphviz_layout; never NULL when status is OK
  size_t geometry_length;
  char *messages;        // what the library said; may be NULL
  char *library;         // path of the library used; may be NULL
};

// Lays out DOT text with `engine` ("dot", "sfdp", "neato", "nop").
//
// `candidates` are names or paths for dlopen, tried in order. The text must be ours: it is handed
// to the parser of Graphviz as it is. The geometry has one line per object, fields parted by tabs:
//   "g" TAB bounding box
//   "n" TAB name TAB pos
//   "e" TAB id TAB pos TAB label position
//   "c" TAB name TAB bounding box TAB label position
// for the graph, its nodes, its edges that have an id, and its clusters.
// One call runs at a time in a process; others wait.
void cgraphviz_layout(const char *const *candidates, size_t candidate_count, const char *engine,
                      const char *dot, struct cgraphviz_answer *answer);

void cgraphviz_answer_free(struct cgraphviz_answer *answer);

// Number of layouts made in this process since its start (dot leaks a little in each).
unsigned long cgraphviz_layout_count(void);

// Opens the library and what dot needs, so that the first layout does not wait for it.
void cgraphviz_prepare(const char *const *candidates, size_t candidate_count);

// Version text of the library ("2.43.0") copied to `buffer`; 0 when it cannot be opened.
int cgraphviz_version(const char *const *candidates, size_t candidate_count, char *buffer,
                      size_t capacity);

// --- Worker process ---

// Starts `path` with `arguments` (NULL-terminated, first is the program name), its standard input
// and output joined to `*channel` (a socket whose writes raise no signal), its standard error
// discarded. Returns 0, or an errno value.
int cgraphviz_spawn(const char *path, const char *const *arguments, int *channel, int *process);

// Sends without raising SIGPIPE; does not block. Returns the count, 0 for "try later", or -1.
long cgraphviz_send(int channel, const void *bytes, size_t count);

// Says that nothing more will be sent.
void cgraphviz_finish_sending(int channel);

// Limits of the calling process from here on: so many more seconds of processor time, so much
// address space in bytes, no core file, no files written. Memory is only ever lowered; the time can
// be set anew. Returns 0, or an errno value.
int cgraphviz_limit_self(unsigned long more_cpu_seconds, unsigned long memory_bytes);

// Memory of the calling process that is in use, in KiB; 0 where the system does not say.
unsigned long cgraphviz_resident_kib(void);

// From now on the calling process ends as soon as the other end of its standard input is gone,
// whatever it is at. Does nothing where the input is no socket: a file or a pipe may be read after
// its other end has closed. Returns 0, or an errno value.
int cgraphviz_end_with_parent(void);

#ifdef __cplusplus
}
#endif
#endif
