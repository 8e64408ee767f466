// SPDX-License-Identifier: Apache-2.0
#ifndef CMARKDOWN_H
#define CMARKDOWN_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// libcmark-gfm, found when it is needed and used for parsing only.
//
// Nothing is linked and none of its headers is read: a program that contains this target starts on
// a machine without the library. Only functions that take strings, numbers and opaque pointers are
// called, and kinds of nodes are told apart by their names, not by numbers of one version.

enum cmarkdown_status {
  CMARKDOWN_OK = 0,
  CMARKDOWN_LIBRARY_MISSING = 1,  // no candidate could be opened
  CMARKDOWN_LIBRARY_UNFIT = 2,    // opened, but a function or an extension is missing
  CMARKDOWN_OUT_OF_MEMORY = 3,
  CMARKDOWN_TOO_DEEP = 4,         // more nodes in each other than allowed
  CMARKDOWN_TOO_MANY = 5,         // more nodes than allowed
};

// A node that begins, or one that ends.
struct cmarkdown_event {
  const char *kind;      // such as "paragraph"; lives as long as the library
  int is_end;
  int start_line, start_column, end_line, end_column;  // from 1, columns in bytes; 0: unknown
  int number;            // level of a heading, first number of a list, columns of a table
  int flags;             // enum cmarkdown_flag
  size_t text, text_length;    // literal, address or info string: a span of the pool
  size_t title, title_length;  // title of a link, alignments of a table
};

enum cmarkdown_flag {
  CMARKDOWN_ORDERED = 1,
  CMARKDOWN_TIGHT = 2,
  CMARKDOWN_FENCED = 4,
  CMARKDOWN_CHECKED = 8,
};

struct cmarkdown_answer {
  int status;            // enum cmarkdown_status
  int line;              // where a bound was passed, else 0
  struct cmarkdown_event *events;  // in the order of the text; ends follow what they end
  size_t event_count;
  char *pool;            // the texts of the events, in UTF-8
  size_t pool_length;
};

// Parses CommonMark with tables, strikethrough, autolinks, task lists and footnotes.
//
// `candidates` are names or paths of libcmark-gfm-extensions for dlopen, tried in order. One call
// runs at a time in a process; others wait, since the library keeps a table of special characters
// per process.
void cmarkdown_parse(const char *const *candidates, size_t candidate_count, const char *text,
                     size_t length, int most_deep, size_t most_events,
                     struct cmarkdown_answer *answer);

void cmarkdown_answer_free(struct cmarkdown_answer *answer);

// Version text of the library ("0.29.0.gfm.6") copied to `buffer`; 0 when it cannot be used.
int cmarkdown_version(const char *const *candidates, size_t candidate_count, char *buffer,
                      size_t capacity);

#ifdef __cplusplus
}
#endif
#endif
