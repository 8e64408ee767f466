// SPDX-License-Identifier: Apache-2.0
#ifndef CLINEEDITING_H
#define CLINEEDITING_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// Line editing, history and completion by libedit, found when it is needed.
//
// Nothing is linked and no header of libedit is read: a program that contains this target starts on
// a machine without the library. The functions used are those that libedit offers under the names
// of GNU readline. All of it is for the main thread only, but for clineediting_is_interrupted.

// Opens the first candidate that has all that is needed. Returns 1, or 0 when there is none; the
// second call and later ones give the answer of the first. Prompts and echoes are written to
// standard output, or to standard error.
int clineediting_open(const char *const *candidates, size_t candidate_count,
                      int writes_to_standard_error);

// Reads a line, edited by the user; NULL at the end of the input. Free with free(). After Ctrl-C
// the line so far comes back at once, and clineediting_is_interrupted says 1.
char *clineediting_read(const char *prompt);

// --- History ---

void clineediting_limit_history(int entries);
int clineediting_load_history(const char *path);
int clineediting_save_history(const char *path);
void clineediting_add_history(const char *entry);

// --- Completion ---

// Given the line up to the cursor and the word at its end that is to be replaced, returns what may
// stand for that word, each ended by a newline, in memory of malloc; NULL leaves the word to the
// completion of file names.
typedef char *(*clineediting_completer)(const char *line, const char *word);

void clineediting_set_completer(clineediting_completer completer);

// --- Interruption ---

// From now on SIGINT is remembered instead of ending the program, until it has come three times
// without being forgotten. A signal that was ignored stays so.
void clineediting_catch_interrupts(void);

int clineediting_is_interrupted(void);
void clineediting_forget_interrupts(void);

#ifdef __cplusplus
}
#endif
#endif
