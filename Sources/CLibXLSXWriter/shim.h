#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// A file in memory that has no name and is closed on exec; -1 with errno when there is none to be had.
static inline int milepost_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1U); }
