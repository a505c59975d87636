/* Stands in for calque in the tests of the benchmarks: reports each line that contains “the ”.
 *
 *     stand-in [--jobs N] [--format json] [--slow] [--fickle FILE] PATH
 *
 * --slow does every byte's work twice; --fickle adds a finding when FILE exists, and makes it.
 * A folder is linted by way of its files article-0000.txt, article-0001.txt …
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static int findings = 0;
static int repeats = 1;
static volatile unsigned work = 0;

static int lint(const char *path) {
  static char line[1 << 16];
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  for (int number = 1; fgets(line, sizeof line, file); number++) {
    for (int turn = 0; turn < repeats; turn++)
      for (char *byte = line; *byte; byte++) work += (unsigned char)*byte;
    if (!strstr(line, "the ")) continue;
    printf("%s:%d:1: error: has “the” [es/the]\n%s:1:1: note: here\n", path, number, path);
    findings++;
  }
  fclose(file);
  return 1;
}

int main(int count, char **words) {
  const char *path = "";
  const char *fickle = NULL;
  int is_json = 0;
  for (int index = 1; index < count; index++) {
    if (!strcmp(words[index], "--version")) return puts("stand-in 1"), 0;
    if (!strcmp(words[index], "--slow")) repeats = 2;
    else if (!strcmp(words[index], "--fickle")) fickle = words[++index];
    else if (!strcmp(words[index], "--format")) is_json = 1, index++;
    else if (!strcmp(words[index], "--jobs")) index++;
    else path = words[index];
  }
  if (is_json) {
    printf("{\"files\": [{\"path\": \"a.txt\", \"findings\": [{\"rule\": \"es/a\", ");
    printf("\"line\": %d, \"column\": 1}]}]}\n", repeats);
    return 1;
  }
  struct stat status;
  if (stat(path, &status) != 0) return 3;
  if (S_ISDIR(status.st_mode)) {
    char name[4096];
    for (int number = 0;; number++) {
      snprintf(name, sizeof name, "%s/article-%04d.txt", path, number);
      if (!lint(name)) break;
    }
  } else {
    lint(path);
  }
  if (fickle && stat(fickle, &status) == 0) puts("x:1:1: error: more [es/more]");
  if (fickle) fclose(fopen(fickle, "w"));
  return findings > 0;
}
