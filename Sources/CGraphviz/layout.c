// SPDX-License-Identifier: Apache-2.0
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CGraphviz.h"

#include <dlfcn.h>
#include <glob.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The only structure shared with Graphviz: a list of plug-ins, ended by two null pointers.
struct preloaded_plugin {
  const char *name;
  void *address;
};

struct library {
  char *path;
  void *force_context;   // context with dot and neato_layout; made at first need
  void *dot_context;            // context with dot only, which opens fewer libraries
  struct preloaded_plugin dot_plugins[2];
  struct preloaded_plugin all_plugins[3];

  void *(*make_context)(const struct preloaded_plugin *plugins, int demand_loading);
  int (*layout)(void *context, void *graph, const char *engine);
  int (*free_layout)(void *context, void *graph);
  void (*attach_attributes)(void *graph);
  char *(*version)(void *context);
  void *(*read_graph)(const char *text);
  int (*close_graph)(void *graph);
  char *(*get)(void *object, char *name);
  char *(*name_of)(void *object);
  void *(*first_node)(void *graph);
  void *(*next_node)(void *graph, void *node);
  void *(*first_out)(void *graph, void *node);
  void *(*next_out)(void *graph, void *edge);
  void *(*first_part)(void *graph);
  void *(*next_part)(void *part);
  int (*set_error_level)(int level);
  void *(*set_error_function)(int (*function)(char *message));
  int (*report)(int level, const char *format, ...);
  int (*reset_errors)(void);

  struct library *next;
};

// Graphviz keeps state per process (parser, error handler, dot's globals), so one lock guards all.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct library *libraries;
static unsigned long layout_count;

// --- Messages, gathered in pieces by the callback ---

enum { MESSAGE_LIMIT = 1 << 16 };
static char message_text[MESSAGE_LIMIT];
static size_t message_length;

static int gather_message(char *piece) {
  if (piece == NULL) return 0;
  size_t count = strlen(piece);
  size_t room = MESSAGE_LIMIT - 1 - message_length;
  if (count > room) count = room;
  memcpy(message_text + message_length, piece, count);
  message_length += count;
  message_text[message_length] = '\0';
  return 0;
}

static void forget_messages(struct library *library) {
  message_length = 0;
  message_text[0] = '\0';
  library->reset_errors();
}

// --- Finding the library and its plug-ins ---

static void *open_plugin(const char *directory, const char *name) {
  char pattern[4096], symbol[128];
  glob_t found;
  void *entry = NULL;
  if (snprintf(pattern, sizeof pattern, "%s/libgvplugin_%s.*", directory, name) >=
      (int)sizeof pattern)
    return NULL;
  snprintf(symbol, sizeof symbol, "gvplugin_%s_LTX_library", name);
  if (glob(pattern, 0, NULL, &found) == 0) {
    for (size_t i = 0; i < found.gl_pathc && entry == NULL; i++) {
      const char *path = found.gl_pathv[i];
      if (strstr(path, ".so") == NULL && strstr(path, ".dylib") == NULL) continue;
      void *handle = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
      if (handle != NULL) entry = dlsym(handle, symbol);
    }
    globfree(&found);
  }
  return entry;
}

// The plug-ins lie in "graphviz" beside the library, or where GVBINDIR says.
static bool plugin_directory(const struct library *library, char *directory, size_t capacity) {
  const char *named = getenv("GVBINDIR");
  if (named != NULL && named[0] != '\0')
    return snprintf(directory, capacity, "%s", named) < (int)capacity;
  const char *slash = strrchr(library->path, '/');
  if (slash == NULL) return false;
  return snprintf(directory, capacity, "%.*s/graphviz", (int)(slash - library->path),
                  library->path) < (int)capacity;
}

static void *context_for(struct library *library, const char *engine) {
  char directory[4096];
  bool only_dot = strcmp(engine, "dot") == 0;
  void **context = only_dot ? &library->dot_context : &library->force_context;
  if (*context != NULL) return *context;
  if (!plugin_directory(library, directory, sizeof directory)) return NULL;
  void *dot = open_plugin(directory, "dot_layout");
  if (dot == NULL) return NULL;
  struct preloaded_plugin entry = {"gvplugin_dot_layout_LTX_library", dot};
  if (only_dot) {
    library->dot_plugins[0] = entry;
    *context = library->make_context(library->dot_plugins, 0);
  } else {
    void *force = open_plugin(directory, "neato_layout");
    if (force == NULL) return NULL;
    library->all_plugins[0] = entry;
    library->all_plugins[1] =
        (struct preloaded_plugin){"gvplugin_neato_layout_LTX_library", force};
    *context = library->make_context(library->all_plugins, 0);
  }
  return *context;
}

