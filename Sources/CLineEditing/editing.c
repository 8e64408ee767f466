// SPDX-License-Identifier: Apache-2.0
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CLineEditing.h"

#include <dlfcn.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef char *(*match_generator)(const char *word, int state);
typedef char **(*attempted_completion)(const char *word, int start, int end);

static struct {
  char *(*read)(const char *prompt);
  int (*add_history)(const char *entry);
  int (*read_history)(const char *path);
  int (*write_history)(const char *path);
  int (*stifle_history)(int entries);
  char **(*completion_matches)(const char *word, match_generator generator);

  // Variables of the library.
  attempted_completion *completion;
  char **line;
  int *is_completion_over;         // may be NULL, as all below
  int (**get_character)(FILE *input);
  const char **basic_word_breaks;
  const char **word_breaks;
  int *appended_character;
  FILE **output;
  const char **program_name;
  void (*use_history)(void);
} library;

static clineediting_completer completer;

// --- Opening ---

struct symbol {
  const char *name;
  void *place;
  int is_needed;
};

static int resolve(void *handle) {
  const struct symbol symbols[] = {
    {"readline", &library.read, 1},
    {"add_history", &library.add_history, 1},
    {"read_history", &library.read_history, 1},
    {"write_history", &library.write_history, 1},
    {"stifle_history", &library.stifle_history, 1},
    {"rl_completion_matches", &library.completion_matches, 1},
    {"rl_attempted_completion_function", &library.completion, 1},
    {"rl_line_buffer", &library.line, 1},
    {"rl_attempted_completion_over", &library.is_completion_over, 0},
    {"rl_getc_function", &library.get_character, 0},
    {"rl_basic_word_break_characters", &library.basic_word_breaks, 0},
    {"rl_completer_word_break_characters", &library.word_breaks, 0},
    {"rl_completion_append_character", &library.appended_character, 0},
    {"rl_outstream", &library.output, 0},
    {"rl_readline_name", &library.program_name, 0},
    {"using_history", &library.use_history, 0},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++) {
    void *address = dlsym(handle, symbols[i].name);
    if (address == NULL && symbols[i].is_needed) return 0;
    memcpy(symbols[i].place, &address, sizeof address);
  }
  return 1;
}

// The library reads characters by the locale. Texts of the program are UTF-8, whatever it says.
static void use_unicode(void) {
  if (setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "en_US.UTF-8");
}

// Reads one character. An interruption ends the line, as nothing in the library does at once.
static int next_character(FILE *input) {
  unsigned char bytes[4];
  int length = 1, code;
  for (int count = 0; count < length; count++) {
    ssize_t found;
    do {
      if (clineediting_is_interrupted()) return '\n';
      found = read(fileno(input), bytes + count, 1);
    } while (found < 0 && errno == EINTR);
    if (found <= 0) return EOF;
    if (count == 0) length = bytes[0] < 0xC0 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
  }
  code = length == 1 ? bytes[0] : bytes[0] & (0x7F >> length);
  for (int i = 1; i < length; i++) code = code << 6 | (bytes[i] & 0x3F);
  return code;
}

static char **complete(const char *word, int start, int end);

int clineediting_open(const char *const *candidates, size_t candidate_count,
                      int writes_to_standard_error) {
  static int state;   // 0 before the first call, then 1 for found and 2 for missing
  static const char word_breaks[] = " \t\n\"'`(){}[]<>=+*,;|&";
  if (state != 0) return state == 1;
  state = 2;
  for (size_t i = 0; i < candidate_count && state == 2; i++) {
    void *handle = dlopen(candidates[i], RTLD_NOW | RTLD_LOCAL);
    if (handle != NULL && resolve(handle)) state = 1;
  }
  if (state == 2) return 0;
  use_unicode();
  if (library.program_name != NULL) *library.program_name = "entente";
  if (library.output != NULL && writes_to_standard_error) *library.output = stderr;
  if (library.basic_word_breaks != NULL) *library.basic_word_breaks = word_breaks;
  if (library.word_breaks != NULL) *library.word_breaks = word_breaks;
  if (library.appended_character != NULL) *library.appended_character = '\0';
  if (library.get_character != NULL) *library.get_character = next_character;
  *library.completion = complete;
  // The library starts here, with what was set above.
  if (library.use_history != NULL) library.use_history();
  return 1;
}

char *clineediting_read(const char *prompt) { return library.read(prompt); }

// --- History ---

void clineediting_limit_history(int entries) { library.stifle_history(entries); }
int clineediting_load_history(const char *path) { return library.read_history(path) == 0; }
int clineediting_save_history(const char *path) { return library.write_history(path) == 0; }
void clineediting_add_history(const char *entry) { library.add_history(entry); }

// --- Completion ---

static const char *next_match;

// Hands over one line of the matches after the other.
static char *generate(const char *word, int state) {
  (void)word;
  (void)state;
  const char *end = strchr(next_match, '\n');
  if (end == NULL) return NULL;
  char *match = strndup(next_match, (size_t)(end - next_match));
  next_match = end + 1;
  return match;
}

// The number of bytes before the cursor. Some versions count the cursor in characters, others in
// bytes; the word stands before it in one of the two ways.
static size_t cursor_offset(const char *line, const char *word, int cursor) {
  size_t word_length = strlen(word), line_length = strlen(line), offset = 0;
  for (int characters = 0; line[offset] != '\0'; offset++)
    if (((unsigned char)line[offset] & 0xC0) != 0x80 && characters++ == cursor) break;
  for (int attempt = 0; attempt < 2; attempt++) {
    if (offset >= word_length && offset <= line_length &&
        memcmp(line + offset - word_length, word, word_length) == 0)
      return offset;
    offset = (size_t)cursor;
  }
  return line_length;
}

static char **complete(const char *word, int start, int end) {
  (void)start;
  if (library.is_completion_over != NULL) *library.is_completion_over = 1;
  if (completer == NULL || *library.line == NULL) return NULL;
  char *line = strndup(*library.line, cursor_offset(*library.line, word, end));
  if (line == NULL) return NULL;
  char *matches = completer(line, word);
  free(line);
  if (matches == NULL) {
    if (library.is_completion_over != NULL) *library.is_completion_over = 0;
    return NULL;
  }
  next_match = matches;
  char **list = library.completion_matches(word, generate);
  free(matches);
  return list;
}

void clineediting_set_completer(clineediting_completer new_completer) {
  completer = new_completer;
}
