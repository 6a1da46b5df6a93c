// Runs a command and ends as it does. What it took goes to a file: user and system time in microseconds, and peak memory in KiB.
//
//     measure FILE COMMAND [ARGUMENT ...]
//
// Linux counts the memory of the process that starts a program as the program's own until then: from these few pages it is next to nothing.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static long long microseconds(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

int main(int argc, char **argv) {
  if (argc < 3) return 125;
  const pid_t child = fork();
  if (child == 0) {
    execvp(argv[2], argv + 2);
    _exit(127);
  }
  int status = 0;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) < 0) return 125;
  FILE *figures = fopen(argv[1], "w");
  if (!figures) return 125;
  fprintf(figures, "%lld %ld\n", microseconds(used.ru_utime) + microseconds(used.ru_stime), used.ru_maxrss);
  if (fclose(figures) != 0) return 125;
  if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
  // No file of this program's memory: it is the other that ended so.
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  signal(WTERMSIG(status), SIG_DFL);
  raise(WTERMSIG(status));
  return 125;
}