static bool resolve(struct library *library, void *handle) {
  // dlsym on a library looks through what it depends on too, so libcgraph comes along.
  struct { const char *name; void *place; } needed[] = {
    {"gvContextPlugins", &library->make_context}, {"gvLayout", &library->layout},
    {"gvFreeLayout", &library->free_layout}, {"attach_attrs", &library->attach_attributes},
    {"gvcVersion", &library->version}, {"agmemread", &library->read_graph},
    {"agclose", &library->close_graph}, {"agget", &library->get},
    {"agnameof", &library->name_of}, {"agfstnode", &library->first_node},
    {"agnxtnode", &library->next_node}, {"agfstout", &library->first_out},
    {"agnxtout", &library->next_out}, {"agfstsubg", &library->first_part},
    {"agnxtsubg", &library->next_part}, {"agseterr", &library->set_error_level},
    {"agseterrf", &library->set_error_function}, {"agerr", &library->report},
    {"agreseterrors", &library->reset_errors},
  };
  for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
    void *address = dlsym(handle, needed[i].name);
    if (address == NULL) {
      gather_message("function not found: ");
      gather_message((char *)needed[i].name);
      return false;
    }
    memcpy(needed[i].place, &address, sizeof address);
  }
  return true;
}

static void capture_errors(struct library *library) {
  static char padding[1 << 13];
  library->set_error_function(gather_message);
  library->set_error_level(0);   // AGWARN: warnings and errors
  // Up to 2.50 the library reads an argument list twice when its message buffer must grow. One
  // long message without conversions makes it grow while that is harmless.
  memset(padding, ' ', sizeof padding - 1);
  library->report(0, padding);
  forget_messages(library);
}

static struct library *open_library(const char *const *candidates, size_t count, int *status) {
  *status = CGRAPHVIZ_LIBRARY_MISSING;
  message_length = 0;
  message_text[0] = '\0';
  for (size_t i = 0; i < count; i++) {
    void *handle = dlopen(candidates[i], RTLD_LAZY | RTLD_LOCAL);
    if (handle == NULL) continue;
    void *address = dlsym(handle, "gvContextPlugins");
    for (struct library *known = libraries; known != NULL; known = known->next)
      if (address != NULL && (void *)known->make_context == address) {
        *status = CGRAPHVIZ_OK;
        return known;
      }
    struct library *library = calloc(1, sizeof *library);
    Dl_info place;
    if (library == NULL) {
      *status = CGRAPHVIZ_OUT_OF_MEMORY;
      return NULL;
    }
    if (!resolve(library, handle) || dladdr(address, &place) == 0 || place.dli_fname == NULL ||
        (library->path = strdup(place.dli_fname)) == NULL) {
      free(library);
      *status = CGRAPHVIZ_LIBRARY_UNFIT;
      continue;
    }
    capture_errors(library);
    library->next = libraries;
    libraries = library;
    *status = CGRAPHVIZ_OK;
    return library;
  }
  return NULL;
}

// --- Geometry as text ---

struct text {
  char *bytes;
  size_t length, capacity;
  bool failed;
};

static void append(struct text *text, const char *piece) {
  if (piece == NULL || text->failed) return;
  size_t count = strlen(piece);
  if (text->length + count + 1 > text->capacity) {
    size_t capacity = (text->length + count + 1) * 2;
    char *bytes = realloc(text->bytes, capacity);
    if (bytes == NULL) {
      text->failed = true;
      return;
    }
    text->bytes = bytes;
    text->capacity = capacity;
  }
  memcpy(text->bytes + text->length, piece, count + 1);
  text->length += count;
}

static void append_geometry(struct library *library, void *graph, struct text *text) {
  append(text, "g\t");
  append(text, library->get(graph, "bb"));
  append(text, "\n");
  for (void *part = library->first_part(graph); part != NULL; part = library->next_part(part)) {
    const char *name = library->name_of(part);
    if (name == NULL || strncmp(name, "cluster", 7) != 0) continue;
    append(text, "c\t");
    append(text, name);
    append(text, "\t");
    append(text, library->get(part, "bb"));
    append(text, "\t");
    append(text, library->get(part, "lp"));
    append(text, "\n");
  }
  for (void *node = library->first_node(graph); node != NULL;
       node = library->next_node(graph, node)) {
    append(text, "n\t");
    append(text, library->name_of(node));
    append(text, "\t");
    append(text, library->get(node, "pos"));
    append(text, "\n");
    for (void *edge = library->first_out(graph, node); edge != NULL;
         edge = library->next_out(graph, edge)) {
      // An edge that only holds ranks apart has no id.
      const char *id = library->get(edge, "id");
      if (id == NULL || id[0] == '\0') continue;
      append(text, "e\t");
      append(text, id);
      append(text, "\t");
      append(text, library->get(edge, "pos"));
      append(text, "\t");
      append(text, library->get(edge, "lp"));
      append(text, "\n");
    }
  }
}

