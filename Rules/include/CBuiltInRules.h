#ifndef CBUILTINRULES_H
#define CBUILTINRULES_H

// The rules of this folder, compiled when the package is built, in the read-only data of the product.

#include <stddef.h>

/// Bytes at a multiple of 64 that lie there, unchanged, for as long as the process runs.
typedef struct {
  const void *_Nonnull start;
  size_t count;
} CQBuiltIn;

/// The rules, to be read by `RuleProgram(trusted:)`.
CQBuiltIn cq_built_in_program(void);

/// The lists of `lexicon/dictionary/`, to be read by `WordTable`.
CQBuiltIn cq_built_in_words(void);

#endif
