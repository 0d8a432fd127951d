/* Memory as a careful C program takes it for large arrays: aligned, huge pages, touched. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { huge_page = 2 << 20 };

void *peer_allocate(int64_t bytes) {
    size_t whole = ((size_t)bytes + huge_page - 1) / huge_page * huge_page;
    void *memory = aligned_alloc(huge_page, whole);
    if (memory == NULL)
        return NULL;
    madvise(memory, whole, MADV_HUGEPAGE);
    return memset(memory, 0, whole);
}

void peer_free(void *memory) { free(memory); }
