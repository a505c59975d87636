#include "CMalloc.h"

// The Glibc module of Swift leaves this header out, hence a target of its own.
#include <malloc.h>

void cq_keep_freed_memory(int bytes) {
  mallopt(M_TRIM_THRESHOLD, bytes);
  // Larger blocks are given back whole.
  mallopt(M_MMAP_THRESHOLD, bytes);
}
