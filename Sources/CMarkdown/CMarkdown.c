// SPDX-License-Identifier: Apache-2.0
#include "CMarkdown.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Options of the library, the same in all its versions.
enum { SOURCE_POSITIONS = 1 << 1, VALIDATE_UTF8 = 1 << 9, FOOTNOTES = 1 << 13, FULL_INFO = 1 << 16 };

struct library {
  void (*register_extensions)(void);
  void *(*find_extension)(const char *name);
  int (*attach_extension)(void *parser, void *extension);
  void *(*make_parser)(int options);
  void (*feed)(void *parser, const char *text, size_t length);
  void *(*finish)(void *parser);
  void (*free_parser)(void *parser);
  void (*free_node)(void *node);
  const char *(*version)(void);

  void *(*next)(void *node);
  void *(*parent)(void *node);
  void *(*first_child)(void *node);
  const char *(*kind)(void *node);
  const char *(*literal)(void *node);
  const char *(*url)(void *node);
  const char *(*title)(void *node);
  const char *(*fence_info)(void *node);
  int (*fenced)(void *node, int *length, int *offset, char *character);
  int (*heading_level)(void *node);
  int (*list_type)(void *node);
  int (*list_start)(void *node);
  int (*list_tight)(void *node);
  int (*start_line)(void *node);
  int (*start_column)(void *node);
  int (*end_line)(void *node);
  int (*end_column)(void *node);
  uint16_t (*table_columns)(void *node);
  uint8_t *(*table_alignments)(void *node);
  bool (*is_checked)(void *node);
};

static const char *const extension_names[] = {"table", "strikethrough", "autolink", "tasklist"};
enum { EXTENSION_COUNT = sizeof extension_names / sizeof extension_names[0] };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// The library that was opened last, and the function that tells it from another.
static struct library opened;
static bool is_opened;

static bool resolve(struct library *library, void *handle) {
  // dlsym on the extensions looks through what they depend on too, so the parser comes along.
  struct { const char *name; void *place; } needed[] = {
    {"cmark_gfm_core_extensions_ensure_registered", &library->register_extensions},
    {"cmark_find_syntax_extension", &library->find_extension},
    {"cmark_parser_attach_syntax_extension", &library->attach_extension},
    {"cmark_parser_new", &library->make_parser}, {"cmark_parser_feed", &library->feed},
    {"cmark_parser_finish", &library->finish}, {"cmark_parser_free", &library->free_parser},
    {"cmark_node_free", &library->free_node}, {"cmark_version_string", &library->version},
    {"cmark_node_next", &library->next}, {"cmark_node_parent", &library->parent},
    {"cmark_node_first_child", &library->first_child},
    {"cmark_node_get_type_string", &library->kind},
    {"cmark_node_get_literal", &library->literal}, {"cmark_node_get_url", &library->url},
    {"cmark_node_get_title", &library->title},
    {"cmark_node_get_fence_info", &library->fence_info},
    {"cmark_node_get_fenced", &library->fenced},
    {"cmark_node_get_heading_level", &library->heading_level},
    {"cmark_node_get_list_type", &library->list_type},
    {"cmark_node_get_list_start", &library->list_start},
    {"cmark_node_get_list_tight", &library->list_tight},
    {"cmark_node_get_start_line", &library->start_line},
    {"cmark_node_get_start_column", &library->start_column},
    {"cmark_node_get_end_line", &library->end_line},
    {"cmark_node_get_end_column", &library->end_column},
    {"cmark_gfm_extensions_get_table_columns", &library->table_columns},
    {"cmark_gfm_extensions_get_table_alignments", &library->table_alignments},
    {"cmark_gfm_extensions_get_tasklist_item_checked", &library->is_checked},
  };
  for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
    void *address = dlsym(handle, needed[i].name);
    if (address == NULL) return false;
    memcpy(needed[i].place, &address, sizeof address);
  }
  library->register_extensions();
  for (size_t i = 0; i < EXTENSION_COUNT; i++)
    if (library->find_extension(extension_names[i]) == NULL) return false;
  return true;
}

static int open_library(const char *const *candidates, size_t count) {
  int status = CMARKDOWN_LIBRARY_MISSING;
  for (size_t i = 0; i < count; i++) {
    void *handle = dlopen(candidates[i], RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) continue;
    void *address = dlsym(handle, "cmark_gfm_core_extensions_ensure_registered");
    if (is_opened && address != NULL && address == (void *)opened.register_extensions)
      return CMARKDOWN_OK;
    struct library library;
    if (resolve(&library, handle)) {
      opened = library;
      is_opened = true;
      return CMARKDOWN_OK;
    }
    status = CMARKDOWN_LIBRARY_UNFIT;
  }
  return status;
}

// --- The tree as events ---

struct events {
  struct cmarkdown_answer *answer;
  size_t event_capacity, pool_capacity;
};

static bool add_text(struct events *events, const char *text, size_t length, size_t *start,
                     size_t *stored) {
  struct cmarkdown_answer *answer = events->answer;
  *start = answer->pool_length;
  *stored = length;
  if (length == 0) return true;
  if (answer->pool_length + length > events->pool_capacity) {
    size_t capacity = (answer->pool_length + length) * 2;
    char *pool = realloc(answer->pool, capacity);
    if (pool == NULL) return false;
    answer->pool = pool;
    events->pool_capacity = capacity;
  }
  memcpy(answer->pool + answer->pool_length, text, length);
  answer->pool_length += length;
  return true;
}

