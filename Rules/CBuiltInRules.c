#include "CBuiltInRules.h"

#include <stdint.h>

// What the build adds to this target: `CalqueGenerator` writes it, called by `Plugins/EmbedRules`.
extern const uint8_t cq_program_bytes[];
extern const size_t cq_program_size;
extern const uint8_t cq_words_bytes[];
extern const size_t cq_words_size;

CQBuiltIn cq_built_in_program(void) { return (CQBuiltIn){cq_program_bytes, cq_program_size}; }

CQBuiltIn cq_built_in_words(void) { return (CQBuiltIn){cq_words_bytes, cq_words_size}; }
