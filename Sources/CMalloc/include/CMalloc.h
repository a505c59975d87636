#ifndef CMALLOC_H
#define CMALLOC_H

/// Keeps freed memory, up to some bytes of it, for what is allocated next.
void cq_keep_freed_memory(int bytes);

#endif