static struct cmarkdown_event *add_event(struct events *events) {
  struct cmarkdown_answer *answer = events->answer;
  if (answer->event_count == events->event_capacity) {
    size_t capacity = events->event_capacity == 0 ? 256 : events->event_capacity * 2;
    struct cmarkdown_event *grown = realloc(answer->events, capacity * sizeof *grown);
    if (grown == NULL) return NULL;
    answer->events = grown;
    events->event_capacity = capacity;
  }
  struct cmarkdown_event *event = &answer->events[answer->event_count++];
  memset(event, 0, sizeof *event);
  return event;
}

static bool is(const char *kind, const char *name) { return strcmp(kind, name) == 0; }

// Some versions have no names for the two kinds of footnotes; only a reference has a literal.
static const char *kind_of(void *node) {
  const char *kind = opened.kind(node);
  if (!is(kind, "<unknown>")) return kind;
  return opened.literal(node) == NULL ? "footnote_definition" : "footnote_reference";
}

static bool add_begin(struct events *events, void *node) {
  struct cmarkdown_event *event = add_event(events);
  if (event == NULL) return false;
  const char *kind = kind_of(node);
  event->kind = kind;
  event->start_line = opened.start_line(node);
  event->start_column = opened.start_column(node);
  event->end_line = opened.end_line(node);
  event->end_column = opened.end_column(node);
  const char *text = NULL, *title = NULL;
  size_t title_length = 0;
  if (is(kind, "heading")) {
    event->number = opened.heading_level(node);
  } else if (is(kind, "list")) {
    event->number = opened.list_start(node);
    if (opened.list_type(node) == 2) event->flags |= CMARKDOWN_ORDERED;
    if (opened.list_tight(node)) event->flags |= CMARKDOWN_TIGHT;
  } else if (is(kind, "tasklist")) {
    if (opened.is_checked(node)) event->flags |= CMARKDOWN_CHECKED;
  } else if (is(kind, "code_block")) {
    int length, offset;
    char character;
    if (opened.fenced(node, &length, &offset, &character)) event->flags |= CMARKDOWN_FENCED;
    text = opened.literal(node);
    title = opened.fence_info(node);
  } else if (is(kind, "link") || is(kind, "image")) {
    text = opened.url(node);
    title = opened.title(node);
  } else if (is(kind, "table")) {
    event->number = opened.table_columns(node);
    title = (const char *)opened.table_alignments(node);
    title_length = title == NULL ? 0 : (size_t)event->number;
  } else {
    text = opened.literal(node);
  }
  if (title != NULL && title_length == 0) title_length = strlen(title);
  // The pool may move, but not the events.
  return add_text(events, text, text == NULL ? 0 : strlen(text), &event->text,
                  &event->text_length) &&
         add_text(events, title, title_length, &event->title, &event->title_length);
}

static bool add_end(struct events *events, void *node) {
  struct cmarkdown_event *event = add_event(events);
  if (event == NULL) return false;
  event->kind = kind_of(node);
  event->is_end = 1;
  return true;
}

static int walk(struct events *events, void *root, int most_deep, size_t most_events) {
  void *node = root;
  int depth = 0;
  while (true) {
    if (depth > most_deep || events->answer->event_count + 2 > most_events) {
      events->answer->line = opened.start_line(node);
      return depth > most_deep ? CMARKDOWN_TOO_DEEP : CMARKDOWN_TOO_MANY;
    }
    if (!add_begin(events, node)) return CMARKDOWN_OUT_OF_MEMORY;
    void *child = opened.first_child(node);
    if (child != NULL) {
      node = child;
      depth++;
      continue;
    }
    while (true) {
      if (!add_end(events, node)) return CMARKDOWN_OUT_OF_MEMORY;
      if (node == root) return CMARKDOWN_OK;
      void *sibling = opened.next(node);
      if (sibling != NULL) {
        node = sibling;
        break;
      }
      node = opened.parent(node);
      depth--;
    }
  }
}

void cmarkdown_parse(const char *const *candidates, size_t candidate_count, const char *text,
                     size_t length, int most_deep, size_t most_events,
                     struct cmarkdown_answer *answer) {
  memset(answer, 0, sizeof *answer);
  pthread_mutex_lock(&lock);
  answer->status = open_library(candidates, candidate_count);
  if (answer->status == CMARKDOWN_OK) {
    void *parser = opened.make_parser(SOURCE_POSITIONS | VALIDATE_UTF8 | FOOTNOTES | FULL_INFO);
    for (size_t i = 0; i < EXTENSION_COUNT; i++)
      opened.attach_extension(parser, opened.find_extension(extension_names[i]));
    opened.feed(parser, text, length);
    void *root = opened.finish(parser);
    struct events events = {answer, 0, 0};
    answer->status =
        root == NULL ? CMARKDOWN_OUT_OF_MEMORY : walk(&events, root, most_deep, most_events);
    if (root != NULL) opened.free_node(root);
    opened.free_parser(parser);
  }
  pthread_mutex_unlock(&lock);
}

void cmarkdown_answer_free(struct cmarkdown_answer *answer) {
  free(answer->events);
  free(answer->pool);
  memset(answer, 0, sizeof *answer);
}

int cmarkdown_version(const char *const *candidates, size_t candidate_count, char *buffer,
                      size_t capacity) {
  if (capacity == 0) return 0;
  pthread_mutex_lock(&lock);
  bool is_found = open_library(candidates, candidate_count) == CMARKDOWN_OK;
  if (is_found) {
    strncpy(buffer, opened.version(), capacity - 1);
    buffer[capacity - 1] = '\0';
  }
  pthread_mutex_unlock(&lock);
  return is_found ? 1 : 0;
}
