// The least that a checker of YAML can do: open and read each file, and with libyaml's own parser take every event and throw it away.
//
//     floor events|read LIST       LIST names a file a line, like `leidraad check --files-from`
//
// `read` leaves YAML out. Prints the number of files, bytes and events, so that nothing of it can be optimised away.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static void fail(const char *what, const char *path) {
  fprintf(stderr, "floor: %s: %s\n", what, path);
  exit(2);
}

static size_t contents(const char *path, unsigned char **buffer, size_t *room) {
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat about;
  if (file < 0 || fstat(file, &about) != 0) fail("cannot be opened", path);
  if ((size_t)about.st_size > *room) {
    *room = 2 * (size_t)about.st_size;
    *buffer = realloc(*buffer, *room);
    if (*buffer == NULL) fail("no memory", path);
  }
  size_t held = 0;
  for (ssize_t got; held < (size_t)about.st_size; held += (size_t)got) {
    got = read(file, *buffer + held, (size_t)about.st_size - held);
    if (got <= 0) fail("cannot be read", path);
  }
  close(file);
  return held;
}

static size_t events(const unsigned char *bytes, size_t count, const char *path) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) fail("no memory", path);
  yaml_parser_set_input_string(&parser, bytes, count);
  size_t seen = 0;
  for (yaml_event_type_t type = YAML_NO_EVENT; type != YAML_STREAM_END_EVENT; seen++) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) fail("is no YAML", path);
    type = event.type;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return seen;
}

int main(int argc, char **argv) {
  const int parse = argc == 3 && strcmp(argv[1], "events") == 0;
  if (argc != 3 || (!parse && strcmp(argv[1], "read") != 0)) fail("is called as: floor events|read", "LIST");
  FILE *list = fopen(argv[2], "r");
  if (list == NULL) fail("cannot be opened", argv[2]);
  char path[4096];
  unsigned char *buffer = NULL;
  size_t room = 0, files = 0, bytes = 0, seen = 0;
  while (fgets(path, sizeof path, list) != NULL) {
    path[strcspn(path, "\n")] = 0;
    const size_t count = contents(path, &buffer, &room);
    bytes += count;
    files++;
    if (parse) seen += events(buffer, count, path);
  }
  printf("%zu files, %zu bytes, %zu events\n", files, bytes, seen);
  return 0;
}
