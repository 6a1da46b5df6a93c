// Makes one call of the program to the system fail, for TortureTests.swift. Loaded before the C library:
//
//   FAULT_LOG=FILE   a line a call: its number and its name
//   FAULT_AT=N       the call that fails
//   FAULT_KIND       hard: as a broken disk or a missing right would; interrupt: once, as a signal would; short: half of what was asked
//
// Only calls of the program itself count, not those of the loader and of other libraries.

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { NONE, HARD, INTERRUPT, SHORT };

static atomic_long calls;

static int is_ours(void *caller) {
  Dl_info info;
  if (!dladdr(caller, &info) || !info.dli_fname) return 0;
  const char *slash = strrchr(info.dli_fname, '/');
  const char *name = slash ? slash + 1 : info.dli_fname;
  return strcmp(name, "leidraad") == 0 || strncmp(name, "libswiftGlibc", 13) == 0;
}

static enum kind fault(void *caller, const char *name) {
  if (!is_ours(caller)) return NONE;
  long number = atomic_fetch_add(&calls, 1) + 1;
  const char *log = getenv("FAULT_LOG");
  if (log) {
    char line[64];
    int length = snprintf(line, sizeof line, "%ld %s\n", number, name);
    long file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    syscall(SYS_write, file, line, length);
    syscall(SYS_close, file);
  }
  const char *at = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND");
  if (!at || !kind || atol(at) != number) return NONE;
  return *kind == 'h' ? HARD : *kind == 'i' ? INTERRUPT : SHORT;
}

#define NEXT(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))
#define FAIL(name, hard, result)                                             \
  switch (fault(__builtin_return_address(0), #name)) {                      \
    case HARD: errno = hard; return result;                                  \
    case INTERRUPT: errno = EINTR; return result;                            \
    default: break;                                                          \
  }

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list list;
    va_start(list, flags);
    mode = va_arg(list, mode_t);
    va_end(list);
  }
  FAIL(open, flags & O_DIRECTORY ? EMFILE : EACCES, -1)
  return NEXT(int, open, const char *, int, ...)(path, flags, mode);
}

ssize_t read(int file, void *buffer, size_t count) {
  switch (fault(__builtin_return_address(0), "read")) {
    case HARD: errno = EIO; return -1;
    case INTERRUPT: errno = EINTR; return -1;
    case SHORT: count = count > 1 ? count / 2 : count; break;
    default: break;
  }
  return NEXT(ssize_t, read, int, void *, size_t)(file, buffer, count);
}

ssize_t write(int file, const void *buffer, size_t count) {
  switch (fault(__builtin_return_address(0), "write")) {
    case HARD: errno = ENOSPC; return -1;
    case INTERRUPT: errno = EINTR; return -1;
    case SHORT: count = count > 1 ? count / 2 : count; break;
    default: break;
  }
  return NEXT(ssize_t, write, int, const void *, size_t)(file, buffer, count);
}

int close(int file) {
  if (fault(__builtin_return_address(0), "close") == HARD) {
    NEXT(int, close, int)(file);
    errno = EIO;
    return -1;
  }
  return NEXT(int, close, int)(file);
}

int stat(const char *path, struct stat *info) {
  FAIL(stat, EACCES, -1)
  return NEXT(int, stat, const char *, struct stat *)(path, info);
}

int lstat(const char *path, struct stat *info) {
  FAIL(lstat, EIO, -1)
  return NEXT(int, lstat, const char *, struct stat *)(path, info);
}

int fstat(int file, struct stat *info) {
  FAIL(fstat, EIO, -1)
  return NEXT(int, fstat, int, struct stat *)(file, info);
}

DIR *opendir(const char *path) {
  FAIL(opendir, EMFILE, NULL)
  return NEXT(DIR *, opendir, const char *)(path);
}

struct dirent *readdir(DIR *folder) {
  FAIL(readdir, EIO, NULL)
  return NEXT(struct dirent *, readdir, DIR *)(folder);
}

char *realpath(const char *path, char *buffer) {
  FAIL(realpath, EACCES, NULL)
  return NEXT(char *, realpath, const char *, char *)(path, buffer);
}

int mkstemp(char *name) {
  FAIL(mkstemp, ENOSPC, -1)
  return NEXT(int, mkstemp, char *)(name);
}

int fsync(int file) {
  FAIL(fsync, EIO, -1)
  return NEXT(int, fsync, int)(file);
}

int fchmod(int file, mode_t mode) {
  FAIL(fchmod, EPERM, -1)
  return NEXT(int, fchmod, int, mode_t)(file, mode);
}

int rename(const char *from, const char *to) {
  FAIL(rename, EIO, -1)
  return NEXT(int, rename, const char *, const char *)(from, to);
}

int mkdir(const char *path, mode_t mode) {
  FAIL(mkdir, EACCES, -1)
  return NEXT(int, mkdir, const char *, mode_t)(path, mode);
}