// --- Frames in one order ---

// True when the frames "cluster0", "cluster1", ... come in the order of their numbers.
static bool is_in_order(struct library *library, void *graph) {
  long last = -1;
  for (void *part = library->first_part(graph); part != NULL; part = library->next_part(part)) {
    const char *name = library->name_of(part);
    if (name == NULL || strncmp(name, "cluster", 7) != 0) continue;
    long number = atol(name + 7);
    if (number < last) return false;
    last = number;
  }
  return true;
}

// The library keeps frames in the order of the addresses at which their names happen to lie, and dot
// lays them out in that order. Names that lie in a row come from fresh memory, so while they do
// not, the graph is read again, with the earlier ones still in the memory that was used before.
static void *read_in_order(struct library *library, const char *dot) {
  enum { TRIES = 16 };
  void *earlier[TRIES];
  size_t count = 0;
  void *graph = library->read_graph(dot);
  while (graph != NULL && count < TRIES && !is_in_order(library, graph)) {
    earlier[count++] = graph;
    graph = library->read_graph(dot);
  }
  while (count > 0) library->close_graph(earlier[--count]);
  return graph;
}

static void run(const char *const *candidates, size_t candidate_count, const char *engine,
                const char *dot, struct cgraphviz_answer *answer) {
  struct library *library = open_library(candidates, candidate_count, &answer->status);
  if (library == NULL) return;
  answer->library = strdup(library->path);
  forget_messages(library);
  void *context = context_for(library, engine);
  if (context == NULL) {
    gather_message("the layout plug-ins were not found beside the library");
    answer->status = CGRAPHVIZ_LIBRARY_UNFIT;
    return;
  }
  void *graph = read_in_order(library, dot);
  if (graph == NULL) {
    answer->status = CGRAPHVIZ_GRAPH_REFUSED;
    return;
  }
  // Up to 2.43 at least, dot frees a block twice when an edge with a label came to lie within the
  // first rank, which only happens where frames or ranks are asked for. Such layouts are left to
  // leak, some ten kilobytes each.
  bool is_freeable = library->first_part(graph) == NULL;
  // The force-directed engines draw from the C generator: the same start, the same picture.
  srand(1);
  layout_count++;
  if (library->layout(context, graph, engine) != 0) {
    answer->status = CGRAPHVIZ_LAYOUT_FAILED;
  } else {
    struct text text = {0};
    library->attach_attributes(graph);
    append_geometry(library, graph, &text);
    if (is_freeable) library->free_layout(context, graph);
    if (text.failed) {
      free(text.bytes);
      answer->status = CGRAPHVIZ_OUT_OF_MEMORY;
    } else {
      answer->geometry = text.bytes;
      answer->geometry_length = text.length;
      answer->status = CGRAPHVIZ_OK;
    }
  }
  if (is_freeable) library->close_graph(graph);
}

void cgraphviz_layout(const char *const *candidates, size_t candidate_count, const char *engine,
                      const char *dot, struct cgraphviz_answer *answer) {
  memset(answer, 0, sizeof *answer);
  pthread_mutex_lock(&lock);
  run(candidates, candidate_count, engine, dot, answer);
  if (message_length > 0) answer->messages = strdup(message_text);
  pthread_mutex_unlock(&lock);
}

void cgraphviz_answer_free(struct cgraphviz_answer *answer) {
  free(answer->geometry);
  free(answer->messages);
  free(answer->library);
  memset(answer, 0, sizeof *answer);
}

unsigned long cgraphviz_layout_count(void) {
  pthread_mutex_lock(&lock);
  unsigned long count = layout_count;
  pthread_mutex_unlock(&lock);
  return count;
}

void cgraphviz_prepare(const char *const *candidates, size_t candidate_count) {
  int status;
  pthread_mutex_lock(&lock);
  struct library *library = open_library(candidates, candidate_count, &status);
  if (library != NULL) context_for(library, "dot");
  pthread_mutex_unlock(&lock);
}

int cgraphviz_version(const char *const *candidates, size_t candidate_count, char *buffer,
                      size_t capacity) {
  int status, found = 0;
  pthread_mutex_lock(&lock);
  struct library *library = open_library(candidates, candidate_count, &status);
  void *context = library == NULL ? NULL : context_for(library, "dot");
  if (context != NULL) {
    snprintf(buffer, capacity, "%s", library->version(context));
    found = 1;
  }
  pthread_mutex_unlock(&lock);
  return found;
}
